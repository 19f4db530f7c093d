import { render } from 'preact';
import { Companion } from '../../components/companion/Companion.tsx';
import type { Actions, PanelModel } from '../../components/companion/model.ts';
import { api, type Bus } from '../../lib/messages/index.ts';
import { type CompanionSettings, mayRecord, type Settings } from '../../lib/storage/settings.ts';
import { onePerFrame } from './frame.ts';
import { makeHost } from './host.ts';
import { flaggedOf, layerOf, panelOf } from './models.ts';
import { onSettings, saveCompanion } from './settings.ts';
import { makeSettled } from './settled.ts';
import { makeTips } from './tips.ts';

/** Whether the companion may be on the page at all. */
export const mayShow = (settings: Settings) => mayRecord(settings) && settings.companion.on;

/** Wires the watcher's bus to the views until `life` ends; then nothing of it is left on the page. */
export function run(bus: Bus, initial: Settings, life: AbortController): void {
  const { signal } = life;
  let settings = initial;
  let panel: PanelModel | null = null;
  let lastShown: string | null = null;

  const end = () => life.abort();
  const fail = (error: unknown) => {
    console.warn('Đồng hành: the panel has stopped.', error);
    end();
  };
  // An updated extension leaves its old scripts without an id: a normal end.
  const alive = () => Boolean(api.runtime?.id);
  const host = makeHost(signal, alive, end);

  const draw = () => {
    if (signal.aborted) return;
    if (!alive()) return end();
    try {
      const view = bus.view();
      const flagged = flaggedOf(view, settled(view));
      const next = panelOf(bus, view, flagged, settings);
      if (JSON.stringify(next) !== JSON.stringify(panel)) panel = next;
      const layer = layerOf(bus, view, flagged, tips.open(), host.element, settings);
      render(<Companion panel={panel ?? next} layer={layer} act={act} onFailure={fail} />, host.container);
    } catch (error) {
      fail(error);
    }
  };
  const ask = onePerFrame(draw, signal);
  const settled = makeSettled(ask, signal);
  const tips = makeTips(host.element, ask, signal);

  const change = (to: Partial<CompanionSettings>, keep: boolean) => {
    settings = { ...settings, companion: { ...settings.companion, ...to } };
    ask();
    if (keep) saveCompanion(to).catch(fail);
  };
  const act: Actions = {
    collapse: (collapsed) => change({ collapsed }, true),
    move: (to, done) => change(to, done),
    switchOff: () => {
      saveCompanion({ on: false }).then(end, fail);
    },
    nextField() {
      const view = bus.view();
      const anchors = flaggedOf(view, settled(view)).flatMap(({ field: { key }, reason }) => {
        const anchor = reason.source ? bus.anchor(key) : null;
        return anchor ? [{ key, root: anchor.root }] : [];
      });
      const at = anchors.findIndex(({ key }) => key === lastShown);
      const next = anchors[at + 1] ?? anchors[0];
      if (!next) return;
      lastShown = next.key;
      next.root.scrollIntoView({ block: 'center', behavior: 'instant' });
      tips.show(next.key, true);
    },
    openTip: tips.show,
    leaveTip: tips.leave,
    keepTip: tips.keep,
  };

  signal.addEventListener('abort', () => render(null, host.container));
  bus.subscribe(ask, signal);
  onSettings((changed) => {
    settings = changed;
    mayShow(settings) ? ask() : end();
  }, signal);
  watchPlaces(ask, draw, signal);
  draw();
}

/** What moves things without the watcher's knowing: the window, inner boxes that scroll, late fonts and pictures. */
function watchPlaces(ask: () => void, draw: () => void, signal: AbortSignal): void {
  window.addEventListener('resize', ask, { signal, passive: true });
  const scrolled = (event: Event) => event.target !== document && ask();
  document.addEventListener('scroll', scrolled, { signal, passive: true, capture: true });
  // A hidden tab draws no frame, yet the clock has to be told to stop.
  document.addEventListener('visibilitychange', () => (document.hidden ? draw() : ask()), { signal });
  const sizes = new ResizeObserver(ask);
  sizes.observe(document.documentElement);
  if (document.body) sizes.observe(document.body);
  signal.addEventListener('abort', () => sizes.disconnect());
}
