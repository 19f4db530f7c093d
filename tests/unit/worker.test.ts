import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answer } from '../../lib/background/answer.ts';
import { startBackground } from '../../lib/background/start.ts';
import type { Correction } from '../../lib/fields/index.ts';
import { database, STORES } from '../../lib/storage/database.ts';

type Listener = (...told: unknown[]) => unknown;
type Script = { id: string; matches: string[] };
const { disk, given, sought, listeners, registered, badge } = vi.hoisted(() => ({
  disk: { local: {}, session: {} } as Record<string, Record<string, unknown>>,
  /** Hosts that may be seen. */
  given: new Set<string>(),
  /** Addresses of which open tabs were asked for. */
  sought: [] as string[],
  listeners: new Map<string, Listener[]>(),
  /** What the browser puts on pages by itself, by its id. */
  registered: new Map<string, Script>(),
  badge: { text: '' },
}));
vi.mock('webextension-polyfill', () => {
  const event = (name: string) => ({
    addListener: (listener: Listener) => listeners.set(name, [...(listeners.get(name) ?? []), listener]),
  });
  const area = (name: string) => ({
    get: async (key: string | string[] | null) => {
      const all = structuredClone(disk[name] ?? {});
      return key === null ? all : Object.fromEntries([key].flat().map((it) => [it, all[it]]));
    },
    set: async (items: object) => void Object.assign(disk[name] ?? {}, structuredClone(items)),
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) delete disk[name]?.[key];
    },
  });
  const runtime = {
    ...{ id: 'us', getURL: (path: string) => `moz-extension://us${path}` },
    getManifest: () => ({ host_permissions: ['https://dichvucong.gov.vn/*'] }),
    ...{ onMessage: event('message'), onInstalled: event('installed'), onStartup: event('startup') },
  };
  const storage = { local: area('local'), session: area('session'), onChanged: event('changed') };
  const query = async ({ url = [] }: { url?: string[] }) => {
    sought.push(...url);
    return [];
  };
  const tabs = {
    query,
    ...{ onCreated: event('created'), onRemoved: event('removed'), onReplaced: event('replaced') },
  };
  const alarms = { get: async () => undefined, create: async () => {}, onAlarm: event('alarm') };
  const permissions = {
    contains: async ({ origins }: { origins: string[] }) => origins.every((it) => given.has(it)),
    ...{ onAdded: event('added'), onRemoved: event('taken') },
  };
  const action = {
    setBadgeBackgroundColor: async () => {},
    setBadgeText: async (told: typeof badge) => void Object.assign(badge, told),
  };
  const put = (isKnown: boolean) => async (scripts: Script[]) => {
    for (const it of scripts) {
      if (registered.has(it.id) !== isKnown) throw new Error(`${it.id} is ${isKnown ? 'not ' : ''}there`);
      registered.set(it.id, it);
    }
  };
  const scripting = {
    getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
      [...registered.values()].filter(({ id }) => ids.includes(id)),
    registerContentScripts: put(false),
    updateContentScripts: put(true),
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      for (const id of ids) if (!registered.delete(id)) throw new Error(`${id} is not there`);
    },
  };
  return { default: { runtime, storage, tabs, alarms, permissions, action, scripting } };
});

const T0 = Date.parse('2026-11-22T10:00:00+07:00');
const RECORDING = { consentAt: T0, paused: false, companion: { on: false } };
const url = 'https://dichvucong.gov.vn/';
const NATIONAL = `${url}*`;
startBackground();

beforeEach(async () => {
  disk.local = { settings: RECORDING };
  disk.session = {};
  given.clear();
  given.add(NATIONAL);
  sought.length = 0;
  registered.clear();
  const db = await database();
  for (const store of STORES) await db.clear(store);
});

/** Something happens in the browser; what it is answered by has been done. */
const happens = async (name: string, ...told: unknown[]) => {
  for (const listener of listeners.get(name) ?? []) await listener(...told);
};
const settle = async (newValue: object) => {
  const oldValue = disk.local?.settings;
  Object.assign(disk.local ?? {}, { settings: newValue });
  await happens('changed', { settings: { oldValue, newValue } }, 'local');
};
const tell = (all: object[], tabId = 7, document = crypto.randomUUID(), at = url) => {
  const facts = all.map((fact, nth) => ({ n: nth + 1, fact }));
  const report = { name: 'report', document, arrival: 'opened', facts };
  return answer(report, { id: 'us', url: at, frameId: 0, tab: { id: tabId, url: at } as never });
};
const page = (at: number) => ({ type: 'page', at, portal: 'national', hidden: false });
const passed = (name: string, at: number) => ({ type: 'milestone', at, name, evidence: 'national/test' });
const declare = (tabId = 7, document = crypto.randomUUID(), at = url) =>
  tell([page(T0), passed('form-opened', T0 + 1)], tabId, document, at);
const submissions = async () => (await database()).getAll('submissions');

const stored = async () => {
  const db = await database();
  return Promise.all(STORES.map((store) => db.getAll(store)));
};

