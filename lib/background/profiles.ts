import browser from 'webextension-polyfill';
import { allHosts, profileOf } from '../portal/hosts.ts';
import { PROFILES } from '../portal/profiles/index.ts';
import { loadedProfiles, PROFILE_PREFIX } from '../storage/index.ts';

/**
 * Lays out for each host the profile that its pages are to use, imported ones before built-in ones, so that a page
 * loads its own and no other. Writes only what differs: open pages take every write as news.
 */
export async function layOutProfiles(): Promise<void> {
  const imported = await loadedProfiles.all();
  const hosts = allHosts([...PROFILES, ...imported]);
  const wanted = new Map(hosts.map((host) => [`${PROFILE_PREFIX}${host}`, profileOf(host, imported)]));
  const stored = await browser.storage.local.get(null);
  const stale = Object.keys(stored).filter((key) => key.startsWith(PROFILE_PREFIX) && !wanted.get(key));
  const news = [...wanted].filter(([key, it]) => it && JSON.stringify(stored[key]) !== JSON.stringify(it));
  if (stale.length > 0) await browser.storage.local.remove(stale);
  if (news.length > 0) await browser.storage.local.set(Object.fromEntries(news));
}
