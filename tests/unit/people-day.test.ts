import { expect, it, vi } from 'vitest';
import { makePeople } from '../../entrypoints/companion/people.ts';
import { readLogin, say } from '../../entrypoints/companion/people-wire.ts';
import type { DayView, RoadView, WatcherView } from '../../lib/messages/index.ts';
import type { PortalProfile } from '../../lib/portal/index.ts';
import { parseSettings } from '../../lib/storage/settings.ts';

vi.mock('../../entrypoints/companion/people-wire.ts', () => ({
  say: vi.fn(),
  readLogin: vi.fn(async (): Promise<PortalProfile['login'] | null> => null),
  onNextPerson: () => {},
  saveRole: async () => {},
}));
vi.stubGlobal('window', { addEventListener: () => {} });
vi.stubGlobal('location', { pathname: '/', hash: '' });

it('a volunteer’s day comes though the first word to the background was lost', async () => {
  vi.useFakeTimers();
  const day = { tally: { submitted: 1 } } as DayView;
  vi.mocked(say).mockResolvedValueOnce(null).mockResolvedValue(day);
  const settings = parseSettings({ role: 'volunteer' });
  const view: WatcherView = { road: null, step: null, fields: [] };
  const people = makePeople(
    { querySelectorAll: () => [] },
    async () => {},
    () => null,
    () => people.model(view, settings, null),
    new AbortController().signal,
  );
  people.model(view, settings, null);
  await vi.advanceTimersByTimeAsync(10);
  expect(people.model(view, settings, null).day).toBeNull();
  await vi.advanceTimersByTimeAsync(1_500);
  expect(people.model(view, settings, null).day).toEqual(day);
  const asked = vi.mocked(say).mock.calls.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(vi.mocked(say).mock.calls.length).toBe(asked);
  vi.useRealTimers();
});

it('whether someone is logged in is asked of what remembers its searches', async () => {
  const login = { done: [{ selector: '.account' }], out: [] } as unknown as PortalProfile['login'];
  vi.mocked(readLogin).mockResolvedValueOnce(login);
  const querySelectorAll = vi.fn(() => []);
  const people = makePeople(
    { querySelectorAll },
    async () => {},
    () => null,
    () => {},
    new AbortController().signal,
  );
  await Promise.resolve();
  const road = {
    startedBy: 'first-page',
    declared: false,
    outcome: 'open',
    passed: [],
  } as unknown as RoadView;
  people.look({ road, step: null, fields: [] }, parseSettings({ role: 'volunteer' }));
  expect(querySelectorAll).toHaveBeenCalledWith('.account');
});
