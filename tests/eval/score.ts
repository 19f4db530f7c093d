import { cleanLabel } from '../../lib/text/index.ts';
import type { Declaration } from '../technologies/form.ts';
import type { Filling } from './filling.ts';

/** What was made of one field of a form. */
export interface Probed {
  name: string;
  label: string;
  kind: string;
  subject: string;
  expectation: string;
}

/** Counts over fields. Accuracies are taken over the fields that were found. */
export interface Score {
  labelled: number;
  found: number;
  invented: number;
  label: number;
  kind: number;
  subject: number;
  expectation: number;
  /** Should have been filled: said and so, said and not so, so and not said. */
  hit: number;
  wrong: number;
  missed: number;
}

const EXPECTED = new Set(['on-load', 'on-lookup', 'from-database']);

export function zero(): Score {
  return {
    labelled: 0,
    found: 0,
    invented: 0,
    label: 0,
    kind: 0,
    subject: 0,
    expectation: 0,
    hit: 0,
    wrong: 0,
    missed: 0,
  };
}

export function add(to: Score, from: Score): void {
  for (const key of Object.keys(to) as (keyof Score)[]) to[key] += from[key];
}

/** Compares what was made of a page with its labels; `confusions` names each difference. */
export function compare(
  declaration: Declaration,
  probed: readonly Probed[],
): { score: Score; confusions: string[] } {
  const score = zero();
  const confusions: string[] = [];
  const found = new Map(probed.map((field) => [field.name, field]));
  for (const section of declaration.sections) {
    for (const field of section.fields) {
      score.labelled += 1;
      const name = field.name.replace(/__\d+$/, '');
      const got = found.get(name);
      const truly = EXPECTED.has(field.expect);
      if (!got) {
        confusions.push(`${name}: not found`);
        score.missed += Number(truly);
        continue;
      }
      found.delete(name);
      score.found += 1;
      const wanted = {
        label: cleanLabel(field.label),
        kind: field.kind,
        subject: field.subject ?? section.subject,
        expectation: field.expect,
      };
      for (const what of ['label', 'kind', 'subject', 'expectation'] as const) {
        if (got[what] === wanted[what]) score[what] += 1;
        else confusions.push(`${name}: ${what} "${got[what]}" instead of "${wanted[what]}"`);
      }
      const said = EXPECTED.has(got.expectation);
      score.hit += Number(said && truly);
      score.wrong += Number(said && !truly);
      score.missed += Number(!said && truly);
    }
  }
  for (const name of found.keys()) confusions.push(`${name}: invented`);
  score.invented = found.size;
  return { score, confusions };
}

/** One line of the table; the heading where there is no score. */
export function rowOf(name: string, score: Score | null): string {
  const cells = score
    ? [
        `${score.found}/${score.labelled}`,
        String(score.invented),
        ...(['label', 'kind', 'subject', 'expectation'] as const).map((what) =>
          percent(score[what], score.found),
        ),
        percent(2 * score.hit, 2 * score.hit + score.wrong + score.missed),
      ]
    : ['found', 'invented', 'label', 'kind', 'subject', 'expect', 'F1'];
  return `${name.padEnd(34)}${cells.map((cell) => cell.padStart(9)).join('')}`;
}

/** One line of the table of what was stored; the heading where there is nothing. */
export function fillingOf(name: string, filling: Filling | null): string {
  const cells = filling
    ? [
        `${filling.played}/${filling.labelled}`,
        percent(filling.state, filling.played),
        percent(filling.hit, filling.hit + filling.wrong),
        percent(filling.hit, filling.hit + filling.missed),
        percent(2 * filling.hit, 2 * filling.hit + filling.wrong + filling.missed),
      ]
    : ['played', 'state', 'flags P', 'flags R', 'flags F1'];
  return `${name.padEnd(34)}${cells.map((cell) => cell.padStart(9)).join('')}`;
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
