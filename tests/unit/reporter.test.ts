import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Acknowledgement, Fact, Report } from '../../lib/messages/index.ts';
import { createReporter, type Wire } from '../../lib/watch/reporter.ts';
import { field } from '../fixtures/field.ts';

const shown = (at: number): Fact => ({ type: 'shown', at });
const answer = (acked: number): Acknowledgement => ({ acked, tabId: 3, road: null });

function setUp() {
  const disk = new Map<string, unknown>();
  const sent: Report[] = [];
  let gone = false;
  let reply: Wire['send'] = async (report) => answer(report.facts.at(-1)?.n ?? 0);
  const wire: Wire = {
    send: (report) => {
      // As it is when it leaves: what is queued meanwhile is none of it.
      const told = structuredClone(report);
      sent.push(told);
      return reply(told);
    },
    put: async (key, value) => void disk.set(key, structuredClone(value)),
    remove: async (key) => void disk.delete(key),
    isGone: () => gone,
  };
  const abort = new AbortController();
  const onRoad = vi.fn();
  return {
    disk,
    sent,
    abort,
    onRoad,
    reporter: createReporter(
      { document: 'doc', arrival: 'opened', host: 'dichvucong.gov.vn' },
      wire,
      onRoad,
      abort,
    ),
    answerWith: (next: typeof reply) => {
      reply = next;
    },
    goAway: () => {
      gone = true;
    },
  };
}

