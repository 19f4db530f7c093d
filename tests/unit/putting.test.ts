import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { inviteCompanion, inviteEverywhere, watchAgain } from '../../lib/background/companion.ts';

const NATIONAL = ['https://dichvucong.gov.vn/*', 'https://*.dichvucong.gov.vn/*'];
const JUSTICE = 'https://dichvucongnganhtuphap.moj.gov.vn/*';
const { put, open } = vi.hoisted(() => ({ put: [] as unknown[], open: {} as Record<string, number[]> }));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      getURL: () => 'chrome-extension://us/',
      getManifest: () => ({ host_permissions: NATIONAL }),
    },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((it) => it === JUSTICE),
      // A person may have given more than we ask for.
      getAll: async () => ({ origins: [...NATIONAL, JUSTICE, 'https://*/*'] }),
    },
    storage: { local: { get: async () => ({ settings: { consentAt: 1, companion: { on: true } } }) } },
    tabs: {
      query: async ({ url }: { url: string[] }) => url.flatMap((it) => open[it] ?? []).map((id) => ({ id })),
    },
    scripting: {
      executeScript: async (script: { target: { tabId: number } }) => {
        put.push(script);
        // The tab has gone.
        if (script.target.tabId === 9) throw new Error('No tab with id: 9');
        return [];
      },
    },
  },
}));
beforeEach(() => {
  put.length = 0;
  for (const key of Object.keys(open)) delete open[key];
  Object.assign(open, { [NATIONAL[0] ?? '']: [1, 9], [JUSTICE]: [2], 'https://*/*': [3] });
});

it('the companion that is switched on again is put on open pages of every portal that may be seen', async () => {
  await inviteEverywhere();
  expect(put).toEqual([1, 9, 2].map((tabId) => ({ target: { tabId }, files: ['/companion.js'] })));
});

it('the watcher of a new version is put into all frames of them', async () => {
  await watchAgain();
  expect(put).toEqual(
    [1, 9, 2].map((tabId) => ({ target: { tabId, allFrames: true }, files: ['/watcher.js'] })),
  );
});

it('the companion is put on the page whose watcher was loaded just now', async () => {
  const fact = { type: 'page', at: 1, portal: 'national', hidden: false } as const;
  const report = { name: 'report', document: '', arrival: 'opened' } as const;
  await inviteCompanion(9, { ...report, facts: [{ n: 1, fact }] });
  await inviteCompanion(1, { ...report, facts: [{ n: 2, fact }] });
  expect(put).toEqual([{ target: { tabId: 9 }, files: ['/companion.js'] }]);
});
