import { SCHEMA, type Step, type Submission } from '../flow/index.ts';

type Old = Omit<Submission, 'notSeen' | 'clockShiftMs' | 'actingMs' | 'steps' | 'schema'> & {
  schema: number;
  steps: (Omit<Step, 'actingMs' | 'waitingMs'> & Partial<Step>)[];
} & Partial<Pick<Submission, 'notSeen' | 'clockShiftMs' | 'actingMs'>>;

/**
 * A submission of version 1 in the present shape: what was not measured then is null. One that was open stays so only
 * in name, since the road it belonged to is not kept: it counts as abandoned.
 */
export function fromVersion1(old: Old): Submission {
  return {
    ...old,
    schema: SCHEMA,
    outcome: old.outcome === 'open' ? 'abandoned' : old.outcome,
    notSeen: old.notSeen ?? [],
    clockShiftMs: old.clockShiftMs ?? 0,
    actingMs: old.actingMs ?? null,
    steps: old.steps.map((step) => ({
      ...step,
      actingMs: step.actingMs ?? null,
      waitingMs: step.waitingMs ?? null,
    })),
  };
}
