import type { MilestoneName, Outcome } from '../flow/index.ts';

/** When a rule speaks. Everything named must hold; what is not named does not matter. */
export interface When {
  /** Ids of steps of the portal's profile; null stands for a page that shows none. */
  steps?: readonly (string | null)[];
  outcome?: Outcome;
  passed?: readonly MilestoneName[];
  notYet?: readonly MilestoneName[];
  /** A login was seen during this road, or the road began within an earlier login. */
  loggedIn?: boolean;
  /** At least one submit was turned down. */
  rejected?: boolean;
  /** At least one field of the declaration is on the page. */
  form?: boolean;
  /** At least one required field is empty, the way of receiving the result not counted. */
  blanks?: boolean;
  /** The box for the way of receiving the result: on the page and empty. */
  resultMethodEmpty?: boolean;
}

/** One piece of advice: the first rule of a pack whose conditions hold is the one given. */
export interface Rule {
  when: When;
  /** Message keys; `{count}` in a message is the number of required fields still empty. */
  now: string;
  next: string | null;
}
