import { profileAmong } from './among.ts';
import type { PortalProfile } from './profile.ts';
import { PROFILES } from './profiles/index.ts';

/** The built-in profiles with imported ones in place of those of the same id. */
function profiles(imported: readonly PortalProfile[]): readonly PortalProfile[] {
  return [...imported, ...PROFILES.filter(({ id }) => !imported.some((it) => it.id === id))];
}

/**
 * The profile of a page's or frame's host, null where none of ours is. Subdomains are hosts of their own. `imported`
 * are profiles that a person loaded.
 */
export function profileOf(host: string, imported: readonly PortalProfile[] = []): PortalProfile | null {
  return profileAmong(profiles(imported), host);
}

/** Whose platform is paid on at this host; null where nothing is. */
export function paymentAt(host: string, imported: readonly PortalProfile[] = []) {
  const all = profiles(imported).flatMap(({ payment }) => payment?.hosts ?? []);
  return all.find((it) => it.host === host)?.payment ?? null;
}

/** Every host that a profile has pages, frames or payments on, each once. The login's hosts are never among them. */
export function allHosts(of: readonly PortalProfile[] = PROFILES): string[] {
  const hosts = of.flatMap(({ hosts, frames = [], payment }) => [
    ...hosts,
    ...frames,
    ...(payment?.hosts ?? []).map(({ host }) => host),
  ]);
  return [...new Set(hosts)];
}
