/** How much is recorded, of each kind: what a deletion takes away. */
export interface Counts {
  submissions: number;
  fields: number;
  /** A day counts once, however many procedures were filed on it. */
  days: number;
  notes: number;
  /** Days for which a volunteer named the round. */
  rounds: number;
  /** Rules of portals that did not match at some time. */
  health: number;
}
