import { expect, it } from 'vitest';
import type { Fact } from '../../lib/messages/index.ts';
import { keepClock } from '../../lib/watch/clock.ts';

const T0 = 1_795_000_000_000;
const HOUR = 3_600_000;

/** A document of a machine whose clock a test sets. */
function machine({ stopsAsleep = false } = {}) {
  let [even, shift] = [0, 0];
  const told: Fact[] = [];
  const wall = () => T0 + even + shift;
  const outlet = keepClock(
    { tell: (fact: Fact) => told.push(fact) },
    { wall, even: () => even, stopsAsleep },
  );
  return {
    told,
    wall,
    pass: (ms: number) => {
      even += ms;
    },
    set: (ms: number) => {
      shift += ms;
    },
    hide: (at = wall()) => outlet.tell({ type: 'hidden', at }),
    tell: outlet.tell,
  };
}

it.each([HOUR, -HOUR, 5_000])('a clock set by %i ms is told once and taken out of what follows', (ms) => {
  const it = machine();
  it.hide();
  it.pass(10_000);
  it.set(ms);
  it.pass(1_000);
  it.hide();
  it.pass(1_000);
  it.hide();
  expect(it.told).toEqual([
    { type: 'hidden', at: T0 },
    { type: 'clock', at: T0 + 11_000, shiftMs: ms },
    { type: 'hidden', at: T0 + 11_000 },
    { type: 'hidden', at: T0 + 12_000 },
  ]);
});

it('a stretch that began before keeps its beginning', () => {
  const it = machine();
  const from = it.wall();
  it.pass(8_000);
  it.set(-HOUR);
  it.tell({ type: 'active', from, to: it.wall() });
  expect(it.told.at(-1)).toEqual({ type: 'active', from: T0, to: T0 + 8_000 });
  const later = it.wall();
  it.pass(1_000);
  it.tell({ type: 'active', from: later, to: it.wall() });
  expect(it.told.at(-1)).toEqual({ type: 'active', from: T0 + 8_000, to: T0 + 9_000 });
});

it('two settings that cancel each other leave the times as they are', () => {
  const it = machine();
  it.set(HOUR);
  it.hide();
  it.set(-HOUR);
  it.pass(500);
  it.hide();
  expect(it.told.at(-1)).toEqual({ type: 'hidden', at: T0 + 500 });
});

it('a machine that slept is not one whose clock was set, where its even clock sleeps too', () => {
  const it = machine({ stopsAsleep: true });
  it.set(HOUR);
  it.hide();
  expect(it.told).toEqual([{ type: 'hidden', at: T0 + HOUR }]);
});

it('a small correction by the network is none', () => {
  const it = machine();
  it.set(400);
  it.hide();
  expect(it.told).toEqual([{ type: 'hidden', at: T0 + 400 }]);
});
