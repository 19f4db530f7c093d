import browser from 'webextension-polyfill';

const KEY = 'lesson';

/** When the lesson under way was begun, epoch ms; null where none is. */
export async function lessonBegunAt(): Promise<number | null> {
  const { [KEY]: at } = await browser.storage.local.get(KEY);
  return typeof at === 'number' ? at : null;
}

/** Begins a lesson at this moment (epoch ms); null ends it. */
export async function beginLesson(at: number | null): Promise<void> {
  await browser.storage.local.set({ [KEY]: at });
}

/** Calls back after every change. Returns the way to stop. */
export function onLesson(listener: () => void): () => void {
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(changed);
  return () => browser.storage.onChanged.removeListener(changed);
}
