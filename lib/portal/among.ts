import type { PortalProfile } from './profile.ts';

/** The profile of a page's or frame's host, null where none is. Subdomains are hosts of their own. */
export function profileAmong(profiles: readonly PortalProfile[], host: string): PortalProfile | null {
  const isOf = ({ hosts, frames = [] }: PortalProfile) => hosts.includes(host) || frames.includes(host);
  return profiles.find(isOf) ?? null;
}