describe('the reporter', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('gathers facts and numbers them', async () => {
    const { reporter, sent, onRoad } = setUp();
    reporter.tell(shown(1));
    reporter.tell(shown(2));
    await vi.runAllTimersAsync();
    const facts = [1, 2].map((n) => ({ n, fact: shown(n) }));
    expect(sent).toEqual([{ name: 'report', document: 'doc', arrival: 'opened', facts }]);
    expect(onRoad.mock.calls).toEqual([[null]]);
  });

  it('tells of the fields of one form only how they stand now, and of each form by itself', async () => {
    const { reporter, sent } = setUp();
    const fields = (at: number, form: number, ...all: [key: string, state: 'empty' | 'typed'][]): Fact => ({
      ...{ type: 'fields', at, form },
      fields: all.map(([key, state]) => field({ key, state })),
    });
    reporter.tell(fields(1, 1, ['a', 'empty'], ['b', 'empty']));
    reporter.tell(fields(2, 1, ['b', 'typed'], ['c', 'empty']));
    reporter.tell(fields(3, 1, ['c', 'typed']));
    reporter.tell(fields(4, 2, ['a', 'empty']));
    reporter.tell(shown(5));
    reporter.tell(fields(6, 2, ['a', 'typed']));
    await vi.runAllTimersAsync();
    expect(sent.flatMap(({ facts }) => facts)).toEqual([
      { n: 1, fact: fields(3, 1, ['a', 'empty'], ['b', 'typed'], ['c', 'typed']) },
      { n: 2, fact: fields(4, 2, ['a', 'empty']) },
      { n: 3, fact: shown(5) },
      { n: 4, fact: fields(6, 2, ['a', 'typed']) },
    ]);
  });

  it.each([
    ['does not come', () => Promise.reject(new Error('Could not establish connection'))],
    ['answers nothing', () => Promise.resolve(undefined)],
  ])('waits longer each time for a worker that %s, and as at first once it has come', async (_, fail) => {
    const { reporter, answerWith } = setUp();
    const at: number[] = [];
    let start = Date.now();
    const failing: Wire['send'] = () => {
      at.push(Date.now() - start);
      return fail();
    };
    answerWith(failing);
    reporter.tell(shown(1));
    await vi.advanceTimersByTimeAsync(90_000);
    expect(at.splice(0)).toEqual([400, 900, 1_900, 3_900, 7_900, 15_900, 31_900, 61_900]);
    answerWith(async (report) => answer(report.facts.at(-1)?.n ?? 0));
    await vi.runAllTimersAsync();
    answerWith(failing);
    start = Date.now();
    reporter.tell(shown(2));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(at).toEqual([400, 900, 1_900]);
  });

  it('sends one message at a time: what is urgent goes right after, or beside it where the page goes', async () => {
    const { reporter, sent, answerWith } = setUp();
    let release = () => {};
    answerWith(
      (report) =>
        new Promise((resolve) => {
          release = () => resolve(answer(report.facts.at(-1)?.n ?? 0));
        }),
    );
    const numbers = () => sent.map(({ facts }) => facts.map(({ n }) => n));
    reporter.tell(shown(1), 'now');
    reporter.tell(shown(2), 'now');
    reporter.tell(shown(3));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(numbers()).toEqual([[1]]);
    release();
    await vi.advanceTimersByTimeAsync(1);
    expect(numbers()).toEqual([[1], [2, 3]]);
    reporter.flush();
    expect(numbers()).toEqual([[1], [2, 3], [2, 3]]);
  });

  it('leaves on disk what is not acknowledged yet', async () => {
    const { reporter, disk, answerWith } = setUp();
    reporter.tell(shown(1));
    await vi.runAllTimersAsync();
    answerWith(async () => answer(2));
    reporter.tell(shown(2), 'now');
    reporter.tell(shown(3), 'now');
    await vi.advanceTimersByTimeAsync(0);
    expect([...disk.keys()]).toEqual(['outbox/doc/3']);
  });

  it('says nothing any more once the visit has ended', async () => {
    const { reporter, sent, abort } = setUp();
    reporter.tell(shown(1));
    abort.abort();
    reporter.tell(shown(2), 'now');
    await vi.runAllTimersAsync();
    expect(sent).toEqual([]);
  });

  it('says again what a dead worker did not acknowledge, and nothing twice after it did', async () => {
    const { reporter, sent, answerWith } = setUp();
    answerWith(async () => {
      throw new Error('Could not establish connection');
    });
    reporter.tell(shown(1));
    await vi.advanceTimersByTimeAsync(450);
    answerWith(async (report) => answer(report.facts.at(-1)?.n ?? 0));
    reporter.tell(shown(2));
    await vi.runAllTimersAsync();
    expect(sent.map(({ facts }) => facts.map(({ n }) => n))).toEqual([[1], [1, 2]]);
  });

  it('says again what nobody answered: a worker that died over it does not even fail', async () => {
    const { reporter, sent, answerWith } = setUp();
    answerWith(async () => undefined);
    reporter.tell(shown(1));
    await vi.advanceTimersByTimeAsync(450);
    answerWith(async (report) => answer(report.facts.at(-1)?.n ?? 0));
    await vi.runAllTimersAsync();
    expect(sent.map(({ facts }) => facts.map(({ n }) => n))).toEqual([[1], [1]]);
  });

  it('lets go of what was refused', async () => {
    const { reporter, sent, answerWith } = setUp();
    answerWith(async () => ({ refused: 'consent' }));
    reporter.tell(shown(1));
    await vi.runAllTimersAsync();
    reporter.tell(shown(2));
    await vi.runAllTimersAsync();
    expect(sent.map(({ facts }) => facts.map(({ n }) => n))).toEqual([[1], [2]]);
  });

  it('settles when all that was told is acknowledged, what is under way included', async () => {
    const { reporter, sent } = setUp();
    reporter.tell(shown(1), 'now');
    reporter.tell(shown(2));
    await reporter.settle();
    expect(sent.map(({ facts }) => facts.map(({ n }) => n))).toEqual([[1], [2]]);
  });

  it('keeps an urgent fact on disk until it is acknowledged', async () => {
    const { reporter, disk, answerWith } = setUp();
    reporter.tell(shown(1), 'now');
    await vi.runAllTimersAsync();
    let release = () => {};
    answerWith(
      (report) =>
        new Promise((resolve) => {
          release = () => resolve(answer(report.facts.at(-1)?.n ?? 0));
        }),
    );
    reporter.tell(shown(2), 'now');
    await vi.advanceTimersByTimeAsync(10);
    expect(disk.get('outbox/doc/2')).toMatchObject({
      tabId: 3,
      host: 'dichvucong.gov.vn',
      report: { facts: [{ n: 2 }] },
    });
    release();
    await vi.runAllTimersAsync();
    expect(disk.size).toBe(0);
  });

  it('never changes a fact that was sent once: it may be written already', async () => {
    const { reporter, sent, answerWith } = setUp();
    const fields = (at: number): Fact => ({ type: 'fields', at, form: 1, fields: [] });
    answerWith(async () => {
      throw new Error('the answer was lost');
    });
    reporter.tell(fields(1));
    await vi.advanceTimersByTimeAsync(450);
    reporter.tell(fields(2));
    answerWith(async (report) => answer(report.facts.at(-1)?.n ?? 0));
    await vi.runAllTimersAsync();
    expect(sent.at(-1)?.facts.map(({ n, fact }) => [n, fact.type === 'fields' && fact.at])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('ends the visit when the extension is gone', async () => {
    const { reporter, abort, answerWith, goAway } = setUp();
    goAway();
    answerWith(async () => {
      throw new Error('Extension context invalidated.');
    });
    reporter.tell(shown(1));
    await vi.runAllTimersAsync();
    expect(abort.signal.aborted).toBe(true);
  });

  it('says nothing more after it was refused', async () => {
    const { reporter, sent, answerWith } = setUp();
    answerWith(async () => ({ refused: 'consent' }) as unknown as Acknowledgement);
    reporter.tell(shown(1));
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(1);
  });
});
