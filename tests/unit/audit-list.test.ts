import { describe, expect, it } from 'vitest';
import { listOf, rowOf } from '../../entrypoints/companion/audit-list.ts';
import { flaggedOf } from '../../entrypoints/companion/models.ts';
import type { FieldFacts, FieldRecord } from '../../lib/fields/index.ts';
import { field } from '../fixtures/field.ts';

const heard = (fields: FieldFacts[], young = new Set<string>()) => ({
  fields,
  flagged: flaggedOf({ road: null, step: null, fields }, young),
});
const stored = (facts: Partial<FieldFacts>): FieldRecord => ({ ...field(facts), submissionId: 'one' });
const keys = (entries: readonly { field: FieldFacts }[]) => entries.map((it) => it.field.key);

const missing = field({ order: 1, flags: ['should-have-been-filled'] });
const filled = field({ order: 2, state: 'portal-on-load', flags: [] });
const again = field({ order: 3, state: 'typed', flags: ['asked-again'] });

describe('the list of the audit', () => {
  it('has every field of the page, and by its filters those that are marked', () => {
    const list = listOf(heard([missing, filled, again]), []);
    expect(keys(list.all)).toEqual(['national/1/1', 'national/1/2', 'national/1/3']);
    expect(keys(list.missing)).toEqual(['national/1/1']);
    expect(keys(list.again)).toEqual(['national/1/3']);
  });

  it('finds nothing missing that the account may still fill', () => {
    const waiting = field({ expectation: 'on-load', flags: ['should-have-been-filled'] });
    expect(listOf(heard([waiting], new Set([waiting.key])), []).missing).toEqual([]);
    expect(listOf(heard([waiting]), []).missing).toHaveLength(1);
  });

  it('adds what other frames and pages have stored, each field once', () => {
    const frame = stored({ key: 'justice/1/hoTen', flags: ['should-have-been-filled'] });
    const list = listOf(heard([filled]), [stored({ order: 2 }), frame]);
    expect(list.all.map(({ field: { key }, elsewhere }) => [key, elsewhere])).toEqual([
      ['national/1/2', false],
      ['justice/1/hoTen', true],
    ]);
    expect(keys(list.missing)).toEqual(['justice/1/hoTen']);
  });

  it('knows its fields under whatever key they are stored, and another page’s field of the same key as another', () => {
    const here = field({ key: 'national/3/ten', label: 'Họ tên', section: 'Người con' });
    const list = listOf(heard([here]), [
      stored({ ...here, key: 'national/2/ten', flags: ['asked-again'] }),
      stored({ ...here, label: 'Họ tên cha' }),
    ]);
    expect(list.all.map(({ field: { label }, elsewhere }) => [label, elsewhere])).toEqual([
      ['Họ tên', false],
      ['Họ tên cha', true],
    ]);
    expect(keys(list.again)).toEqual(['national/3/ten']);
  });

  it('knows of a question that another page had asked before', () => {
    const list = listOf(heard([filled]), [stored({ order: 2, flags: ['asked-again'] })]);
    expect(keys(list.again)).toEqual(['national/1/2']);
  });

  it('counts no hidden field as a finding', () => {
    const hidden = field({ visible: false, flags: ['should-have-been-filled', 'asked-again'] });
    const list = listOf(heard([hidden]), [stored(hidden)]);
    expect([list.all.length, list.missing.length, list.again.length]).toEqual([1, 0, 0]);
    const elsewhere = listOf(heard([]), [stored({ ...hidden, key: 'justice/1/x' })]);
    expect([elsewhere.all.length, elsewhere.missing.length, elsewhere.again.length]).toEqual([1, 0, 0]);
  });

  it('keeps the findings of a step that the page has left, as the record does', () => {
    const left = { state: 'typed', flags: ['should-have-been-filled', 'asked-again'] } as const;
    const facts = { ...left, flags: [...left.flags] };
    const list = listOf(heard([field({ ...facts, visible: false, flags: [] })]), [stored(facts)]);
    expect([list.all.length, list.missing.length, list.again.length]).toEqual([1, 1, 1]);
  });

  it('tells a field of an earlier page from the one that has its key now', () => {
    const owner = stored({ key: 'business/1/TxtPhone', label: 'Điện thoại chủ hộ' });
    const shop = field({ key: 'business/1/TxtPhone', label: 'Điện thoại cửa hàng' });
    const record = stored({ ...shop, key: 'business/2/TxtPhone' });
    const rows = listOf(heard([shop]), [owner, record]).all.map((it) => rowOf(it, false));
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
    expect(rows.map(({ label, record }) => [label, record])).toEqual([
      [shop.label, 'business/2/TxtPhone'],
      [owner.label, 'business/1/TxtPhone'],
    ]);
  });

  it('says in a row whether a reviewer has corrected it', () => {
    const entry = listOf(heard([missing]), []).all[0];
    expect(entry && rowOf(entry, true)).toMatchObject({ corrected: true, missing: true, elsewhere: false });
  });
});
