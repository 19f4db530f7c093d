import type { GuideKey } from './pack.ts';

/** What to have at hand before the clock starts, and what people stumble over. Documents come from the page itself. */
export interface Preparation {
  /** Codes of the procedures that it is for. */
  codes: readonly string[];
  have: readonly GuideKey[];
  traps: readonly GuideKey[];
}

/** Needed for every procedure. */
const ALWAYS: readonly GuideKey[] = ['have.vneid', 'have.phone', 'have.scans'];
const ALWAYS_TRAPS: readonly GuideKey[] = ['trap.vneid-level', 'trap.otp', 'trap.file-size'];

/**
 * The procedures met most at the counter. What depends on a place or changes with a decision is not said here: there
 * the trap `see-portal` sends to the portal's own words. Marriages and extracts as they are since decree 07/2025: the
 * office looks the marital status up (letter 481/BTP-HTQTCT), and an extract is made wherever it is asked for.
 */
export const PREPARATIONS: readonly Preparation[] = [
  {
    codes: ['1.001193'],
    have: ['have.birth-notice', 'have.child', 'have.parents'],
    traps: ['trap.child-name', 'trap.married-parents'],
  },
  {
    codes: ['2.000986', '2.000987'],
    have: ['have.birth-notice', 'have.child', 'have.parents', 'have.child-home'],
    traps: ['trap.child-name', 'trap.home-owner'],
  },
  {
    codes: ['1.000656'],
    have: ['have.death-notice', 'have.deceased', 'have.death-moment'],
    traps: ['trap.death-id'],
  },
  {
    codes: ['1.006714'],
    have: ['have.death-notice', 'have.deceased', 'have.death-moment', 'have.funeral-payee'],
    traps: ['trap.death-id'],
  },
  { codes: ['1.000894'], have: ['have.couple'], traps: ['trap.both-sign', 'trap.marriage-status'] },
  {
    codes: ['1.004873'],
    have: ['have.purpose', 'have.former-marriage'],
    traps: ['trap.purpose', 'trap.homes'],
  },
  { codes: ['2.000635'], have: ['have.record', 'have.copies'], traps: ['trap.record-place'] },
  { codes: ['1.004859'], have: ['have.record', 'have.proof'], traps: ['trap.proof', 'trap.see-sign'] },
  { codes: ['2.000815'], have: ['have.original', 'have.copies'], traps: ['trap.original'] },
  { codes: ['2.000884'], have: ['have.unsigned'], traps: ['trap.sign-there'] },
  {
    codes: ['1.001612'],
    have: ['have.business-name', 'have.business-place', 'have.business-capital'],
    traps: ['trap.business-name', 'trap.confirm', 'trap.see-sign'],
  },
  { codes: ['1.014027'], have: ['have.payee'], traps: ['trap.payee', 'trap.see-sign'] },
  { codes: ['1.001699'], have: ['have.disability', 'have.guardian'], traps: ['trap.visit', 'trap.see-sign'] },
  {
    codes: ['1.001731'],
    have: ['have.deceased', 'have.death-record', 'have.payee'],
    traps: ['trap.see-sign'],
  },
  {
    codes: ['1.013225'],
    have: ['have.land-paper', 'have.drawings'],
    traps: ['trap.land-name', 'trap.drawing-size', 'trap.see-sign'],
  },
  {
    codes: ['1.116360'],
    have: ['have.land-origin', 'have.parcel'],
    traps: ['trap.land-tax', 'trap.see-sign'],
  },
  { codes: ['1.004837'], have: ['have.guardian-pair'], traps: ['trap.see-sign'] },
  { codes: ['1.001022'], have: ['have.parent-child', 'have.proof-of-kin'], traps: ['trap.both-come'] },
];

const NOT_DESCRIBED: Preparation = { codes: [], have: [], traps: ['trap.see-portal'] };

/**
 * What to prepare for a procedure; of one that is not described only what all need, and that it is not known. Before one
 * is chosen (null) only what all need.
 */
export function preparationFor(code: string | null): Omit<Preparation, 'codes'> {
  const own =
    code === null ? null : (PREPARATIONS.find(({ codes }) => codes.includes(code)) ?? NOT_DESCRIBED);
  return {
    have: [...ALWAYS, ...(own?.have ?? [])],
    traps: [...ALWAYS_TRAPS, ...(own?.traps ?? [])],
  };
}