it.each([
  ['is paused', { ...RECORDING, paused: true }],
  ['is no longer consented to', { ...RECORDING, consentAt: null }],
])('a dossier under way when recording %s has no end that anybody knows', async (_how, settings) => {
  await declare();
  await settle(settings);
  await vi.waitFor(async () =>
    expect(await submissions()).toMatchObject([{ outcome: 'abandoned', notSeen: ['paused'] }]),
  );
});

it('a dossier goes on when anything else is set', async () => {
  await declare();
  await settle({ ...RECORDING, role: 'reviewer', language: 'en' });
  await new Promise((done) => setTimeout(done, 50));
  expect(await submissions()).toMatchObject([{ outcome: 'open' }]);
});

it.each([
  ['asks for consent', '!', { ...RECORDING, consentAt: null }],
  ['tells that recording is paused', 'II', { ...RECORDING, paused: true }],
  ['is quiet while all is recorded', '', RECORDING],
])('the icon %s: "%s"', async (_what, text, settings) => {
  badge.text = 'before';
  await settle(settings);
  await vi.waitFor(() => expect(badge.text).toBe(text));
});

it('the icon tells of trouble, until it is over', async () => {
  const trouble = async (newValue?: string) => {
    disk.session = newValue ? { trouble: newValue } : {};
    await happens('changed', { trouble: { newValue } }, 'session');
  };
  await trouble('full');
  await vi.waitFor(() => expect(badge.text).toBe('!'));
  await trouble();
  await vi.waitFor(() => expect(badge.text).toBe(''));
});

it('a report that comes to the database after recording stopped goes on for no longer than a minute', async () => {
  await declare();
  Object.assign(disk.local ?? {}, { settings: { ...RECORDING, paused: true } });
  await happens('alarm', { name: 'sweep' });
  await vi.waitFor(async () => expect(await submissions()).toMatchObject([{ notSeen: ['paused'] }]));
});

it('a tab that is opened or closed leaves no trace while nothing is recorded', async () => {
  await declare();
  await settle({ ...RECORDING, paused: true });
  await vi.waitFor(async () => expect(await submissions()).toMatchObject([{ outcome: 'abandoned' }]));
  const before = await stored();
  await happens('created', { id: 8, openerTabId: 7 });
  await happens('removed', 7);
  await happens('alarm', { name: 'sweep' });
  await new Promise((done) => setTimeout(done, 50));
  expect(await stored()).toEqual(before);
});

it('a dossier whose tab the browser gave another number ends with that', async () => {
  await declare();
  await happens('replaced', 9, 7);
  await vi.waitFor(async () =>
    expect(await (await database()).getAll('meta')).toMatchObject([{ value: { tabs: [9] } }]),
  );
  await tell([page(T0 + 5_000), passed('submit-clicked', T0 + 9_000)], 9);
  await happens('removed', 9);
  expect(await submissions()).toMatchObject([{ outcome: 'submitted-unconfirmed', elapsedMs: 9_000 }]);
});

it('a tab that is given another number while nothing is recorded is not noted', async () => {
  await declare();
  await settle({ ...RECORDING, paused: true });
  await vi.waitFor(async () => expect(await submissions()).toMatchObject([{ outcome: 'abandoned' }]));
  const before = await stored();
  await happens('replaced', 9, 7);
  await new Promise((done) => setTimeout(done, 50));
  expect(await stored()).toEqual(before);
});

describe('what a page put on disk before it went away', () => {
  const host = 'dichvucong.laichau.gov.vn';
  const origin = `https://${host}/*`;
  const document = crypto.randomUUID();
  const key = `outbox/${document}/3`;
  /** A submit that the page at this host could not say any more. */
  const put = (host: string) => {
    const fact = passed('submit-clicked', T0 + 9);
    const report = { name: 'report', document, arrival: 'opened', facts: [{ n: 3, fact }] };
    Object.assign(disk.local ?? {}, { [key]: { tabId: 7, host, report } });
  };
  const clicked = async () => (await submissions()).some(({ milestones }) => 'submit-clicked' in milestones);
  const isThrownAway = () => vi.waitFor(() => expect(disk.local).not.toHaveProperty([key]));

  beforeEach(async () => {
    given.add(origin);
    await declare(7, document, `https://${host}/dich-vu-cong`);
  });

  it('is written', async () => {
    put(host);
    await happens('changed', { [key]: {} }, 'local');
    await isThrownAway();
    expect(await clicked()).toBe(true);
  });

  it('is thrown away once its host may not be seen any more', async () => {
    given.clear();
    put(host);
    await happens('changed', { [key]: {} }, 'local');
    await isThrownAway();
    expect(await clicked()).toBe(false);
  });

  it.each([
    [
      'its host was taken away and given again',
      async () => {
        given.clear();
        await happens('taken', { origins: [origin] });
        given.add(origin);
      },
    ],
    [
      'recording was paused and goes on',
      async () => {
        await settle({ ...RECORDING, paused: true });
        await isThrownAway();
        await settle(RECORDING);
      },
    ],
  ])('does not come up again after %s', async (_what, withdraw) => {
    put(host);
    await withdraw();
    await isThrownAway();
    await happens('alarm', { name: 'sweep' });
    expect(await clicked()).toBe(false);
  });
});

