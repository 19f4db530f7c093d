/**
 * access — which portals the browser lets us see, and asking for more.
 * Knows the browser's permissions and the hosts of the profiles. Must not know what is done with what is seen.
 */
import browser from 'webextension-polyfill';
import { allHosts, paymentHosts, profileOf } from '../portal/hosts.ts';

const pattern = (host: string) => `https://${host}/*`;

const NATIONAL = 'dichvucong.gov.vn';
/** The national portal and its subdomains are seen from the start; the manifest itself puts the watcher there. */
const fromTheStart = (host: string) => host === NATIONAL || host.endsWith(`.${NATIONAL}`);
/** Those in the form of the manifest. */
const startHosts = () => browser.runtime.getManifest().host_permissions ?? [];

/** Every host that has to be asked for, in the form of the manifest. */
const OPTIONAL_HOSTS = allHosts()
  .filter((host) => !fromTheStart(host))
  .map(pattern);

/**
 * Whether this host may be seen now: what was given can be taken away, in Firefox the national portal as well. Chromium
 * may give that anew with each click on our icon, of which its answer knows nothing.
 */
export async function maySee(host: string): Promise<boolean> {
  if (fromTheStart(host) && browser.runtime.getURL('').startsWith('chrome-extension:')) return true;
  return isGiven(pattern(host));
}

/** Whether the browser lets us see this one always, not only when our icon is clicked. */
function isGiven(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [origin] });
}

/** Those of the optional hosts that may be seen, in the form of the manifest. */
export async function grantedHosts(): Promise<string[]> {
  // Asked one by one: a person may have given more at once than we ever ask for ("on all sites").
  const given = await Promise.all(OPTIONAL_HOSTS.map(isGiven));
  return OPTIONAL_HOSTS.filter((_, index) => given[index]);
}

/** Every host that may be seen, in the form of the manifest: the national portal and what was given beside it. */
export async function seenHosts(): Promise<string[]> {
  return [...startHosts(), ...(await grantedHosts())];
}

/** Which of these hosts cannot be seen yet; ready for {@link requestAccess}. */
export async function missingAccess(hosts: readonly string[]): Promise<string[]> {
  const wanted = hosts.map(pattern);
  const given = await Promise.all(wanted.map(isGiven));
  return wanted.filter((_, index) => !given[index]);
}

/** A portal that cannot be seen, and the hosts to ask for, ready for {@link requestAccess}. */
export interface Unseen {
  name: string;
  missing: string[];
  /** It was to be seen from the start. */
  withdrawn: boolean;
}

/**
 * The portal of the page that the person looks at, and what of it cannot be seen yet; null where that page and its
 * frames can. Other hosts of the portal and those that are paid on are asked for along with it, never for themselves.
 * Before all others comes the national portal, whatever is looked at: dossiers begin there.
 */
export async function unseenHere(): Promise<Unseen | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const host = URL.parse(tab?.url ?? '')?.hostname ?? '';
  const profile = profileOf(host);
  for (const it of profile && fromTheStart(host) ? [NATIONAL, host] : [NATIONAL]) {
    const name = profileOf(it)?.name ?? it;
    if (!(await isGiven(pattern(it)))) return { name, missing: startHosts(), withdrawn: true };
  }
  if (!profile) return null;
  const { hosts, frames = [] } = profile;
  const missing = await missingAccess([...hosts, ...frames, ...paymentHosts([profile])]);
  const isUnseen = [host, ...frames].some((it) => missing.includes(pattern(it)));
  return isUnseen ? { name: profile.name, missing, withdrawn: false } : null;
}

/**
 * Asks the person for these hosts, in one question of the browser's. Only within a click, and before anything is
 * awaited there: the browser refuses otherwise. Answers whether all were given.
 */
export function requestAccess(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** Calls back when access was given or taken, here or in the browser's own settings. Returns the way to stop. */
export function onAccess(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}
