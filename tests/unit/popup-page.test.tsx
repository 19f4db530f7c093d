import { beforeEach, expect, it, vi } from 'vitest';
import type { Submission } from '../../lib/flow/index.ts';
import { submissions } from '../fixtures/submissions.ts';
import { openView, type View } from '../fixtures/view.tsx';

/** What stands in for the machine: its records, and whether they can be read now. */
const machine = vi.hoisted(() => ({
  list: [] as Submission[],
  readable: true,
  tellOfChange: () => {},
}));
vi.mock('../../lib/access/index.ts', () => ({
  onAccess: () => () => {},
  requestAccess: async () => true,
  unseenHere: async () => null,
}));
vi.mock('../../lib/storage/index.ts', () => ({
  counts: async () => ({
    submissions: machine.list.length,
    fields: 1,
    days: 1,
    notes: 0,
    rounds: 0,
    health: 0,
  }),
  hasRecords: async () => machine.list.length > 0,
  dayAt: async () => ({
    round: null,
    tally: { submitted: 0, unconfirmed: 0, abandoned: 0, meanElapsedMs: null },
  }),
  async eraseEverything() {
    const erased = machine.list;
    machine.list = [];
    return async () => {
      machine.list = erased;
    };
  },
  async listSubmissions() {
    if (!machine.readable) throw new Error('UnknownError');
    return machine.list;
  },
  loadSettings: async () => ({ consentAt: 1, paused: false, role: 'helper', language: 'vi' }),
  loadTrouble: async () => null,
  onDataChanged(listener: () => void) {
    machine.tellOfChange = listener;
    return () => {};
  },
  onSettings: () => () => {},
  onTrouble: () => () => {},
  orderAnswer: async () => {},
  orderNextPerson: async () => {},
  orderRound: async () => 'saved',
  runningSubmissions: async () => [],
  saveSettings: async () => ({}),
}));

let view: View;
beforeEach(async () => {
  Object.assign(machine, { list: submissions(3), readable: true });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.resetModules();
  view = openView();
  await view.settle(() => import('../../entrypoints/popup/main.tsx'));
});

it('keeps the way back from a deletion when its records cannot be read for a moment', async () => {
  await view.press('Xoá tất cả');
  await view.press('Xoá hết');
  expect(view.buttons()).toContain('Hoàn tác');
  machine.readable = false;
  await view.settle(() => machine.tellOfChange());
  expect(view.buttons()).toEqual(expect.arrayContaining(['Thử lại', 'Hoàn tác']));
  machine.readable = true;
  await view.press('Thử lại');
  expect(view.buttons()).not.toContain('Thử lại');
  await view.press('Hoàn tác');
  expect(machine.list).toHaveLength(3);
});
