import { choicesOf } from '../portal/choices.ts';
import { type Person, personAt } from '../portal/people.ts';
import { personValue } from '../portal/values.ts';
import type { Field } from '../portal/wire.ts';
import type { Plan } from './plan.ts';

const written: Record<string, [string, string]> = {
  relationship: ['Con nuôi thứ bảy', 'Cháu họ đời thứ tư'],
  'death-date': ['05/10/2026', '06/10/2026'],
  'death-time': ['14', '9'],
  'death-cause': ['Tuổi cao sức yếu Huổi Lạ', 'Bệnh lâu năm Huổi Lạ'],
  'death-notice': ['7719/GBT-Hoa-Ban', '7720/GBT-Hoa-Ban'],
  copies: ['3', '5'],
  'civil-record-place': ['Ủy ban xã Mường Thử Cũ', 'Ủy ban xã Bản Thử Cũ'],
  'civil-record-type': ['Giấy khai sinh giấy dó', 'Bản chính giấy dó'],
  'civil-record-number': ['0417-KS-Sa-Mu', '0418-KS-Sa-Mu'],
  'civil-record-book': ['Q07-1993-Sa-Mu', 'Q08-1993-Sa-Mu'],
};
const dates: [string, string] = ['2026-10-07', '2026-10-08'];

/**
 * What the citizen enters: for a date box the ISO day, for lists and radios the words of the choice.
 * `again` gives another value, for a correction.
 */
export function valueFor(field: Field, subject: string, plan: Plan, again = false): string {
  const person = personAt(subject === 'requester' ? plan.account : plan.subject);
  const value = ofPerson(field, person) ?? ofRecord(field, plan);
  if (!again) return value;
  if (field.widget === 'dropdown' || field.widget === 'radio') return otherChoice(field, value);
  if (field.widget === 'date') return value === dates[1] ? dates[0] : dates[1];
  return written[field.kind]?.[1] ?? `${value} Khuổi`;
}

/** A birth date that is not this person's. */
export function wrongBirth(plan: Plan): string {
  const birth = personAt(plan.subject).birth;
  return `${birth.slice(0, -1)}${(Number(birth.at(-1)) + 1) % 10}`;
}

function ofPerson(field: Field, person: Person): string | undefined {
  return field.kind === 'relationship' ? undefined : personValue(field, person);
}

function ofRecord(field: Field, plan: Plan): string {
  if (field.widget === 'date') return dates[0];
  if (field.widget === 'text' || field.widget === 'number')
    return written[field.kind]?.[0] ?? 'Thử nghiệm Khuổi';
  const choices = choicesOf(field).filter((choice) => choice !== 'Bản thân');
  const choice = choices[plan.seed % choices.length];
  if (choice === undefined) throw new Error(`no choices for ${field.name}`);
  return choice;
}

function otherChoice(field: Field, than: string): string {
  const other = choicesOf(field).find((choice) => choice !== than && choice !== 'Bản thân');
  if (other === undefined) throw new Error(`no other choice for ${field.name}`);
  return other;
}
