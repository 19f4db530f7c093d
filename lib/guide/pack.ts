import type { MilestoneName, Outcome } from '../flow/index.ts';
// biome-ignore lint/style/noRestrictedImports: the names of the sentences alone, to be checked while packs are written
import type messages from '../i18n/messages/vi/guide.json';
import type { ControlRule } from '../portal/index.ts';

/** The parts of every road, in order: "step k of n" counts them. */
export const STAGES = ['login', 'find', 'agency', 'declare', 'documents', 'receive', 'submit'] as const;
export type Stage = (typeof STAGES)[number];

/** A sentence of the guidance, by the key of its message. The wording itself is the view's. */
export type GuideKey = keyof typeof messages;

/** A sentence that an imported pack brings along, in both languages. `{count}` may stand in it as in a message. */
export interface OwnSentence {
  vi: string;
  en: string;
}

export type Sentence = GuideKey | OwnSentence;

/** A control that a pack speaks of. Only one that is the sole fit on the page is ever pointed at. */
export interface GuideControl extends Omit<ControlRule, 'id' | 'confirm'> {
  /** Looked for only in the block under the heading that begins with this folded text. */
  under?: string;
  /** Counts only as long as nothing stands in it. */
  empty?: boolean;
}

/** How a pack's control is found now: one that can be used, one that is disabled, or several that fit alike. */
export type ControlState = 'sole' | 'disabled' | 'several';

/** When a rule speaks. Everything named must hold; what is not named does not matter. */
export interface When {
  /** Ids of steps of the portal's profile; null stands for a page that shows none. */
  steps?: readonly (string | null)[];
  outcome?: Outcome;
  passed?: readonly MilestoneName[];
  notYet?: readonly MilestoneName[];
  /** A login was seen during this road, or the page shows an account. */
  loggedIn?: boolean;
  /** At least one submit was turned down. */
  rejected?: boolean;
  /** A submit was pressed that nothing has answered, and that nothing shows to have failed. */
  waits?: boolean;
  /** The declaration has just come up and may not be there whole. */
  settling?: boolean;
  /** At least one field of the declaration is on the page. */
  form?: boolean;
  /** At least one required field is empty, the way of receiving the result not counted. */
  blanks?: boolean;
  /** Rows for documents are on the page, and at least one has no file. */
  rows?: boolean;
  /** The way of receiving the result is asked for on the page and not chosen. */
  method?: boolean;
  /** Name of a control that can be seen, whether it can be used or not. */
  sees?: string;
  /** Name of a control that can be seen and is disabled. */
  off?: string;
}

/**
 * Where the next control is: the first empty required field, the first document row without a file, the choice of
 * receiving the result, or the pack's control of that name.
 */
export type Where = 'field' | 'row' | 'method' | (string & {});

/** One piece of advice: the first rule of a pack whose conditions hold is the one given. */
export interface Rule {
  when: When;
  /** null before and after the road itself. */
  stage: Stage | null;
  /** `{count}` in a message is the number of required fields still empty. */
  now: Sentence;
  next: Sentence | null;
  /** What usually goes wrong here. */
  often?: Sentence;
  where?: Where;
  /**
   * Something that has just opened and would close when another button is pressed: it is pointed at without being
   * asked for, right after what was pointed at was used.
   */
  fleeting?: boolean;
}

/** Controls that the portal's profile knows by itself: a profile that is mended mends the guidance as well. */
export const PROFILES_OWN = ['login', 'next', 'submit'] as const;

/** What is known of the guidance on one form system. Every pack ends with a rule that always holds. */
export interface GuidePack {
  /** Id of the portal's profile. */
  portal: string;
  /**
   * Controls besides the profile's own, or in place of them. Several rules of one name are tried in order; the first
   * with a visible fit is the one.
   */
  controls: Readonly<Record<string, readonly GuideControl[]>>;
  rules: readonly Rule[];
}
