import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findBus } from '../../lib/messages/index.ts';
import { mayShow, run } from './run.tsx';
import { readProfile, readSettings } from './settings.ts';

const LIFE = Symbol.for('dong-hanh.companion');
/** A page that never rests gets its panel all the same. */
const PATIENCE_MS = 1_500;
type World = typeof globalThis & { [LIFE]?: AbortController };

/**
 * The panel and the marks, in the top frame of the National Portal. The background injects it; twice does no harm.
 * Like the watcher it goes without WXT's wrapper, which would tell the page of it.
 */
export default defineUnlistedScript(async () => {
  const world = globalThis as World;
  const running = world[LIFE];
  if (window.top !== window || (running && !running.signal.aborted)) return;
  const life = new AbortController();
  world[LIFE] = life;
  try {
    const bus = findBus() ?? (await pageLoaded().then(findBus));
    await idle();
    const [settings, profile] = await Promise.all([readSettings(), readProfile()]);
    if (bus && profile && mayShow(settings)) run(bus, settings, profile, life);
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
