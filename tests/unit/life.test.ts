import { expect, it } from 'vitest';
import { beginLife, runsOn, type World } from '../../entrypoints/companion/life.ts';
import type { Bus } from '../../lib/messages/index.ts';

const bus = () => ({}) as Bus;

it('puts one companion on a page, however often it is injected', () => {
  const world = {} as World;
  const watcher = bus();
  const life = beginLife(world, null);
  expect(life).not.toBeNull();
  // It still waits for its watcher.
  expect(beginLife(world, watcher)).toBeNull();
  runsOn(world, watcher);
  expect(beginLife(world, watcher)).toBeNull();
  life?.abort();
  expect(beginLife(world, watcher)).not.toBeNull();
});

it('begins anew on the watcher that loaded rules began', () => {
  const world = {} as World;
  const before = beginLife(world, null);
  runsOn(world, bus());
  const after = beginLife(world, bus());
  expect(before?.signal.aborted).toBe(true);
  expect(after?.signal.aborted).toBe(false);
});
