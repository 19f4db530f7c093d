import browser from 'webextension-polyfill';
import type { z } from 'zod';
import type { GuidePack } from '../guide/index.ts';
import { guideSchema, profileSchema } from '../packs/index.ts';
import type { PortalProfile } from '../portal/index.ts';
import { GUIDES_KEY, PACKS_KEY } from './settings.ts';

/**
 * What a person loaded of one kind. It was checked when it was taken in, and is again when it is used: a later version
 * of ours may ask for more.
 */
export interface Loaded<Item> {
  /** Those that can be used. */
  all(): Promise<Item[]>;
  /** Keeps checked ones in place of earlier ones of the same name. Open pages hear of it at once. */
  keep(items: readonly Item[]): Promise<void>;
  /** Goes back to the built-in one of this name. Resolves to the way to undo that. */
  drop(name: string): Promise<() => Promise<void>>;
}

function loaded<Item>(key: string, nameOf: (item: Item) => string, schema: z.ZodType<Item>): Loaded<Item> {
  async function stored(): Promise<Item[]> {
    const { [key]: raw } = await browser.storage.local.get(key);
    return Array.isArray(raw) ? (raw as Item[]) : [];
  }
  const without = (items: readonly Item[], names: readonly string[]) =>
    items.filter((item) => !names.includes(nameOf(item)));
  async function keep(items: readonly Item[]): Promise<void> {
    const others = without(await stored(), items.map(nameOf));
    await browser.storage.local.set({ [key]: [...others, ...items] });
  }
  return {
    async all() {
      return (await stored()).filter((item) => schema.safeParse(item).success);
    },
    keep,
    async drop(name) {
      const before = await stored();
      await browser.storage.local.set({ [key]: without(before, [name]) });
      return () => keep(before.filter((item) => nameOf(item) === name));
    },
  };
}

/** A worker has no page to ask; selectors were tried when they were taken in, and do not age. */
const isSelector = () => true;

/** Portal profiles that take the place of built-in ones. */
export const loadedProfiles = loaded<PortalProfile>(PACKS_KEY, ({ id }) => id, profileSchema(isSelector));
/** Guidance that takes the place of the built-in one of its portal. */
export const loadedGuides = loaded<GuidePack>(GUIDES_KEY, ({ portal }) => portal, guideSchema(isSelector));

/** Calls back after every import and removal. Returns the way to stop. */
export function onPacks(listener: () => void): () => void {
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (PACKS_KEY in changes || GUIDES_KEY in changes)) listener();
  };
  browser.storage.onChanged.addListener(changed);
  return () => browser.storage.onChanged.removeListener(changed);
}
