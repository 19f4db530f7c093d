import { beforeEach, expect, it, vi } from 'vitest';
import { saveRole } from '../../entrypoints/companion/people-wire.ts';
import { saveCompanion } from '../../entrypoints/companion/settings.ts';
import { parseSettings, SETTINGS_KEY } from '../../lib/storage/settings.ts';

const disk = vi.hoisted(() => ({ stored: {} as Record<string, unknown>, isFull: false }));
vi.mock('../../lib/messages/index.ts', async (original) => ({
  ...(await original<object>()),
  api: {
    storage: {
      local: {
        get: async () => ({ ...disk.stored }),
        async set(news: object) {
          if (disk.isFull) throw new Error('full');
          Object.assign(disk.stored, news);
        },
      },
    },
  },
}));

beforeEach(() => {
  disk.stored = {};
  disk.isFull = false;
});
const kept = () => parseSettings(disk.stored[SETTINGS_KEY]);

it('settings that are changed before an earlier change is stored are all kept', async () => {
  await Promise.all([
    saveCompanion({ collapsed: true }),
    saveRole('volunteer'),
    saveCompanion({ right: 40 }),
  ]);
  expect(kept().role).toBe('volunteer');
  expect(kept().companion).toMatchObject({ collapsed: true, right: 40 });
});

it('a change that could not be stored is told of, and keeps none after it from being stored', async () => {
  disk.isFull = true;
  await expect(saveRole('reviewer')).rejects.toThrow('full');
  disk.isFull = false;
  await saveCompanion({ collapsed: false });
  expect(kept().companion.collapsed).toBe(false);
});
