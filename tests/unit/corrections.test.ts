import { describe, expect, it } from 'vitest';
import {
  type Correction,
  changed,
  changesOf,
  corrected,
  correctionsOf,
  formsOf,
  nameOfKey,
  readCorrections,
  wayBack,
} from '../../lib/fields/index.ts';
import { correctSchema } from '../../lib/messages/schema.ts';

const NATIONAL = { id: 'national', form: { id: 'national/form/surveyjs' } };
const correction = (more: Partial<Correction> = {}): Correction => ({
  form: 'national/1.000656',
  field: 'citizenNDK_HoVaTen',
  kind: 'full-name',
  subject: 'deceased',
  expectation: 'on-lookup',
  ...more,
});

describe('which corrections hold for a form', () => {
  it('is told by the procedure’s code, and by the profile’s form where no code is known', () => {
    expect(formsOf(NATIONAL, '1.000656')).toEqual(['national/1.000656', 'national/form/surveyjs']);
    expect(formsOf(NATIONAL, '')).toEqual(['national/form/surveyjs']);
  });

  it('leaves other forms and other fields alone', () => {
    const all = [correction(), correction({ form: 'national/1.001193', subject: 'child' })];
    const found = correctionsOf(all, formsOf(NATIONAL, '1.000656'));
    expect([...found]).toEqual([['citizenNDK_HoVaTen', all[0]]]);
    expect(correctionsOf(all, formsOf(NATIONAL, '')).size).toBe(0);
    expect(correctionsOf(all, formsOf({ ...NATIONAL, id: 'justice' }, '1.000656')).size).toBe(0);
  });

  it('lets the narrower of two win, whichever was made first', () => {
    const wide = correction({ form: 'national/form/surveyjs', subject: 'requester' });
    const narrow = correction();
    for (const all of [
      [wide, narrow],
      [narrow, wide],
    ])
      expect(correctionsOf(all, formsOf(NATIONAL, '1.000656')).get('citizenNDK_HoVaTen')).toBe(narrow);
  });
});

it('replaces what a judgement says and keeps its evidence', () => {
  const judgement = {
    kind: 'other',
    subject: 'requester',
    expectation: 'none',
    evidence: { label: null },
  } as const;
  expect(corrected(judgement, correction())).toEqual({
    kind: 'full-name',
    subject: 'deceased',
    expectation: 'on-lookup',
    evidence: { label: null },
  });
  expect(corrected(judgement, undefined)).toBe(judgement);
});

describe('making and taking back', () => {
  it('keeps one correction for each field of each form', () => {
    const other = correction({ field: 'citizenNDK_GioiTinh', kind: 'gender' });
    const anew = correction({ expectation: 'none' });
    expect(changed([correction(), other], { add: [anew], remove: [] })).toEqual([other, anew]);
  });

  it('keeps the later of two that come together for one field of one form', () => {
    const later = correction({ subject: 'father' });
    expect(changed([], { add: [correction(), later], remove: [] })).toEqual([later]);
  });

  it('takes back exactly the one that is named', () => {
    const other = correction({ form: 'national/form/surveyjs' });
    const { form, field } = correction();
    expect(changed([correction(), other], { add: [], remove: [{ form, field }] })).toEqual([other]);
  });
});

it('reads what is stored and passes over what is no correction', () => {
  const good = correction();
  const wrong = ['form', 'field', 'kind', 'subject', 'expectation'].flatMap((name) => [
    { ...good, [name]: 1 },
    { ...good, [name]: undefined },
  ]);
  expect(readCorrections([good, null, 7, { ...good, kind: 'shoe-size' }, ...wrong])).toEqual([good]);
  expect(readCorrections(undefined)).toEqual([]);
  expect(readCorrections({ 0: good })).toEqual([]);
});

it('knows the page’s own name of a field by its key, slashes and all', () => {
  expect(nameOfKey('national/2/citizenNDK_HoVaTen')).toBe('citizenNDK_HoVaTen');
  expect(nameOfKey('igate/1/data[a/b]')).toBe('data[a/b]');
});

describe('the message that makes corrections', () => {
  const message = { name: 'correct', add: [correction()], remove: [] };
  it('passes as it is', () => expect(correctSchema.parse(message)).toEqual(message));
  it.each([
    ['a word that is none of ours', { ...message, add: [{ ...correction(), kind: 'shoe-size' }] }],
    ['a text of the page beside it', { ...message, add: [{ ...correction(), label: 'Họ và tên' }] }],
    ['an address for a form', { ...message, add: [correction({ form: 'https://x.vn/?id=1' })] }],
    ['a field without a name', { ...message, remove: [{ form: 'national/1.000656', field: '' }] }],
  ])('is refused with %s', (_, refused) => {
    expect(correctSchema.safeParse(refused).success).toBe(false);
  });
});

describe('what a change made of corrections', () => {
  const own = correction();
  const other = correction({ expectation: 'on-load' });
  const third = correction({ field: 'citizenField19' });

  it('is told of the places alone where something else is said now', () => {
    const same = correction({ field: 'citizenField2' });
    expect(changesOf([own, same], [{ ...same }, other, third])).toEqual([
      { before: own, after: other },
      { before: null, after: third },
    ]);
    expect(changesOf([own, third], [third, own])).toEqual([]);
    expect(changesOf([own], [])).toEqual([{ before: own, after: null }]);
  });

  it.each([{ kind: 'gender' }, { subject: 'father' }, { expectation: 'none' }] as const)(
    'is told where only this is another: %o',
    (other) => {
      const after = correction(other);
      expect(changesOf([own], [after])).toEqual([{ before: own, after }]);
    },
  );

  it('is undone: what was there is there again, and what came goes', () => {
    const changes = changesOf([own], [other, third]);
    const back = wayBack(changes, [other, third]);
    expect(back).toEqual({ add: [own], remove: [{ form: third.form, field: third.field }] });
    expect(changed([other, third], back)).toEqual([own]);
    expect(wayBack(changesOf([own], []), [])).toEqual({ add: [own], remove: [] });
  });

  it('stays where a later word was said since', () => {
    const changes = changesOf([own], [other, third]);
    const later = correction({ expectation: 'none' });
    expect(wayBack(changes, [later])).toEqual({ add: [], remove: [] });
    expect(changed([later], wayBack(changes, [later]))).toEqual([later]);
  });
});
