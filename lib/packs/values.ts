import { z } from 'zod';
import { allHosts } from '../portal/hosts.ts';
import type { PortalProfile } from '../portal/index.ts';
import { fold } from '../text/index.ts';
import { isCheap } from './expressions.ts';

/** The single values of a profile. Their messages are names of reasons, put into words where they are shown. */

/** A longer expression than this is no rule that anyone can read, and may cost a page dearly. */
const MOST_PATTERN = 200;
const MOST_TEXT = 200;

export const text = z.string().max(MOST_TEXT);

/** A text as it is compared: a capital or a diacritic in it would never match. */
export const folded = text.min(1).refine((it) => fold(it) === it, 'unfolded');

/** How a profile is called, and the guidance of its portal with it. */
export const profileId = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'profile-id');

/** Evidence ids go into the record: words only. */
export const code = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)+$/, 'id');

/** A regular expression, on folded text or on pathname + hash. */
export const pattern = z
  .string()
  .min(1)
  .max(MOST_PATTERN)
  .refine((it) => compiles(it) && isCheap(it), 'pattern');

function compiles(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}

export const selectorOf = (isSelector: (selector: string) => boolean) =>
  z
    .string()
    .min(1)
    .max(300)
    .refine((it) => isSelector(it), 'selector');

/** Where the manifest lets us be at all; a host beyond it could never be seen, whatever a pack says. */
const HOSTS = new Set(allHosts());
const isOurs = (host: string) => HOSTS.has(host) || host.endsWith('.dichvucong.gov.vn');

export const hostName = z
  .string()
  .max(100)
  .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, { message: 'host', abort: true })
  .refine(isOurs, 'foreign-host');

/** Every id begins with the profile's own and stands once: evidence must name one rule. */
export function ownIds(profile: PortalProfile, context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const { id, path: at } of idsIn(profile, [])) {
    const message = seen.has(id) ? 'duplicate' : id.startsWith(`${profile.id}/`) ? null : 'other-id';
    if (message) context.addIssue({ code: 'custom', message, path: at });
    seen.add(id);
  }
}

function idsIn(value: unknown, path: PropertyKey[]): { id: string; path: PropertyKey[] }[] {
  if (Array.isArray(value)) return value.flatMap((it, index) => idsIn(it, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, it]) =>
    // The profile's own id is the beginning, not one of the ids.
    key === 'id' && path.length > 0 ? [{ id: String(it), path: [...path, key] }] : idsIn(it, [...path, key]),
  );
}
