import { describe, expect, it } from 'vitest';
import { fieldsOf, planFor } from '../citizen/plan.ts';
import { valueFor } from '../citizen/values.ts';
import { declarations } from '../portal/catalog.ts';
import { choicesOf } from '../portal/choices.ts';

const plans = Array.from({ length: 200 }, (_, seed) => planFor(seed));

describe('plans', () => {
  it('are the same for the same seed', () => {
    expect(planFor(41)).toEqual(planFor(41));
  });

  it('cover every way among the first forty seeds', () => {
    const first = plans.slice(0, 40);
    const kinds = (of: (plan: (typeof plans)[number]) => unknown) => new Set(first.map(of)).size;
    expect(kinds((plan) => plan.startedBy)).toBe(3);
    expect(kinds((plan) => plan.procedure)).toBe(2);
    expect(kinds((plan) => plan.lookup)).toBe(2);
    expect(kinds((plan) => plan.rejectSubmits)).toBe(3);
    expect(kinds((plan) => plan.lookUpPage)).toBe(3);
    expect(kinds((plan) => plan.resultMethod)).toBe(3);
    expect(kinds((plan) => plan.outcome)).toBe(2);
    for (const flag of ['reloads', 'wrongKeyFirst', 'savesDraft', 'sendsFeedback'] as const) {
      expect(kinds((plan) => plan[flag])).toBe(2);
    }
  });

  it('never leave a required field empty, and never correct what is left empty', () => {
    for (const plan of plans) {
      const required = fieldsOf(plan.procedure).filter((field) => field.required);
      for (const { name } of required) expect(plan.leaves).not.toContain(name);
      for (const name of plan.corrects) expect(plan.leaves).not.toContain(name);
    }
  });

  it('choose only what the lists offer, and correct to something else', () => {
    for (const plan of plans.slice(0, 40)) {
      for (const { fields, subject } of declarations.flatMap((one) => one.sections)) {
        for (const field of fields) {
          const value = valueFor(field, subject, plan);
          const other = valueFor(field, subject, plan, true);
          expect(other).not.toBe(value);
          const choices = choicesOf(field);
          if (field.widget !== 'dropdown' && field.widget !== 'radio') continue;
          expect(choices).toContain(value);
          expect(choices).toContain(other);
        }
      }
    }
  });
});
