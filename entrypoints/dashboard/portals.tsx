import { type Imported, PacksCard, type UsedPack } from '../../components/dashboard/packs.tsx';
import { PortalsCard } from '../../components/dashboard/portals.tsx';
import { useLoaded } from '../../components/loaded.ts';
import { missingAccess, onAccess, requestAccess } from '../../lib/access/index.ts';
import { PACKS } from '../../lib/guide/index.ts';
import { inUse, parsePack } from '../../lib/packs/index.ts';
import { paymentHosts } from '../../lib/portal/hosts.ts';
import { PROFILES } from '../../lib/portal/profiles/index.ts';
import { loadedGuides, loadedProfiles, onPacks } from '../../lib/storage/index.ts';
import { handOutPack } from './download.ts';

async function loadAccess() {
  const portals = PROFILES.map(({ id, name, hosts, frames = [] }) => ({
    id,
    name,
    hosts: [...hosts, ...frames],
  }));
  const all = [...portals, { id: 'payment', name: null, hosts: paymentHosts() }];
  return Promise.all(
    all.map(async ({ id, name, hosts }) => ({ id, name, missing: await missingAccess(hosts) })),
  );
}

/** Whether the browser itself reads this as a selector. */
function isSelector(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

async function loadPacks(): Promise<UsedPack[]> {
  const [profiles, guides] = await Promise.all([loadedProfiles.all(), loadedGuides.all()]);
  const nameOf = (id: string) => [...profiles, ...PROFILES].find((it) => it.id === id)?.name ?? id;
  return [
    ...profiles.map(({ id, name }) => ({ what: 'rules' as const, id, name })),
    ...guides.map(({ portal }) => ({ what: 'guide' as const, id: portal, name: nameOf(portal) })),
  ];
}

/**
 * Takes over what differs from the built-in: a file of all that is in use, with one thing mended, must not keep the rest
 * from what a later version of the extension knows better.
 */
async function importPack(file: File): Promise<Imported> {
  const parsed = parsePack(await file.text(), isSelector);
  if ('refusals' in parsed) return parsed;
  const profiles = parsed.profiles.filter((it) => !PROFILES.some((known) => isSame(it, known)));
  const guides = parsed.guides.filter((it) => !PACKS.some((known) => isSame(it, known)));
  if (profiles.length > 0) await loadedProfiles.keep(profiles);
  if (guides.length > 0) await loadedGuides.keep(guides);
  return { rules: profiles.length, guides: guides.length };
}

/** Whether two pieces of data say the same, in whatever order of keys. */
function isSame(one: unknown, other: unknown): boolean {
  const inOrder = (_key: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
}

/** Every rule and all guidance as they are used now, for whoever mends them. */
async function savePacks(): Promise<void> {
  const [profiles, guides] = await Promise.all([loadedProfiles.all(), loadedGuides.all()]);
  handOutPack({
    profiles: inUse(PROFILES, profiles, ({ id }) => id),
    guides: inUse(PACKS, guides, ({ portal }) => portal),
  });
}

const dropPack = ({ what, id }: UsedPack) => (what === 'rules' ? loadedProfiles : loadedGuides).drop(id);

/** The settings that concern portals: which may be seen, by which rules, and what is said there. */
export function PortalSettings() {
  const [access] = useLoaded(loadAccess, onAccess);
  const [used] = useLoaded(loadPacks, onPacks);
  return (
    <>
      {access.state === 'ready' && <PortalsCard portals={access.value} onAsk={requestAccess} />}
      {used.state === 'ready' && (
        <PacksCard used={used.value} onImport={importPack} onRemove={dropPack} onSave={savePacks} />
      )}
    </>
  );
}
