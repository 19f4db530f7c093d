import { describe, expect, it, vi } from 'vitest';
import { makeNear, type Near } from '../../entrypoints/companion/near.ts';
import type { FieldAnchor } from '../../lib/messages/index.ts';

vi.stubGlobal('ShadowRoot', class {});

/** Fields of 80 px, one below the other; `measured` counts what was asked of them. */
function formOf(count: number, { gone = [] as readonly number[] } = {}) {
  let measured = 0;
  const holder = { parentElement: null, contains: () => true };
  const anchors = new Map<string, FieldAnchor>();
  const keys = Array.from({ length: count }, (_, i) => `field${i}`);
  for (const [i, key] of keys.entries()) {
    const root = {
      key,
      isConnected: true,
      parentElement: holder,
      getRootNode: () => holder,
      getBoundingClientRect() {
        measured += 1;
        return { left: 0, right: 400, top: i * 80, bottom: i * 80 + 60, width: 400, height: 60 };
      },
    } as unknown as Element;
    if (!gone.includes(i)) anchors.set(key, { root, label: null, control: null });
  }
  const find = makeNear((key) => anchors.get(key) ?? null);
  const nearTo = (top: number, bottom: number, kept: string | null = null): Near => {
    const work = find(keys, () => ({ left: 0, right: 400, top, bottom }), kept);
    for (;;) {
      const { done, value } = work.next();
      if (done) return value;
    }
  };
  return { nearTo, measured: () => measured };
}
const keyOf = (element: Element | null | undefined) => (element as { key?: string } | null)?.key ?? null;

describe('the fields near the window', () => {
  it('are all that lie in it, with few beyond, and few others are measured', () => {
    const { nearTo, measured } = formOf(1_000);
    const { keys } = nearTo(40_000, 42_700);
    for (let i = 500; i < 534; i++) expect(keys).toContain(`field${i}`);
    expect(keys.length).toBeLessThan(34 + 2 * 16);
    expect(measured()).toBeLessThan(140);
  });

  it('stand in the tree between the last question before and the first after them', () => {
    const { parts } = formOf(1_000).nearTo(40_000, 42_700);
    expect(parts.map(({ after, before }) => [keyOf(after), keyOf(before)])).toEqual([
      ['field495', 'field544'],
    ]);
    const { parts: first } = formOf(1_000).nearTo(-900, 100);
    expect(first.map(({ after, before }) => [keyOf(after), keyOf(before)])).toEqual([[null, 'field16']]);
  });

  it('are found where fields beside them are not on the page', () => {
    const gone = Array.from({ length: 40 }, (_, i) => 480 + i);
    const { keys, parts } = formOf(1_000, { gone }).nearTo(40_000, 42_700);
    expect(keys).toContain('field520');
    expect(parts.map(({ after, before }) => [keyOf(after), keyOf(before)])).toEqual([
      ['field479', 'field544'],
    ]);
  });

  it('include the one that is kept, wherever it is', () => {
    const { keys, parts } = formOf(1_000).nearTo(40_000, 42_700, 'field3');
    expect(keys.slice(0, 4)).toEqual(['field0', 'field1', 'field2', 'field3']);
    expect(parts).toHaveLength(2);
  });
});
