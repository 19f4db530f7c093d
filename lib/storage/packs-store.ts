import browser from 'webextension-polyfill';
import type { GuidePack } from '../guide/index.ts';
import type { PortalProfile } from '../portal/index.ts';
import { GUIDES_KEY, PACKS_KEY } from './settings.ts';

/** What a person loaded of one kind. It was checked when it was taken in. */
export interface Loaded<Item> {
  all(): Promise<Item[]>;
  /** Keeps checked ones in place of earlier ones of the same name. Open pages hear of it at once. */
  keep(items: readonly Item[]): Promise<void>;
  /** Goes back to the built-in one of this name. Resolves to the way to undo that. */
  drop(name: string): Promise<() => Promise<void>>;
}

function loaded<Item>(key: string, nameOf: (item: Item) => string): Loaded<Item> {
  async function all(): Promise<Item[]> {
    const { [key]: stored } = await browser.storage.local.get(key);
    return Array.isArray(stored) ? (stored as Item[]) : [];
  }
  const without = (items: readonly Item[], names: readonly string[]) =>
    items.filter((item) => !names.includes(nameOf(item)));
  async function keep(items: readonly Item[]): Promise<void> {
    const others = without(await all(), items.map(nameOf));
    await browser.storage.local.set({ [key]: [...others, ...items] });
  }
  return {
    all,
    keep,
    async drop(name) {
      const before = await all();
      await browser.storage.local.set({ [key]: without(before, [name]) });
      return () => keep(before.filter((item) => nameOf(item) === name));
    },
  };
}

/** Portal profiles that take the place of built-in ones. */
export const loadedProfiles = loaded<PortalProfile>(PACKS_KEY, ({ id }) => id);
/** Guidance that takes the place of the built-in one of its portal. */
export const loadedGuides = loaded<GuidePack>(GUIDES_KEY, ({ portal }) => portal);

/** Calls back after every import and removal. Returns the way to stop. */
export function onPacks(listener: () => void): () => void {
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (PACKS_KEY in changes || GUIDES_KEY in changes)) listener();
  };
  browser.storage.onChanged.addListener(changed);
  return () => browser.storage.onChanged.removeListener(changed);
}
