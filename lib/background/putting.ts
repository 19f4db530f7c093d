import browser from 'webextension-polyfill';

/** A script of ours, and whether it belongs into the frames of a page as well. */
export interface Script {
  file: '/watcher.js' | '/companion.js';
  allFrames?: true;
}

/** The one script that belongs into frames too: a declaration may stand in one. */
export const WATCHER: Script = { file: '/watcher.js', allFrames: true };

/** Puts a script on the page of a tab. One that has it already takes no second one. */
export async function putOn(tabId: number, { file, ...where }: Script): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, ...where }, files: [file] });
  } catch {
    // The tab went on or was closed meanwhile: its next page asks for it again, or brings its own.
  }
}

/** Puts a script on every open page of these hosts, which stand in the form of the manifest. */
export async function putOnAll(origins: string[], script: Script): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: origins });
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [putOn(id, script)])));
}
