import { describe, expect, it } from 'vitest';
import { openRoad, ROLES, type Submission } from '../../lib/flow/index.ts';
import { type Practice, progressOf } from '../../lib/training/index.ts';

const NOTHING: Practice = { submissions: [], notes: { fields: 0, steps: 0 }, hasRound: false };
const one = (more: Partial<Submission> = {}): Submission => ({
  ...openRoad(crypto.randomUUID(), 0, 'first-page', 'volunteer').submission,
  ...more,
});
const done = (role: (typeof ROLES)[number], practice: Partial<Practice>) =>
  progressOf(role, { ...NOTHING, ...practice })
    .filter((task) => task.done)
    .map(({ id }) => id);

describe('a lesson', () => {
  it('begins with nothing done, in every role', () => {
    expect(ROLES.flatMap((role) => done(role, {}))).toEqual([]);
  });

  it('of a volunteer sees whether the second person is another person', () => {
    const first = one({ outcome: 'abandoned' });
    const same = [first, one({ startedBy: 'next-dossier' })];
    expect(done('volunteer', { submissions: same })).toEqual(['open-form', 'hand-over']);
    expect(done('volunteer', { submissions: [first, one()] })).toEqual([
      'open-form',
      'hand-over',
      'second-person',
    ]);
  });

  it('of a volunteer does not take a dossier that was filed for a press of "Người tiếp theo"', () => {
    const first = one({ outcome: 'submitted' });
    expect(done('volunteer', { submissions: [first] })).toEqual(['open-form', 'submit']);
    expect(done('volunteer', { submissions: [first, one()] })).toEqual([
      'open-form',
      'hand-over',
      'second-person',
      'submit',
    ]);
  });

  it('can be finished in every role', () => {
    const submissions = [
      one({
        outcome: 'submitted',
        satisfaction: 4,
        milestones: { 'first-input': { at: 1, evidence: 'x' } },
      }),
      one(),
    ];
    const all: Practice = { submissions, notes: { fields: 1, steps: 1 }, hasRound: true };
    for (const role of ROLES) expect(progressOf(role, all).every((task) => task.done)).toBe(true);
  });
});
