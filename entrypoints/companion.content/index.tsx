import { defineContentScript } from 'wxt/utils/define-content-script';
import { findBus } from '../../lib/messages/index.ts';
import { mayShow, run } from './run.tsx';
import { readSettings } from './settings.ts';

const LIFE = Symbol.for('dong-hanh.companion');
/** A page that never rests gets its panel all the same. */
const PATIENCE_MS = 1_500;
type World = typeof globalThis & { [LIFE]?: AbortController };

/** The panel and the marks, in the top frame of the National Portal. The background injects it; twice does no harm. */
export default defineContentScript({
  matches: ['https://dichvucong.gov.vn/*', 'https://*.dichvucong.gov.vn/*'],
  registration: 'runtime',
  // No word of ours on the page's own message channel.
  noScriptStartedPostMessage: true,
  async main() {
    const world = globalThis as World;
    const running = world[LIFE];
    if (window.top !== window || (running && !running.signal.aborted)) return;
    // WXT's own signal is not used: any script of the page can set it off.
    const life = new AbortController();
    world[LIFE] = life;
    try {
      const bus = findBus() ?? (await pageLoaded().then(findBus));
      await idle();
      const settings = await readSettings();
      if (bus && mayShow(settings)) run(bus, settings, life);
      else life.abort();
    } catch (error) {
      life.abort();
      throw error;
    }
  },
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