describe('what a page put on disk while the worker was ended, or the disk was full', () => {
  const document = crypto.randomUUID();

  beforeEach(async () => {
    await tell([page(T0)], 7, document);
    const facts = [
      { n: 2, fact: passed('form-opened', T0 + 1) },
      { n: 3, fact: passed('submit-clicked', T0 + 9) },
    ];
    const report = { name: 'report', document, arrival: 'opened', facts };
    Object.assign(disk.local ?? {}, {
      [`outbox/${document}/3`]: { tabId: 7, host: 'dichvucong.gov.vn', report },
    });
  });

  it('stands before what the next page of its tab tells: a click before its rejection', async () => {
    await tell([page(T0 + 10), passed('submit-rejected', T0 + 11)]);
    await happens('removed', 7);
    expect(await submissions()).toMatchObject([{ outcome: 'abandoned', rejections: 1 }]);
  });

  it('stands before it once there is room again: a declaration before its result', async () => {
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const next = crypto.randomUUID();
    const result = () => tell([page(T0 + 10), passed('submitted', T0 + 11)], 7, next);
    await expect(result()).rejects.toMatchObject({ name: 'QuotaExceededError' });
    full.mockRestore();
    await result();
    expect(await submissions()).toMatchObject([{ outcome: 'submitted', elapsedMs: 11 }]);
    expect(Object.keys(disk.local ?? {})).toEqual(['settings']);
  });
});

describe('a correction that an earlier version kept under the number of a frame', () => {
  const word = { kind: 'full-name', subject: 'child', expectation: 'on-lookup' } as const;
  const known = (form: string, field: string) => ({ form, field, ...word });
  const kept = () => {
    const { corrections } = disk.local as { corrections: Correction[] };
    return corrections.map(({ form, field }) => `${form} ${field}`);
  };

  it('holds for the form of the frame, where no later one does', async () => {
    const later = { ...known('justice/1.001193', 'NoiSinh'), kind: 'birth-place' } as const;
    const corrections = [
      known('justice.1/1.001193', 'HoTen'),
      known('justice.2/1.001193', 'HoTen'),
      known('justice.1/1.001193', 'NoiSinh'),
      known('national/form/surveyjs', 'a.1/b'),
      later,
    ];
    Object.assign(disk.local ?? {}, { corrections });
    await settle(RECORDING);
    await vi.waitFor(() =>
      expect(kept()).toEqual([
        'justice/1.001193 HoTen',
        'national/form/surveyjs a.1/b',
        'justice/1.001193 NoiSinh',
      ]),
    );
    expect(disk.local?.corrections).toContainEqual(later);
  });

  it('holds for the form of the frame where another reviewer hands it on', async () => {
    const correct = { name: 'correct', add: [known('justice.1/1.001193', 'HoTen')], remove: [] };
    await answer(correct, { id: 'us', url: 'moz-extension://us/dashboard.html' });
    expect(kept()).toEqual(['justice/1.001193 HoTen']);
  });
});

describe('a portal to which access was given', () => {
  const [first, second] = ['laichau', 'bacninh'].map((it) => `https://dichvucong.${it}.gov.vn/*`);
  const watched = () => [...registered.values()].map(({ matches }) => matches);

  it('is watched in all frames of its pages from their start, until it is taken away', async () => {
    given.add(first ?? '');
    await happens('added', { origins: [first] });
    expect([...registered.values()]).toEqual([
      {
        id: 'portals',
        matches: [first],
        js: ['watcher.js'],
        runAt: 'document_start',
        allFrames: true,
        persistAcrossSessions: true,
      },
    ]);
    given.add(second ?? '');
    await happens('added', { origins: [second] });
    expect(watched().map((it) => it.toSorted())).toEqual([[second, first]]);
    given.delete(first ?? '');
    await happens('taken', { origins: [first] });
    expect(watched()).toEqual([[second]]);
    given.delete(second ?? '');
    await happens('taken', { origins: [second] });
    expect(watched()).toEqual([]);
  });

  it.each([
    ['installed', { reason: 'update' }],
    ['startup', {}],
  ])('is watched again after the browser has forgotten it: %s', async (event, told) => {
    given.add(first ?? '');
    await happens(event, told);
    expect(watched()).toEqual([[first]]);
  });
});

it('access to all sites at once has nothing of ours put on a page that is no portal’s', async () => {
  const portal = 'https://dichvucong.laichau.gov.vn/*';
  given.add(portal);
  await happens('added', { origins: ['https://*/*'] });
  await vi.waitFor(() => expect(sought).not.toEqual([]));
  expect(sought).toContain(portal);
  expect(sought).not.toContain('https://*/*');
});

it('in Firefox, where access to the national portal can be taken away too, its open page is heard no more then', async () => {
  await declare();
  given.delete(NATIONAL);
  expect(await declare(8)).toEqual({ refused: 'sender' });
  expect(await submissions()).toHaveLength(1);
});
