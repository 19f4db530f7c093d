import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askAudit } from '../../entrypoints/companion/audit-wire.ts';
import { makeFrameFields } from '../../entrypoints/companion/guide/frame-fields.ts';
import type { FieldRecord } from '../../lib/fields/index.ts';
import { field } from '../fixtures/field.ts';

vi.mock('../../entrypoints/companion/audit-wire.ts', () => ({ askAudit: vi.fn() }));
vi.stubGlobal('document', { hidden: false });

const record = (facts: Partial<FieldRecord>): FieldRecord => ({
  ...field({ flags: ['should-have-been-filled'], ...facts }),
  submissionId: 'one',
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('the fields of a frame are counted with those that should have been filled, hidden ones and the page’s own left out', async () => {
  const stored = [
    record({ key: 'justice.1/1/a' }),
    record({ key: 'justice.1/1/b', flags: [] }),
    record({ key: 'justice.1/1/c', visible: false }),
    record({ key: 'justice/1/d' }),
  ];
  vi.mocked(askAudit).mockResolvedValue({ fields: stored, evidence: {}, words: {} });
  const framed = makeFrameFields('justice', () => {}, new AbortController().signal);
  framed.follow(true, 'vi');
  await vi.advanceTimersByTimeAsync(10);
  expect([framed.fields().length, framed.flagged()]).toEqual([3, 1]);
  framed.follow(false, 'vi');
  expect([framed.fields().length, framed.flagged()]).toEqual([0, 0]);
});

it('an empty field that the account may still fill is counted once that time is over', async () => {
  const waits = record({ key: 'justice.1/1/a', expectation: 'on-load', state: 'empty' });
  vi.mocked(askAudit).mockResolvedValue({ fields: [waits], evidence: {}, words: {} });
  const changed = vi.fn();
  const framed = makeFrameFields('justice', changed, new AbortController().signal);
  framed.follow(true, 'vi');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(framed.flagged()).toBe(0);
  changed.mockClear();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(framed.flagged()).toBe(1);
  expect(changed).toHaveBeenCalledOnce();
});
