import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Acknowledgement, Fact, Report } from '../../lib/messages/index.ts';
import { createReporter, type Wire } from '../../lib/watch/reporter.ts';

const shown = (at: number): Fact => ({ type: 'shown', at });
const answer = (acked: number): Acknowledgement => ({ acked, tabId: 3, road: null });

function setUp() {
  const disk = new Map<string, unknown>();
  const sent: Report[] = [];
  let gone = false;
  let reply: Wire['send'] = async (report) => answer(report.facts.at(-1)?.n ?? 0);
  const wire: Wire = {
    send: (report) => {
      sent.push(structuredClone(report));
      return reply(report);
    },
    put: async (key, value) => void disk.set(key, structuredClone(value)),
    remove: async (key) => void disk.delete(key),
    isGone: () => gone,
  };
  const abort = new AbortController();
  return {
    disk,
    sent,
    abort,
    reporter: createReporter(
      { document: 'doc', arrival: 'opened', host: 'dichvucong.gov.vn' },
      wire,
      () => {},
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
    const { reporter, sent } = setUp();
    reporter.tell(shown(1));
    reporter.tell(shown(2));
    await vi.runAllTimersAsync();
    expect(sent.map(({ facts }) => facts.map(({ n }) => n))).toEqual([[1, 2]]);
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
