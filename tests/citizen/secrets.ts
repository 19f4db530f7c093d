import { choicesOf, provinces } from '../portal/choices.ts';
import { personAt } from '../portal/people.ts';
import type { Walked } from './citizen.ts';
import { fieldsOf, type Plan } from './plan.ts';

/**
 * What must stand nowhere in a store or message after this road: all that was typed, and the two people's data.
 * Left out is what stands in any page anyway: words of the lists, the agency, anything too short to be told apart.
 */
export function secretsOf(plan: Plan, walked: Walked): string[] {
  const common = new Set([...provinces, ...Object.values(plan.agency)]);
  for (const field of fieldsOf(plan.procedure)) for (const choice of choicesOf(field)) common.add(choice);
  const secrets = walked.typedValues.filter((value) => value.length >= 6 && !common.has(value));
  for (const { name, id, birth, idPlace, ward, detail } of [personAt(plan.account), personAt(plan.subject)]) {
    secrets.push(name, id, birth, idPlace, ward, detail);
  }
  return [...new Set(secrets)].filter(
    (value) => !Object.values(plan.agency).some((word) => word.includes(value)),
  );
}
