import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeAfter } from '../../entrypoints/companion/people-after.ts';
import { say } from '../../entrypoints/companion/people-wire.ts';
import { END_TO_END, type Told } from '../../lib/flow/index.ts';
import type { Aftermath, RoadView } from '../../lib/messages/index.ts';

vi.mock('../../entrypoints/companion/people-wire.ts', () => ({ say: vi.fn() }));

const filed = { outcome: 'submitted', submissionId: 'one' } as RoadView;

/** A background that keeps what it is told; while it is `away` no word reaches it. */
function setUp() {
  const background = { away: false };
  let kept: Aftermath = {
    id: 'one',
    outcome: 'submitted',
    satisfaction: null,
    endToEnd: {
      ...(Object.fromEntries(END_TO_END.map((it) => [it, 'unknown'])) as Aftermath['endToEnd']),
      'filed-online': 'yes',
    },
  };
  vi.mocked(say)
    .mockReset()
    .mockImplementation((async ({ told = {} }: { told?: Told }) => {
      if (background.away) return null;
      const { satisfaction = kept.satisfaction, endToEnd } = told;
      kept = { ...kept, satisfaction, endToEnd: { ...kept.endToEnd, ...endToEnd } };
      return kept;
    }) as typeof say);
  const attempt = async (_what: string, work: () => Promise<boolean>) => void (await work());
  const after = makeAfter(attempt, () => {}, new AbortController().signal);
  return { after, background, kept: () => kept };
}
/** Whatever was asked has been answered, and so much time has passed. */
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is asked after a result', () => {
  it('is asked though the first word to the background was lost', async () => {
    const { after, background } = setUp();
    background.away = true;
    after.heard(filed);
    await wait(10);
    expect(after.model()).toBeNull();
    background.away = false;
    await wait(2_500);
    expect(after.model()?.question?.at).toBe(1);
  });

  it('is not asked for without end of a background that has none of it', async () => {
    const { after, background } = setUp();
    background.away = true;
    after.heard(filed);
    await wait(600_000);
    expect(vi.mocked(say).mock.calls.length).toBeLessThan(10);
  });

  it('takes the second press of a double click for no answer to the next question', async () => {
    const { after, kept } = setUp();
    after.heard(filed);
    await wait(10);
    const first = after.model()?.question?.condition;
    after.act.answer('yes');
    after.act.answer('yes');
    await wait(100);
    after.act.answer('yes');
    await wait(100);
    expect(after.model()?.question?.at).toBe(2);
    expect(Object.entries(kept().endToEnd).filter(([, answer]) => answer === 'yes')).toEqual([
      ['filed-online', 'yes'],
      [first, 'yes'],
    ]);
    await wait(400);
    after.act.answer('yes');
    await wait(10);
    expect(after.model()?.question?.at).toBe(3);
  });

  it('keeps a rating until another face is pressed', async () => {
    const { after, kept } = setUp();
    after.heard(filed);
    await wait(10);
    expect(after.model()?.rating).toBe(true);
    after.act.rate(4);
    await wait(10);
    expect(after.model()).toMatchObject({ satisfaction: 4, rating: false });
    after.act.rateAgain();
    expect(after.model()?.rating).toBe(true);
    expect(kept().satisfaction).toBe(4);
    after.act.skipRating();
    expect(after.model()).toMatchObject({ satisfaction: 4, rating: false });
    after.act.rateAgain();
    after.act.rate(2);
    await wait(10);
    expect(after.model()).toMatchObject({ satisfaction: 2, rating: false });
  });

  it('keeps an answer until another one is given, and goes on with what has none', async () => {
    const { after, kept } = setUp();
    after.heard(filed);
    await wait(10);
    const first = after.model()?.question?.condition ?? 'no-visit';
    after.act.answer('no');
    await wait(500);
    expect(after.model()?.question).toBeNull();
    after.act.goBack();
    expect(after.model()?.question).toMatchObject({ condition: first, at: 1, given: 'no' });
    expect(kept().endToEnd[first]).toBe('no');
    after.act.answerLater();
    expect(after.model()).toMatchObject({ question: null, canGoBack: true });
    after.act.goBack();
    after.act.answer('yes');
    await wait(500);
    expect(kept().endToEnd[first]).toBe('yes');
    expect(after.model()?.question).toMatchObject({ at: 2, given: 'unknown' });
    after.act.goBack();
    after.act.answer('unknown');
    await wait(500);
    expect(kept().endToEnd[first]).toBe('unknown');
  });
});
