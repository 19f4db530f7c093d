import { type Imported, PacksCard } from '../../components/dashboard/packs.tsx';
import { PortalsCard } from '../../components/dashboard/portals.tsx';
import { useLoaded } from '../../components/loaded.ts';
import { missingAccess, onAccess, requestAccess } from '../../lib/access/index.ts';
import { parsePack } from '../../lib/packs/index.ts';
import { paymentHosts } from '../../lib/portal/hosts.ts';
import { PROFILES } from '../../lib/portal/profiles/index.ts';
import { dropProfile, importedProfiles, keepProfiles, onProfiles } from '../../lib/storage/index.ts';

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

async function importPack(file: File): Promise<Imported> {
  const parsed = parsePack(await file.text(), isSelector);
  if ('refusals' in parsed) return parsed;
  await keepProfiles(parsed.profiles);
  return { names: parsed.profiles.map(({ name }) => name) };
}

/** The settings that concern portals: which may be seen, and by which rules. */
export function PortalSettings() {
  const [access] = useLoaded(loadAccess, onAccess);
  const [imported] = useLoaded(importedProfiles, onProfiles);
  return (
    <>
      {access.state === 'ready' && <PortalsCard portals={access.value} onAsk={requestAccess} />}
      {imported.state === 'ready' && (
        <PacksCard imported={imported.value} onImport={importPack} onRemove={dropProfile} />
      )}
    </>
  );
}
