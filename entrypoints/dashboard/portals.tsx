import { PacksCard, type UsedPack } from '../../components/dashboard/packs.tsx';
import { PortalsCard } from '../../components/dashboard/portals.tsx';
import { UnreadCard } from '../../components/dashboard/unread.tsx';
import { useLoaded } from '../../components/loaded.ts';
import { missingAccess, onAccess, requestAccess } from '../../lib/access/index.ts';
import { PACKS } from '../../lib/guide/index.ts';
import { inUse } from '../../lib/packs/index.ts';
import { paymentHosts } from '../../lib/portal/hosts.ts';
import { PROFILES } from '../../lib/portal/profiles/index.ts';
import { loadedGuides, loadedProfiles, onPacks } from '../../lib/storage/index.ts';
import { handOutPack } from './download.ts';
import { importPack } from './import-pack.ts';

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

async function loadPacks(): Promise<UsedPack[]> {
  const [profiles, guides] = await Promise.all([loadedProfiles.all(), loadedGuides.all()]);
  const nameOf = (id: string) => [...profiles, ...PROFILES].find((it) => it.id === id)?.name ?? id;
  return [
    ...profiles.map(({ id, name }) => ({ what: 'rules' as const, id, name })),
    ...guides.map(({ portal }) => ({ what: 'guide' as const, id: portal, name: nameOf(portal) })),
  ];
}

/** Every rule and all guidance as they are used now, for whoever mends them. */
async function savePacks(): Promise<string> {
  const [profiles, guides] = await Promise.all([loadedProfiles.all(), loadedGuides.all()]);
  return handOutPack({
    profiles: inUse(PROFILES, profiles, ({ id }) => id),
    guides: inUse(PACKS, guides, ({ portal }) => portal),
  });
}

const dropPack = ({ what, id }: UsedPack) => (what === 'rules' ? loadedProfiles : loadedGuides).drop(id);

/** The settings that concern portals: which may be seen, by which rules, and what is said there. */
export function PortalSettings() {
  const [access, readAccess] = useLoaded(loadAccess, onAccess);
  const [used, readPacks] = useLoaded(loadPacks, onPacks);
  return (
    <>
      {access.state === 'failed' && <UnreadCard title="access" onRetry={readAccess} />}
      {access.state === 'ready' && <PortalsCard portals={access.value} onAsk={requestAccess} />}
      {used.state === 'failed' && <UnreadCard title="packs" onRetry={readPacks} />}
      {used.state === 'ready' && (
        <PacksCard used={used.value} onImport={importPack} onRemove={dropPack} onSave={savePacks} />
      )}
    </>
  );
}
