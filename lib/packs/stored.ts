import type { PortalProfile } from '../portal/index.ts';

/** The key under which imported profiles stand in `storage.local`. */
export const PACKS_KEY = 'packs';

/** Before a host: the key under which the background keeps the profile that pages of this host are to use. */
export const PROFILE_PREFIX = 'profile/';

/** The imported profiles, from whatever is stored. They were checked when a page of ours took them in. */
export function importedOf(raw: unknown): PortalProfile[] {
  return Array.isArray(raw) ? (raw as PortalProfile[]) : [];
}

/** The profile stored for a host: written by the background alone, of checked ones, so it is taken as it is. */
export function storedProfile(raw: unknown): PortalProfile | null {
  return typeof raw === 'object' && raw !== null ? (raw as PortalProfile) : null;
}
