import {
  type ControlState,
  type GuidePack,
  NOTHING_SEEN,
  namesIn,
  type PageFacts,
} from '../../../lib/guide/index.ts';
import {
  type OpenRow,
  openMethod,
  openRows,
  type PortalProfile,
  type Searched,
  seek,
  visibleRule,
} from '../../../lib/portal/index.ts';

/** What the page shows now, and the elements it was told by. They are found anew each time: frameworks replace nodes. */
export interface Sight {
  facts: PageFacts;
  controls: ReadonlyMap<string, Element>;
  rows: readonly OpenRow[];
  method: Element | null;
  /** Whether an element could be seen when it was first asked about: to ask at each draw would lay out a busy page anew. */
  shows(element: Element): boolean;
}

export const BLIND: Sight = {
  facts: NOTHING_SEEN,
  controls: new Map(),
  rows: [],
  method: null,
  shows: () => false,
};

/** Looks at the page for what the rules that may speak on this step ask about, and for nothing else. */
export function lookAt(page: Searched, profile: PortalProfile, pack: GuidePack, step: string | null): Sight {
  const states: Record<string, ControlState> = {};
  const controls = new Map<string, Element>();
  const rules = pack.rules.filter(({ when }) => when.steps === undefined || when.steps.includes(step));
  const named = namesIn(rules);
  const all = {
    login: profile.login.start,
    next: profile.next ?? [],
    submit: profile.submit,
    ...pack.controls,
  };
  for (const [name, sought] of Object.entries(all)) {
    const found = named.includes(name) ? seek(sought, page) : null;
    if (!found) continue;
    states[name] = found.state;
    if (found.state === 'sole') controls.set(name, found.element);
  }
  const rows = rules.some(({ when }) => when.rows) ? openRows(profile, page) : [];
  const method = rules.some(({ when }) => when.method) ? openMethod(profile, page) : null;
  const account =
    rules.some(({ when }) => when.loggedIn) && visibleRule(profile.login.done, page) !== undefined;
  const facts = { ...NOTHING_SEEN, account, controls: states, rows: rows.length, method: method !== null };
  const known = new WeakMap<Element, boolean>();
  const shows = (element: Element) => {
    const shown = known.get(element) ?? element.checkVisibility({ visibilityProperty: true });
    known.set(element, shown);
    return shown;
  };
  return { facts, controls, rows, method, shows };
}
