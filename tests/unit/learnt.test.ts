import { describe, expect, it } from 'vitest';
import { EXPECTATIONS, KINDS, SUBJECTS } from '../../lib/fields/index.ts';
import { judge } from '../../lib/fields/judging/index.ts';
import { Learnt, pair } from '../../lib/fields/judging/learnt.ts';
import { byRules, type Clues } from '../../lib/fields/judging/rules.ts';
import { weighing } from '../../lib/fields/judging/weighing.ts';
import { BASIS, WEIGHTS } from '../../lib/fields/judging/weights.ts';
import { basisOfWeights } from '../../scripts/learning/basis.ts';
import { learn } from '../../scripts/learning/regression.ts';

const CLASSES = ['sea', 'land', 'air'] as const;
const MANNER = { forms: 2, decay: 1e-3, least: 1e-4, cut: 0 };
const example = (form: string, is: (typeof CLASSES)[number], ...signs: string[]) => ({ form, is, signs });
const examples = [
  example('a', 'sea', 'fish', 'wet'),
  example('b', 'sea', 'fish', 'cold'),
  example('a', 'land', 'horse'),
  example('b', 'land', 'horse', 'cold'),
  example('b', 'air', 'owl'),
];

describe('what is learnt', () => {
  const table = learn(CLASSES, examples, MANNER);
  const learnt = new Learnt(CLASSES, table);

  it('is the class of examples by their signs, and why', () => {
    const opinion = learnt.of(['fish', 'cold'], []);
    expect(opinion.is).toBe('sea');
    expect(opinion.likely).toBeGreaterThan(0.6);
    expect(opinion.over('land')[0]).toBe('fish');
  });

  it('says the same of signs that are shared', () => {
    const { is, likely } = learnt.of(['cold'], ['horse']);
    expect(is).toBe('land');
    expect(likely).toBeCloseTo(learnt.of(['cold', 'horse'], []).likely);
  });

  it('knows no sign of one form alone', () => expect(table).not.toMatch(/owl|wet/));

  it('is unsure of what it has never seen', () =>
    expect(learnt.of(['stone'], ['moss']).likely).toBeCloseTo(1 / 3));

  it('is the same each time', () => expect(learn(CLASSES, examples, MANNER)).toBe(table));
});

describe('what was learnt, beside the rules', () => {
  const clues = (label: string, heading: string, more: Partial<Clues> = {}): Clues => ({
    ...{ label, trail: ['Cấp giấy phép', heading], name: '', before: null, ...more },
  });
  const nothing = { kinds: '', subjects: '', expectations: '' };
  /** A judgement with one weight for a place of KINDS, SUBJECTS or EXPECTATIONS, as heavy as there are signs alike. */
  const withWeight = (of: keyof typeof nothing, sign: string, place: number) =>
    weighing({ ...nothing, [of]: `${sign}\t${pair(place, 44).repeat(30)}` });
  const MOTHER = SUBJECTS.indexOf('mother');
  const PHONE = KINDS.indexOf('phone');

  it('tells whose a field is by its heading, in the words of that', () => {
    const strange = clues('Số CCCD', 'Thông tin sản khoa');
    const judgement = withWeight('subjects', 'h san khoa', MOTHER)(byRules(strange));
    expect(judgement).toMatchObject({ kind: 'personal-id', subject: 'mother', expectation: 'lookup-key' });
    expect(judgement.evidence).toEqual({ label: 'so cccd', section: 'san khoa', name: null });
  });

  it('does not say it of a thing that a kind is about, nor of whom a label has just named', () => {
    const weighed = withWeight('subjects', 'first', MOTHER);
    expect(weighed(byRules(clues('Số thửa', 'Người nộp'))).subject).toBe('land');
    const before = judge(clues('Họ tên cha', 'Người nộp'));
    const after = withWeight('subjects', 'after full-name', MOTHER);
    expect(after(byRules(clues('Số CCCD', 'Người nộp', { before }))).subject).toBe('father');
  });

  it('tells what a field is, in the words of its label', () => {
    const weighed = withWeight('kinds', 'l xyz', PHONE);
    expect(weighed(byRules(clues('Xyz', 'Người nộp')))).toMatchObject({
      ...{ kind: 'phone', subject: 'requester', expectation: 'on-load' },
      evidence: { label: 'xyz', name: null },
    });
    expect(weighed(byRules(clues('Họ tên', 'Người nộp'))).kind).toBe('full-name');
  });

  it('tells what is expected of what it turned out to be', () => {
    const weighed = withWeight('expectations', 'full-name of requester', EXPECTATIONS.indexOf('derived'));
    expect(weighed(byRules(clues('Họ tên', 'Người nộp'))).expectation).toBe('derived');
    expect(weighed(byRules(clues('Họ tên', 'Người mẹ'))).expectation).toBe('lookup-key');
  });

  it('gives what it finds to the thing that it is about', () => {
    const parcel = withWeight('kinds', 'l xyz', KINDS.indexOf('land-parcel'));
    expect(parcel(byRules(clues('Xyz', 'Người nộp')))).toMatchObject({ subject: 'land' });
  });

  it('changes nothing where it is unsure', () => {
    const ruled = byRules(clues('Họ tên', 'Người nộp'));
    expect(weighing({ ...nothing, subjects: `l ho\t${pair(2, 1)}` })(ruled)).toEqual(ruled.judgement);
  });

  it('is learnt from the labels and by the rules of today: else run `npm run learn`', async () =>
    expect(BASIS).toBe(await basisOfWeights()));

  it('gives words of the forms it was learnt from as evidence, and no others', () => {
    const known = new Set(
      Object.values(WEIGHTS).flatMap((table) => table.match(/^[lbonhpqt][ ^$=][^\t]+/gm) ?? []),
    );
    const phrases = new Set([...known].map((sign) => sign.slice(2)));
    const strange = clues('Qwx zxw', 'Người xin trở lại vqz', { name: 'xqz' });
    for (const words of Object.values(judge(strange).evidence))
      expect(words === null || phrases.has(words) || words === 'nguoi xin').toBe(true);
    expect([...phrases].some((phrase) => /\b(?:qwx|zxw|vqz)\b/.test(phrase))).toBe(false);
  });
});
