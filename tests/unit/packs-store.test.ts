import 'fake-indexeddb/auto';
import { parseHTML } from 'linkedom';
import { beforeEach, expect, it, vi } from 'vitest';
import { importPack } from '../../entrypoints/dashboard/import-pack.ts';
import { PACKS } from '../../lib/guide/index.ts';
import { writePack } from '../../lib/packs/index.ts';
import type { PortalProfile } from '../../lib/portal/index.ts';
import { PROFILES } from '../../lib/portal/profiles/index.ts';
import { loadedGuides, loadedProfiles } from '../../lib/storage/packs-store.ts';

const disk = vi.hoisted(() => ({}) as Record<string, unknown>);
vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: structuredClone(disk[key]) }),
        set: async (items: object) => void Object.assign(disk, structuredClone(items)),
      },
    },
  },
}));
beforeEach(() => {
  for (const key of Object.keys(disk)) delete disk[key];
});

const [national, justice] = PROFILES;
if (!national || !justice) throw new Error('there are no profiles');

it('keeps what was loaded, each in place of an earlier one of its name', async () => {
  await loadedProfiles.keep([national, justice]);
  const mended = { ...national, hosts: [...national.hosts, 'thu.dichvucong.gov.vn'] };
  await loadedProfiles.keep([mended]);
  expect(await loadedProfiles.all()).toEqual([justice, mended]);
  await loadedGuides.keep(Object.values(PACKS).slice(0, 2));
  expect(await loadedGuides.all()).toEqual(Object.values(PACKS).slice(0, 2));
});

it('does not use what a later version no longer understands, and does not throw it away', async () => {
  const old = { ...national, submit: 'nop ho so' };
  disk.packs = [old, justice];
  expect(await loadedProfiles.all()).toEqual([justice]);
  await loadedProfiles.keep([justice]);
  expect(disk.packs).toEqual([old, justice]);
});

it('goes back to the built-in one, and takes that back', async () => {
  await loadedProfiles.keep([national, justice]);
  const undo = await loadedProfiles.drop(national.id);
  expect(await loadedProfiles.all()).toEqual([justice]);
  await undo();
  expect(await loadedProfiles.all()).toEqual([justice, national]);
});

it('takes a file at its word: what it mends is used, and what it says as it is built in is so again', async () => {
  Object.assign(globalThis, { document: parseHTML('<!doctype html>').document });
  const mended = (it: typeof national) => ({ ...it, name: `${it.name} (thử)` });
  await loadedProfiles.keep([mended(national)]);
  const file = (...profiles: PortalProfile[]) =>
    new File([writePack({ profiles, guides: [...PACKS] })], 'quy-tac.json');
  expect(await importPack(file(national, mended(justice)))).toEqual({ rules: 2, guides: 0 });
  expect(await loadedProfiles.all()).toEqual([mended(justice)]);
  expect(await importPack(file(national))).toEqual({ rules: 0, guides: 0 });
});

it('does not even read a file that is larger than any of them', async () => {
  const huge = new File(['x'.repeat(2_000_001)], 'quy-tac.json');
  const reading = vi.spyOn(huge, 'text');
  expect(await importPack(huge)).toMatchObject({ refusals: [{ line: 1, reason: 'too-large' }] });
  expect(reading).not.toHaveBeenCalled();
});
