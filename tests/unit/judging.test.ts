import { describe, expect, it } from 'vitest';
import { type Asked, type AskedField, MOST_ASKED } from '../../lib/fields/index.ts';
import { judging } from '../../lib/fields/judging/index.ts';
import { judgeSchema } from '../../lib/messages/schema.ts';
import { judge, judgeAll } from '../eval/learnt.ts';

const MOTHER = ['Tờ khai đăng ký khai sinh', 'Thông tin người mẹ'];
const field = (label: string, more: Partial<AskedField> = {}): AskedField => ({
  ...{ label, name: '', trail: 0, before: null },
  ...more,
});
const asked = (...fields: AskedField[]): Asked => ({ trails: [MOTHER], fields });
const kinds = (all: ReturnType<typeof judgeAll>) => all.map(({ kind, subject }) => `${subject} ${kind}`);

/** Which of them goes on with which is the rules' to say. */
const byRules = judging(null);

describe('a field under no heading that tells whose it is', () => {
  it.each([
    ['Ngày cấp', 'NgayCapDDMe', 'mother'],
    ['Số định danh cá nhân', 'citizenNDK_SoDinhDanhCha__17618', 'father'],
    ['Dân tộc', 'DanTocMe', 'mother'],
    ['Nơi cư trú', 'noiCuTruVo', 'wife'],
    ['Quốc tịch', 'QuocTichChong', 'husband'],
  ])('is whose its name ends on: %s %s', (label, name, subject) => {
    const trail = ['Tờ khai đăng ký khai sinh'];
    expect(judge({ label, name, trail }).subject).toBe(subject);
  });
});

describe('fields that are judged together', () => {
  it('go on with the one before them', () => {
    const papers = asked(field('Loại giấy tờ tùy thân'), field('Ngày', { before: 0 }), field('Ngày'));
    expect(kinds(byRules(papers))).toEqual([
      'mother id-document-type',
      'mother id-issue-date',
      'mother other',
    ]);
  });

  it('go on with what was made of one earlier', () => {
    const [before] = byRules(asked(field('Loại giấy tờ tùy thân')));
    // As it comes back from a page, by way of a message.
    const later = JSON.parse(JSON.stringify(asked(field('Ngày cấp', { before: before ?? null }))));
    expect(kinds(byRules(later))).toEqual(['mother id-issue-date']);
  });

  it('are each what they are alone', () => {
    const alone = judge({ label: 'Họ, chữ đệm, tên', trail: MOTHER, name: '' });
    expect(judgeAll(asked(field('Họ, chữ đệm, tên')))).toEqual([alone]);
  });

  it('keep to a reviewer’s word, and so do those after them', () => {
    const correction = { kind: 'full-name', subject: 'father', expectation: 'lookup-key' } as const;
    const all = judgeAll(asked(field('Họ, chữ đệm, tên', { correction }), field('Số CCCD', { before: 0 })));
    expect(all[0]).toMatchObject(correction);
  });
});

describe('what a frame may ask', () => {
  const message = { name: 'judge', ...asked(field('Họ tên'), field('Số', { before: 0 })) };
  const ask = (more: object) => judgeSchema.safeParse({ ...message, ...more }).success;

  it('is what it saw, and what was made of fields before', () => {
    expect(ask({})).toBe(true);
    const [before = null] = judgeAll(asked(field('Họ tên')));
    expect(ask({ fields: [field('Số', { before })] })).toBe(true);
  });

  it('may hint at what nobody knows: that alone is passed over', () => {
    const { fields } = judgeSchema.parse({
      ...message,
      fields: [{ ...field('Số'), widget: 'dial', offer: 'l' }],
    });
    expect(fields[0]).toMatchObject({ label: 'Số', widget: undefined, offer: undefined });
  });

  it.each([
    ['a value beside the label', { fields: [{ ...field('Họ tên'), value: 'x' }] }],
    ['more fields than one message holds', { fields: Array(MOST_ASKED + 1).fill(field('Họ tên')) }],
    ['a text without end', { fields: [field('x'.repeat(401))] }],
    ['a judgement of its own making', { fields: [{ ...field('Số'), before: { kind: 'full-name' } }] }],
    ['something else', { name: 'report' }],
  ])('is not %s', (_what, more) => expect(ask(more)).toBe(false));
});
