import { expect, it } from 'vitest';
import { aheadOf, begunAnew, type Clocks, notice, withDocument } from '../../lib/storage/clocks.ts';

const HOUR = 3_600_000;
const MINUTES = 300_000;

/** A road in which documents begin (a name) or tell by how much they saw the clock set. Answers what was news. */
function road() {
  let clocks: Clocks = { shifts: {}, shiftMs: 0 };
  return {
    loads: (document: string) => {
      clocks = { ...clocks, ...withDocument(clocks, document) };
    },
    tells: (document: string, shiftMs: number) => {
      const { news, ...after } = notice(clocks, document, shiftMs);
      clocks = { ...clocks, ...after };
      return news;
    },
    ends: () => {
      clocks = begunAnew(clocks);
    },
    ahead: (document: string) => aheadOf(clocks, document),
  };
}

it('a setting is news once, whichever document tells it first', () => {
  const it = road();
  it.loads('a');
  it.loads('b');
  expect([it.tells('a', HOUR), it.tells('b', HOUR)]).toEqual([HOUR, 0]);
  expect([it.tells('b', MINUTES), it.tells('a', MINUTES)]).toEqual([MINUTES, 0]);
});

it('two settings that one document tells as one are no more than the other one told singly', () => {
  const it = road();
  it.loads('a');
  it.loads('b');
  expect([it.tells('a', HOUR), it.tells('a', MINUTES), it.tells('b', HOUR + MINUTES)]).toEqual([
    HOUR,
    MINUTES,
    0,
  ]);
});

it('a setting that is taken back is left as if it had not been', () => {
  const it = road();
  it.loads('a');
  it.loads('b');
  expect([it.tells('a', HOUR), it.tells('a', -HOUR), it.tells('b', MINUTES)]).toEqual([HOUR, -HOUR, MINUTES]);
});

it('documents that were open go on by their own clock, a later one by the new time', () => {
  const it = road();
  it.loads('a');
  it.tells('a', HOUR);
  it.loads('c');
  expect([it.ahead('a'), it.ahead('c')]).toEqual([0, HOUR]);
  expect([it.tells('c', MINUTES), it.tells('a', MINUTES)]).toEqual([MINUTES, 0]);
});

it.each([
  [12, 0],
  [999, 0],
  [1_000, 1_000],
])('what two documents measure differently by %i ms is one setting, but for %i', (more, news) => {
  const it = road();
  it.loads('a');
  it.loads('b');
  expect([it.tells('a', HOUR), it.tells('b', HOUR + more)]).toEqual([HOUR, news]);
});

it('never more is news than is told, nor the other way', () => {
  const it = road();
  it.loads('a');
  // The clock has been set already when this one loads, but nobody has told it yet.
  it.loads('late');
  it.tells('a', HOUR);
  expect(it.tells('late', MINUTES)).toBe(0);
  expect(it.tells('a', MINUTES)).toBe(MINUTES);
});

it('the next road goes by the new time, which documents of the road before it told too late notice once', () => {
  const it = road();
  it.loads('a');
  it.loads('b');
  it.tells('a', HOUR);
  it.ends();
  it.loads('c');
  expect([it.ahead('a'), it.ahead('b'), it.ahead('c')]).toEqual([-HOUR, -HOUR, 0]);
  expect([it.tells('b', HOUR), it.tells('c', MINUTES), it.tells('a', MINUTES)]).toEqual([0, MINUTES, 0]);
});
