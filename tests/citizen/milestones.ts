import type { Entry } from '../portal/wire.ts';

/** The design's milestones, as far as this portal has them. */
export type Milestone = { name: MilestoneName; at: number };
export type MilestoneName =
  | 'portal-opened'
  | 'login-started'
  | 'login-completed'
  | 'procedure-opened'
  | 'agency-chosen'
  | 'form-opened'
  | 'first-input'
  | 'documents-opened'
  | 'fee-opened'
  | 'payment-started'
  | 'payment-returned'
  | 'submit-clicked'
  | 'submit-rejected'
  | 'submitted';

/**
 * The first time of each, in order of time; `submit-clicked` is the last one, since a click after an invalid or
 * rejected submit replaces the earlier. `portal-opened` is when the first document began to load.
 */
export function milestonesOf(road: readonly Entry[], loginCompletedAt: number | null): Milestone[] {
  const found = new Map<MilestoneName, number>();
  for (const entry of road) {
    const name = milestoneOf(entry);
    if (!name) continue;
    if (name === 'submit-clicked' || !found.has(name)) found.set(name, timeOf(entry));
  }
  // Each press that was taken back at the page's question is none; where all were, nobody submitted.
  const times = (type: Entry['type']) => road.filter((entry) => entry.type === type).length;
  if (times('submit-withdrawn') === times('submit-clicked')) found.delete('submit-clicked');
  if (loginCompletedAt !== null) found.set('login-completed', loginCompletedAt);
  return [...found].map(([name, at]) => ({ name, at })).sort((a, b) => a.at - b.at);
}

function timeOf(entry: Entry): number {
  return entry.type === 'page-shown' ? entry.began : entry.at;
}

function milestoneOf(entry: Entry): MilestoneName | null {
  switch (entry.type) {
    case 'page-shown':
      return 'portal-opened';
    case 'login-clicked':
      return 'login-started';
    case 'procedure-shown':
      return 'procedure-opened';
    case 'agency-chosen':
      return entry.complete ? 'agency-chosen' : null;
    case 'form-shown':
      return 'form-opened';
    case 'documents-acted':
      return 'documents-opened';
    case 'fee-shown':
      return 'fee-opened';
    case 'result-shown':
      return 'submitted';
    case 'first-input':
    case 'payment-started':
    case 'payment-returned':
    case 'submit-clicked':
    case 'submit-rejected':
      return entry.type;
    default:
      return null;
  }
}
