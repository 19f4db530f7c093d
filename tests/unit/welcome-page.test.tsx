import { expect, it, vi } from 'vitest';
import { openView } from '../fixtures/view.tsx';

/** What stands in for the machine: its settings, and whether they can be kept now. */
const machine = vi.hoisted(() => ({
  settings: { consentAt: null as number | null, role: 'helper', language: 'vi' },
  full: false,
  tellOfSettings: () => {},
}));
vi.mock('../../lib/storage/index.ts', () => ({
  hasRecords: async () => false,
  loadSettings: async () => machine.settings,
  onDataChanged: () => () => {},
  onSettings(listener: () => void) {
    machine.tellOfSettings = listener;
    return () => {};
  },
  async saveSettings(patch: object) {
    if (machine.full) throw new Error('QuotaExceededError');
    machine.settings = { ...machine.settings, ...patch };
    machine.tellOfSettings();
  },
}));

it('does not say of a choice that was kept that it was not, after one that was not', async () => {
  const view = openView();
  await view.settle(() => import('../../entrypoints/welcome/main.tsx'));
  machine.full = true;
  await view.press('[data-action="accept"]');
  expect(view.root.textContent).toContain('Chưa lưu được lựa chọn của bạn.');
  machine.full = false;
  await view.press('English');
  expect(machine.settings.language).toBe('en');
  expect(view.root.textContent).not.toContain('Your choice was not saved.');
});

it('has its title in the language that was chosen', () => {
  expect(document.documentElement.lang).toBe('en');
  expect(document.title).toBe('Hello – Đồng hành');
});
