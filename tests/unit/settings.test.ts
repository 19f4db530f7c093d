import { expect, it, vi } from 'vitest';
import { parseSettings } from '../../lib/storage/settings.ts';
import { loadSettings, saveSettings } from '../../lib/storage/settings-store.ts';

vi.mock('webextension-polyfill', () => {
  const stored = {};
  const local = {
    get: async () => ({ ...stored }),
    set: async (news: object) => Object.assign(stored, news),
  };
  return { default: { storage: { local } } };
});

it('takes what fits of the companion’s stored settings, and defaults for the rest', () => {
  const of = (companion: unknown) => parseSettings({ companion }).companion;
  expect(of({ large: true, right: 40 })).toMatchObject({ on: true, large: true, right: 40, bottom: 16 });
  expect(of({ large: 'yes' }).large).toBe(false);
  expect(of(undefined).large).toBe(false);
});

it('keeps a role and the consent that is given before the role is stored', async () => {
  await Promise.all([saveSettings({ role: 'volunteer' }), saveSettings({ consentAt: 1 })]);
  await saveSettings({ language: 'en' });
  expect(await loadSettings()).toMatchObject({ role: 'volunteer', consentAt: 1, language: 'en' });
});
