import browser from 'webextension-polyfill';

const SCRIPT = 'watcher-elsewhere';

/**
 * Puts the watcher on every host that a person allowed besides those of the manifest: on pages to come by
 * registration, on pages that stand open at once.
 */
export async function watchGranted(): Promise<void> {
  const { host_permissions: fixed = [] } = browser.runtime.getManifest();
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => !fixed.includes(origin));
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (known?.matches?.toSorted().join() === matches.toSorted().join()) return;
  if (known) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT,
      js: ['watcher.js'],
      matches,
      allFrames: true,
      runAt: 'document_end',
      persistAcrossSessions: true,
    },
  ]);
  await Promise.all((await browser.tabs.query({ url: matches })).map(putOn));
}

async function putOn({ id }: { id?: number | undefined }): Promise<void> {
  if (id === undefined) return;
  try {
    await browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: ['/watcher.js'] });
  } catch {
    // The tab went on or was closed meanwhile: its next page has the script by registration.
  }
}
