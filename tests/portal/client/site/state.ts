import type { FormHandle } from '../../../technologies/form.ts';
import type { SitePage } from '../../systems/spec.ts';

type World = { practiceSite?: SitePage; evalForm?: FormHandle };

/** What the server told this page. */
export function siteState(): SitePage {
  const { practiceSite } = globalThis as World;
  if (!practiceSite) throw new Error('the page brings no dossier');
  return practiceSite;
}

/** The declaration's own model, once it stands in this document. */
export function formHandle(): FormHandle | undefined {
  return (globalThis as World).evalForm;
}
