import type { Fact } from '../messages/index.ts';

/** What keeps a document's time: the clock on the wall, and one that goes on evenly. Both in ms. */
export interface Clocks {
  wall(): number;
  even(): number;
  /** Whether the even clock stands still while the machine sleeps: then a leap forward may be a sleep. */
  stopsAsleep: boolean;
}

/** Clocks that part by less are corrected by the network, or slow. */
const SET_MS = 1_000;
/** A leap forward of this length on a machine whose even clock sleeps is taken for a sleep: idle, by any rule. */
const SLEEP_MS = 60_000;

/** Facts as {@link keepClock} hands them on. */
interface Told {
  tell(fact: Fact, when?: 'now'): void;
}

/**
 * Keeps the times of a document's facts by one clock, should the machine's be set meanwhile: tells `clock` by how much
 * it was, and takes that back from every fact that was timed by the new one. Looks only when there is something to
 * tell; there is no timer.
 */
export function keepClock<T extends Told>(outlet: T, clocks: Clocks = ofDocument()): T {
  let apart = clocks.wall() - clocks.even();
  /** By how much facts are timed late. */
  let shift = 0;

  function look(): void {
    const leap = clocks.wall() - clocks.even() - apart;
    if (Math.abs(leap) < SET_MS) return;
    apart += leap;
    if (leap >= SLEEP_MS && clocks.stopsAsleep) return;
    shift += leap;
    const at = clocks.wall() - shift;
    outlet.tell({ type: 'clock', at: Math.round(at), shiftMs: Math.round(leap) }, 'now');
  }

  /** A moment before the clock was set is nearer to the old time than to the new. */
  function steady(at: number): number {
    const now = clocks.wall();
    return Math.abs(at - now) <= Math.abs(at - (now - shift)) ? at - shift : at;
  }

  return {
    ...outlet,
    tell(fact, when) {
      look();
      if ('to' in fact) outlet.tell({ ...fact, from: steady(fact.from), to: steady(fact.to) }, when);
      else outlet.tell({ ...fact, at: steady(fact.at) }, when);
    },
  };
}

/** Only Windows counts the time asleep in a document's even clock. */
function ofDocument(): Clocks {
  return {
    wall: Date.now,
    even: () => performance.now(),
    stopsAsleep: !navigator.userAgent.includes('Windows'),
  };
}
