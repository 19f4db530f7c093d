import type { FlowEvent } from '../flow/index.ts';
import {
  atPath,
  blockUnder,
  clickedRule,
  type Place,
  type PortalProfile,
  resultFinder,
  stepAt,
  submitRule,
  toastVerdict,
  visibleRule,
} from '../portal/index.ts';
import { fold } from '../text/index.ts';

/** What has been told of this document already, so that each thing is told once. */
export interface Landmarks {
  /** Looks at the page around the form. `formOpen` says whether declaration fields stand on it. */
  look(at: number, formOpen: boolean): void;
  /** A trusted click or file choice, in the capture phase. Returns the submit rule that it met. */
  clicked(target: Element, at: number): void;
  filesChosen(input: HTMLInputElement, at: number): void;
  /** The step of the profile that the page shows. */
  readonly step: string | null;
}

/** When a fact is worth a message of its own at once. */
export type Tell = (event: FlowEvent, when?: 'soon' | 'now') => void;

/** An error that the form itself shows counts as the answer to a submit click when it is there within this time. */
const INVALID_WITHIN_MS = 3_000;

/** Recognises the milestones of `profile` on this page and tells each once. */
export function watchLandmarks(
  profile: PortalProfile,
  tell: Tell,
  /** A submit was clicked: everything known so far goes out before it. */
  beforeSubmit: (at: number) => void,
): Landmarks {
  const told = new Set<string>();
  let step: string | null = null;
  let path = '';
  let procedure = '';
  let agencyName = '';
  let awaiting: { at: number; oldToasts: Map<Element, string> } | null = null;
  let formSeen = false;
  const findResult = resultFinder(profile);

  const place = (): Place => location;
  const once = (id: string, event: FlowEvent, when?: 'soon' | 'now') => {
    if (told.has(id)) return;
    told.add(id);
    tell(event, when);
  };
  const toasts = () => (profile.toasts ? [...document.querySelectorAll(profile.toasts.selector)] : []);

  function lookAtPlace(at: number): void {
    const here = location.pathname + location.hash;
    if (here === path) return;
    // The first place of a document was told with its load; another one is a page of its own to the person.
    if (path) tell({ type: 'page', at, portal: profile.id, hidden: document.hidden });
    path = here;
    formSeen = false;
    procedure = '';
    agencyName = '';
    told.delete('agency');
    told.delete('documents');
    const found = stepAt(profile, document, place());
    if (!found) return;
    step = found.id;
    tell({ type: 'step', at, id: found.id, label: found.label });
    if (found.milestone) tell({ type: 'milestone', at, name: found.milestone, evidence: found.id });
  }

  function lookForLogin(at: number): void {
    if (told.has('login')) return;
    const rule = visibleRule(profile.login.done, document, place());
    if (!rule) return;
    const navigation = performance.getEntriesByType('navigation')[0] as
      | PerformanceNavigationTiming
      | undefined;
    // A reload keeps the referrer of the login, but nobody logged in by it.
    const arrived =
      navigation?.type === 'navigate' && profile.login.hosts.includes(hostOf(document.referrer));
    once('login', { type: 'login-seen', at, evidence: rule.id, fromLogin: arrived }, 'now');
  }

  function lookForProcedure(at: number): void {
    const rule = profile.procedures.find(({ path }) => atPath(path, place()));
    if (!rule?.name || !rule.code) return;
    const heading = document.querySelector(rule.name)?.textContent?.trim();
    // Reading the whole page for its code is dear: once for each procedure is enough.
    if (!heading || heading === procedure) return;
    const code = new RegExp(rule.code).exec(fold(document.body.textContent ?? ''))?.[1];
    if (!code) return;
    procedure = heading;
    tell({ type: 'procedure', at, code, name: heading });
  }

  function lookForAgency(at: number): void {
    const { agency } = profile;
    if (!agency || !atPath(agency.path, place())) return;
    const block = blockUnder(agency.heading, document);
    if (!block || block.querySelector(agency.waiting)) return;
    const names = [...block.querySelectorAll('input')].flatMap((it) => (it.value ? [it.value] : []));
    if (names.length === 0) return;
    const name = names.join(', ');
    if (name !== agencyName) tell({ type: 'agency', at, name });
    agencyName = name;
    once('agency', { type: 'milestone', at, name: 'agency-chosen', evidence: agency.id });
  }

  function lookForResult(at: number, formOpen: boolean): void {
    formSeen ||= formOpen;
    if (awaiting) {
      for (const toast of toasts()) {
        if (awaiting.oldToasts.get(toast) === toast.textContent) continue;
        const verdict = profile.toasts && toastVerdict(toast, profile.toasts);
        if (!verdict) continue;
        settle(at, verdict.submitted, verdict.id);
        return;
      }
      const { error } = profile.form;
      const refused = at - awaiting.at < INVALID_WITHIN_MS && error && document.querySelector(error);
      if (refused) settle(at, false, profile.invalid.id);
    }
    const found = findResult(document.body, place(), formSeen || awaiting !== null);
    if (found) settle(at, true, found.rule.id);
  }

  function settle(at: number, submitted: boolean, evidence: string): void {
    awaiting = null;
    if (submitted) formSeen = false;
    tell({ type: 'milestone', at, name: submitted ? 'submitted' : 'submit-rejected', evidence }, 'now');
  }

  function lookForDocuments(target: Element, at: number): void {
    if (!profile.documents) return;
    const { id, path, heading } = profile.documents;
    if (told.has('documents') || !atPath(path, place()) || !blockUnder(heading, document)?.contains(target))
      return;
    once('documents', { type: 'milestone', at, name: 'documents-opened', evidence: id });
  }

  function readResultMethod(at: number): void {
    for (const box of document.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')) {
      const text = fold(box.closest('label')?.textContent || box.parentElement?.textContent || '');
      const found = profile.resultMethods.find(({ phrase }) => text.includes(phrase));
      if (found) tell({ type: 'result-method', at, method: found.method });
    }
  }

  return {
    look(at, formOpen) {
      lookAtPlace(at);
      lookForLogin(at);
      lookForProcedure(at);
      lookForAgency(at);
      lookForResult(at, formOpen);
    },
    clicked(target, at) {
      const { login } = profile;
      const start = clickedRule(login.start, target, place());
      if (start) tell({ type: 'milestone', at, name: 'login-started', evidence: start.id }, 'now');
      if (clickedRule(login.out, target, place())) tell({ type: 'ended', at, reason: 'logged-out' }, 'now');
      lookForDocuments(target, at);
      const rule = submitRule(profile, target, place());
      if (!rule) return;
      readResultMethod(at);
      beforeSubmit(at);
      awaiting = { at, oldToasts: new Map(toasts().map((toast) => [toast, toast.textContent ?? ''])) };
      tell({ type: 'milestone', at, name: 'submit-clicked', evidence: rule.id }, 'now');
    },
    filesChosen(input, at) {
      const files = input.files?.length ?? 0;
      if (files === 0 || !profile.documents || !atPath(profile.documents.path, place())) return;
      tell({ type: 'upload', at, files });
    },
    get step() {
      return step;
    },
  };
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}
