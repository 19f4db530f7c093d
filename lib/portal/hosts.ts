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
  const isOf = ({ hosts, frames = [] }: PortalProfile) => hosts.includes(host) || frames.includes(host);
  return profiles(imported).find(isOf) ?? null;
}

/** Whose platform is paid on at this host; null where nothing is. */
export function paymentAt(host: string, imported: readonly PortalProfile[] = []) {
  const all = profiles(imported).flatMap(({ payment }) => payment?.hosts ?? []);
  return all.find((it) => it.host === host)?.payment ?? null;
}

/** The hosts on which dossiers of these portals are paid for. */
export function paymentHosts(of: readonly PortalProfile[] = PROFILES): string[] {
  return [...new Set(of.flatMap(({ payment }) => (payment?.hosts ?? []).map(({ host }) => host)))];
}

/** Every host that a profile has pages, frames or payments on, each once. The login's hosts are never among them. */
export function allHosts(of: readonly PortalProfile[] = PROFILES): string[] {
  return [
    ...new Set([...of.flatMap(({ hosts, frames = [] }) => [...hosts, ...frames]), ...paymentHosts(of)]),
  ];
}
