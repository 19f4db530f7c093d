import { describe, expect, it } from 'vitest';
import { Learnt } from '../../lib/fields/judging/index.ts';
import { byRules } from '../../lib/fields/judging/rules.ts';
import { HEADING, LABEL, NAME, signsOf } from '../../lib/fields/judging/signs.ts';
import { readTensors } from '../../lib/fields/judging/tensors.ts';
import { basisOfWeights } from '../../scripts/learning/basis.ts';
import { fileOf, tensorsOf } from '../../scripts/learning/file.ts';
import { type Form, learn } from '../../scripts/learning/network.ts';
import { writeTensors } from '../../scripts/learning/tensors.ts';
import { randomFrom } from '../citizen/random.ts';
import { judge, readLearnt } from '../eval/learnt.ts';

const SIGNS = ['beside', 'child', 'fish', 'horse', 'mother', 'wet'];
const QUESTIONS = { kind: ['other', 'phone'], subject: ['child', 'mother', 'requester'] };
const MANNER = { epochs: 60, batch: 2, rate: 0.02, signsOut: 0, partsOut: 0, settledFrom: 0.9 };

/** A form of fields by the names of their signs: fish are phones, horses are not, and whose they are the section says. */
const form = (section: string, ...fields: string[][]): Form => ({
  fields: fields.map((signs) => ({
    signs: [...signs, section].map((sign) => SIGNS.indexOf(sign)),
    section: 0,
    is: [Number(signs.includes('fish')), section === 'mother' ? 1 : 0],
  })),
});
/** What stands beside a field tells whose it is, and nothing of its own. */
const beside = (other: string, whose: number): Form => ({
  fields: [['beside'], [other]].map((signs) => ({
    signs: signs.map((sign) => SIGNS.indexOf(sign)),
    section: 0,
    is: [0, whose],
  })),
});
const forms = [
  form('mother', ['fish'], ['horse']),
  form('mother', ['fish', 'wet'], ['horse']),
  form('child', ['horse'], ['fish', 'wet']),
  form('child', ['fish'], ['horse', 'wet']),
  beside('child', 0),
  beside('mother', 1),
];
const file = (...seeds: number[]) => {
  const networks = seeds.map((seed) => learn(SIGNS.length, [2, 3], () => forms, MANNER, randomFrom(seed)));
  const tensors = networks.map((network) => tensorsOf(network, Object.keys(QUESTIONS)));
  return fileOf(tensors, SIGNS, QUESTIONS, 'a basis');
};
const learntWith = (...seeds: number[]) => new Learnt(file(...seeds).buffer as ArrayBuffer);

describe('what is learnt', () => {
  const learnt = learntWith(7);
  const one = (...own: string[]) => learnt.of([{ own, shared: [] }])[0];

  it('is the answer by the signs of a field, and why', () => {
    const { kind, subject } = one('fish', 'child') ?? {};
    expect(kind?.is).toBe('phone');
    expect(kind?.likely).toBeGreaterThan(0.9);
    expect(kind?.over('other')[0]).toBe('fish');
    expect(subject?.is).toBe('child');
    expect(one('horse', 'mother')).toMatchObject({ kind: { is: 'other' }, subject: { is: 'mother' } });
  });

  it('is the answer by what else stands in the section', () => {
    const shared: string[] = [];
    const whose = (other: string) =>
      learnt.of([
        { own: ['beside'], shared },
        { own: [other], shared },
      ])[0]?.subject.is;
    expect([whose('child'), whose('mother')]).toEqual(['child', 'mother']);
  });

  it('goes by signs that are shared as by others', () => {
    const [field] = learnt.of([{ own: ['fish'], shared: ['mother'] }]);
    const alone = one('fish', 'mother');
    expect(field?.subject.is).toBe('mother');
    expect(field?.subject.likely).toBeCloseTo(alone?.subject.likely ?? 0);
  });

  it('makes nothing of signs that it does not know', () => {
    expect(one('fish', 'stone')?.kind.likely).toBe(one('fish')?.kind.likely);
    expect(one('fish', 'stone')?.kind.over('other')).not.toContain('stone');
  });

  it('is the same each time', () => expect(file(7)).toEqual(file(7)));

  it('is what networks find together', () => {
    const whose = (...seeds: number[]) =>
      learntWith(...seeds).of([{ own: ['horse'], shared: [] }])[0]?.subject;
    const [one, other, both] = [whose(7), whose(8), whose(7, 8)];
    expect([one?.is, other?.is]).toEqual(['mother', 'child']);
    const either = (one?.likely ?? 0) > (other?.likely ?? 0) ? one : other;
    expect(both?.likely).toBeCloseTo((either?.likely ?? 0) / 2, 3);
  });
});

describe('a file of tensors', () => {
  it('holds what was written, in whatever order', () => {
    const tensors = {
      few: new Uint8Array([1, 2, 3]),
      many: new Float32Array([0.5, -2]),
      less: new Int8Array([-7]),
    };
    const { tensor, about } = readTensors(writeTensors(tensors, { basis: 'x' }).buffer as ArrayBuffer);
    for (const [name, numbers] of Object.entries(tensors)) expect(tensor(name)).toEqual(numbers);
    expect(about).toEqual({ basis: 'x' });
    expect(() => tensor('other')).toThrow('other');
  });

  it('is refused where it is none', () => {
    expect(() => new Learnt(new TextEncoder().encode('<!doctype html>').buffer)).toThrow();
    expect(() => new Learnt(new ArrayBuffer(0))).toThrow();
  });
});

describe('what was learnt from the labelled forms', () => {
  it('is of the labels and by the rules of today: else run `npm run learn`', async () =>
    expect((await readLearnt()).basis).toBe(await basisOfWeights()));

  it('has no word of a label, heading or name for what is not there', () => {
    const bare = byRules({ label: '', trail: [], name: '', before: null });
    const words = Object.values(signsOf(bare))
      .flat()
      .filter((sign) => [LABEL, HEADING, NAME].some((it) => it.test(sign)));
    expect(words).toEqual([]);
    const one = signsOf(byRules({ label: 'Tên', trail: ['Tờ khai', 'Mẹ'], name: '', before: null }));
    expect([...one.own, ...one.shared].filter((sign) => /[$^=].*undefined/.test(sign))).toEqual([]);
  });

  it('gives words of the forms it was learnt from as evidence, and no others', async () => {
    const strange = { label: 'Qwx zxw', trail: ['Cấp giấy phép', 'Người xin trở lại vqz'], name: 'xqz' };
    for (const words of Object.values(judge(strange).evidence))
      expect(words ?? '').not.toMatch(/qwx|zxw|vqz|xqz/);
    const [field] = (await readLearnt()).of([signsOf(byRules({ ...strange, before: null }))]);
    const all = (['kind', 'subject', 'expectation'] as const).flatMap((what) => [
      ...(field?.[what].over('other' as never) ?? []),
      ...(field?.[what].over('none' as never) ?? []),
    ]);
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((sign) => /qwx|zxw|vqz|xqz/.test(sign))).toEqual([]);
  });
});
