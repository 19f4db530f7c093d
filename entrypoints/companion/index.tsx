import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findBus } from '../../lib/messages/index.ts';
import { flagging } from './flagging.ts';
import { beginLife, runsOn } from './life.ts';
import { mayShow, run } from './run.tsx';
import { readProfile, readSettings } from './settings.ts';

/** A page that never rests gets its panel all the same. */
const PATIENCE_MS = 1_500;

/**
 * The panel and the marks, in the top frame of the National Portal. The background injects it whenever
 * a watcher begins; twice does no harm. Like the watcher it goes without WXT's wrapper, which would tell the page of it.
 */
export default defineUnlistedScript(async () => {
  if (window.top !== window) return;
  const life = beginLife(globalThis, findBus());
  if (!life) return;
  try {
    const bus = findBus() ?? (await pageLoaded().then(findBus));
    if (bus) runsOn(globalThis, bus);
    await idle();
    const [settings, profile] = await Promise.all([readSettings(), readProfile()]);
    if (life.signal.aborted) return;
    if (bus && profile && mayShow(settings)) run(flagging(bus), settings, profile, life);
    else life.abort();
  } catch (error) {
    life.abort();
    throw error;
  }
});

/** Waits for the page's load event, for the case that this script came before the watcher. */
function pageLoaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve(), { once: true });
  });
}

/** Waits for a moment in which the page has nothing to do: it comes first while it loads. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
  });
}
