import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXPECTATIONS, FILL_STATES, FLAGS, KINDS, SUBJECTS } from '../../lib/fields/index.ts';
import {
  END_TO_END,
  MILESTONES,
  OUTCOMES,
  PAYMENTS,
  RESULT_METHODS,
  ROLES,
  STARTED_BY,
} from '../../lib/flow/index.ts';

const FOLDER = new URL('../../lib/i18n/messages/', import.meta.url);
const LANGUAGES = ['vi', 'en'] as const;

const areasOf = (language: string) =>
  readdirSync(new URL(`${language}/`, FOLDER))
    .filter((file) => file.endsWith('.json'))
    .sort();
const read = (language: string, area: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`${language}/${area}`, FOLDER), 'utf8'));
const placesOf = (text: string | undefined) => (text?.match(/\{\w+\}/g) ?? []).sort();

it('has the same areas in both languages', () => {
  expect(areasOf('en')).toEqual(areasOf('vi'));
});

describe.each(areasOf('vi'))('%s', (area) => {
  const [vi, en] = LANGUAGES.map((language) => read(language, area));

  it('has the same keys in both languages', () => {
    expect(Object.keys(en ?? {}).sort()).toEqual(Object.keys(vi ?? {}).sort());
  });

  it('has the same places to fill in', () => {
    for (const key of Object.keys(vi ?? {}))
      expect([key, placesOf(en?.[key])]).toEqual([key, placesOf(vi?.[key])]);
  });

  it('leaves no text empty', () => {
    for (const texts of [vi, en])
      expect(Object.values(texts ?? {}).filter((text) => !text.trim())).toEqual([]);
  });
});

describe.each(LANGUAGES)('the words in %s', (language) => {
  const common = read(language, 'common.json');

  it.each([
    ['kind', KINDS],
    ['subject', SUBJECTS],
    ['expectation', EXPECTATIONS],
    ['state', FILL_STATES],
    ['flag', FLAGS],
    ['milestone', MILESTONES],
    ['outcome', OUTCOMES],
    ['startedBy', STARTED_BY],
    ['role', ROLES],
    ['resultMethod', RESULT_METHODS],
    ['payment', PAYMENTS],
    ['endToEnd', END_TO_END],
    ['answer', ['yes', 'no', 'unknown']],
  ] as const)('name every %s, and no other', (prefix, values) => {
    const named = Object.keys(common).filter((key) => key.startsWith(`${prefix}_`));
    expect(named.sort()).toEqual(values.map((value) => `${prefix}_${value}`).sort());
  });

  it('tell one kind from another', () => {
    const words = KINDS.map((kind) => common[`kind_${kind}`]);
    expect(new Set(words).size).toBe(KINDS.length);
  });

  it('ask the conditions of an end-to-end dossier as statements, with answers that begin as none of them does', () => {
    const people = read(language, 'people.json');
    const asked = END_TO_END.map((condition) => people[`end.${condition}`] ?? '');
    expect(asked.filter((text) => !text.endsWith('.'))).toEqual([]);
    // Who did not have to go would answer "no" to "no visit?".
    for (const answer of [people['end.yes'], people['end.no']])
      expect(answer).not.toMatch(/^(không|có|no|not|yes)(?!\p{L})/iu);
    expect(asked.filter((text) => /^(không|no)(?!\p{L})/iu.test(text))).toEqual([]);
  });
});
