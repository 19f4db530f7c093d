import type { Bus } from '../../lib/messages/index.ts';

const LIFE = Symbol.for('dong-hanh.companion');
const RUNS_ON = Symbol.for('dong-hanh.companion.bus');
/** `RUNS_ON` is null while the companion still waits for its watcher. */
export type World = typeof globalThis & { [LIFE]?: AbortController; [RUNS_ON]?: Bus | null };

/**
 * Begins the companion of this page: gives the life it may run for, or null where one runs already. One that runs on
 * another watcher than `bus` is ended: rules that were loaded began a new watcher, and the old one tells nothing more.
 */
export function beginLife(world: World, bus: Bus | null): AbortController | null {
  const running = world[LIFE];
  if (running && !running.signal.aborted) {
    if (bus === null || world[RUNS_ON] === null || world[RUNS_ON] === bus) return null;
    running.abort();
  }
  const life = new AbortController();
  world[LIFE] = life;
  world[RUNS_ON] = null;
  return life;
}

/** The companion has found the watcher it runs on. */
export function runsOn(world: World, bus: Bus): void {
  world[RUNS_ON] = bus;
}
