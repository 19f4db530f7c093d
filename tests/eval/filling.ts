import type { FieldRecord, Flag } from '../../lib/fields/index.ts';
import { isAskedOnce } from '../../lib/fields/judging/expectation.ts';
import { controlOf } from '../technologies/fields.ts';
import type { Declaration, Field } from '../technologies/form.ts';
import type { Undone } from './play.ts';

/** Counts over the stored records of a filling. */
export interface Filling {
  /** Fields with a labelled filling, empty ones too where they show. */
  labelled: number;
  /** Fields whose filling could be played and that have a record. */
  played: number;
  state: number;
  /** Flags: said and so, said and not so, so and not said. */
  hit: number;
  wrong: number;
  missed: number;
}

export const noFilling = (): Filling => ({ labelled: 0, played: 0, state: 0, hit: 0, wrong: 0, missed: 0 });

const EXPECTED = new Set(['on-load', 'on-lookup', 'from-database']);

/** Compares what the extension stored with the labels of the filling; `confusions` names each difference. */
export function compareFilling(
  declaration: Declaration,
  stored: readonly FieldRecord[],
  undone: Undone,
): { filling: Filling; confusions: string[] } {
  const filling = noFilling();
  const confusions: string[] = [];
  const records = new Map(
    stored.map((record) => [record.key.slice(record.key.lastIndexOf('/') + 1), record]),
  );
  const asked = new Set<string>();
  for (const section of declaration.sections) {
    for (const field of section.fields) {
      const name = field.name.replace(/__\d+$/, '');
      const by = field.fill?.by ?? 'empty';
      // What does not show need not stand on the page, and nobody filled it.
      if (field.conditional && by === 'empty') continue;
      filling.labelled += 1;
      const truth = flagsOf(field, by, section, asked);
      const record = records.get(name);
      // The browser's own filling is measured by a test of its own.
      if (by === 'browser' || undone.has(field.name)) {
        confusions.push(`${name}: not played, ${undone.get(field.name) ?? by}`);
        continue;
      }
      if (!record) {
        confusions.push(`${name}: no record`);
        filling.missed += truth.length;
        continue;
      }
      filling.played += 1;
      const right = record.state === by || (isEitherHand(field) && isByHand(by) && isByHand(record.state));
      if (right) filling.state += 1;
      else confusions.push(`${name}: state "${record.state}" instead of "${by}" (${field.widget})`);
      for (const flag of ['should-have-been-filled', 'asked-again'] as const) {
        const [said, so] = [record.flags.includes(flag), truth.includes(flag)];
        filling.hit += Number(said && so);
        filling.wrong += Number(said && !so);
        filling.missed += Number(!said && so);
        if (said !== so) confusions.push(`${name}: ${said ? '' : 'not '}flagged ${flag}`);
      }
    }
  }
  return { filling, confusions };
}

/** The last act on an address may be a choice or typing; the browser's own date box has no calendar to click here. */
const isEitherHand = (field: Field) => ['address', 'date', 'date-3'].includes(controlOf(field));
const isByHand = (state: string) => state === 'typed' || state === 'chosen';

/** Places whose parts have no kinds of their own, each part a question. */
const PLACES = new Set(['birth-place', 'hometown']);
/** Which of several persons words speak of: "Con thứ hai", "Khách 2". */
const whichOf = (words: string) => /(?<=\p{L}[ (]+)\d{1,2}(?!\d)|thứ \p{L}+/iu.exec(words);

/** The true flags by the definition of the measure, from the labels alone. */
function flagsOf(
  field: Field,
  by: string,
  section: Declaration['sections'][number],
  asked: Set<string>,
): Flag[] {
  const flags: Flag[] = [];
  if (EXPECTED.has(field.expect) && ['typed', 'chosen', 'empty'].includes(by))
    flags.push('should-have-been-filled');
  const { label, kind, subject = section.subject } = field;
  const question = [subject, kind, whichOf(section.title), whichOf(label), PLACES.has(kind) && label].join(
    '/',
  );
  if (subject !== 'other' && isAskedOnce(kind)) {
    if (asked.has(question)) flags.push('asked-again');
    asked.add(question);
  }
  return flags;
}
