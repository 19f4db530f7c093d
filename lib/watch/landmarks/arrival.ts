import { atPath, blockUnder, here, stepAt, visibleRule } from '../../portal/index.ts';
import { fold, LONGEST_TEXT } from '../../text/index.ts';
import { type Context, cameFrom } from './context.ts';

/** Where on the road this page is: place, step, login, procedure, agency. */
export interface Arrival {
  /** Answers whether the page has become another one without a load. `formOpen`: a declaration stands on it. */
  look(at: number, formOpen: boolean): boolean;
  /** Looks for what only who is logged in is shown, and tells it once. */
  lookForLogin(at: number): void;
  /** The page is shown again: where on the road it is shall be told again. */
  comeBack(): void;
  readonly step: string | null;
}

export function watchArrival({ profile, tell }: Context): Arrival {
  let path = '';
  let step: string | null = null;
  let loginTold = false;
  const fromLogin = profile.login.hosts.includes(cameFrom());
  let procedure = '';
  let agencyName = '';

  function lookAtPlace(at: number): boolean {
    const moved = here() !== path;
    const another = moved && path !== '';
    // The first place of a document was told with its load; another one is a page of its own to the person.
    if (another) tell({ type: 'page', at, portal: profile.id, hidden: document.hidden });
    if (moved) {
      path = here();
      procedure = '';
      agencyName = '';
      step = null;
    }
    const found = stepAt(profile, document);
    // Between two steps a wizard may show none for a moment.
    if (!found || found.id === step) return another;
    step = found.id;
    tell({ type: 'step', at, id: found.id, label: found.label });
    if (found.milestone) tell({ type: 'milestone', at, name: found.milestone, evidence: found.id });
    return another;
  }

  function lookForLogin(at: number): void {
    const rule = loginTold ? null : visibleRule(profile.login.done, document);
    if (!rule) return;
    loginTold = true;
    tell({ type: 'login-seen', at, evidence: rule.id, fromLogin }, 'now');
  }

  function lookForProcedure(at: number): void {
    const rule = profile.procedures.find((it) => atPath(it.path));
    if (!rule) return;
    const heading = rule.name ? document.querySelector(rule.name)?.textContent?.trim() : undefined;
    // Reading the whole page for its code is dear: once for each procedure is enough.
    const seen = rule.url ? path : heading;
    if (!seen || seen === procedure) return;
    const text = rule.url ? path : fold(document.body.textContent);
    const code = new RegExp(rule.url ?? rule.code ?? '(?!)').exec(text)?.[1];
    if (!code) return;
    procedure = seen;
    tell({ type: 'procedure', at, code, name: (heading || rule.names?.[code] || '').slice(0, LONGEST_TEXT) });
  }

  function lookForAgency(at: number): void {
    const { agency } = profile;
    if (!agency || !atPath(agency.path)) return;
    const block = blockUnder(agency.heading, document);
    if (!block || block.querySelector(agency.waiting)) return;
    const names = [...block.querySelectorAll('input')].map(({ value }) => value);
    const name = names.filter(Boolean).join(', ').slice(0, LONGEST_TEXT);
    if (!name) return;
    if (!agencyName) tell({ type: 'milestone', at, name: 'agency-chosen', evidence: agency.id });
    if (name !== agencyName) tell({ type: 'agency', at, name });
    agencyName = name;
  }

  return {
    look(at, formOpen) {
      const another = lookAtPlace(at);
      // Whoever declares has logged in. To look for it is dear, and exact only matters to who comes from there.
      if (!formOpen || fromLogin) lookForLogin(at);
      lookForProcedure(at);
      lookForAgency(at);
      return another;
    },
    lookForLogin,
    comeBack() {
      path = '';
    },
    get step() {
      return step;
    },
  };
}
