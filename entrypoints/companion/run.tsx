import { render } from 'preact';
import type { AuditModel } from '../../components/companion/audit-model.ts';
import { Companion } from '../../components/companion/Companion.tsx';
import type { Actions, PanelModel, Tab } from '../../components/companion/model.ts';
import type { PeopleModel } from '../../components/companion/people-model.ts';
import { viewportNow } from '../../components/companion/viewport.ts';
import { api, type Bus, type WatcherView } from '../../lib/messages/index.ts';
import type { PortalProfile } from '../../lib/portal/index.ts';
import { type CompanionSettings, mayRecord, type Settings } from '../../lib/storage/settings.ts';
import { makeAudit } from './audit.ts';
import { makeClearance } from './clearance.ts';
import { onePerFrame } from './frame.ts';
import { watchGeometry } from './geometry.ts';
import { makeGuide } from './guide/index.ts';
import { makeHost } from './host.ts';
import { makeLayer } from './layer.ts';
import { type Flagged, flaggedOf, homeOf, isCollapsed, panelOf } from './models.ts';
import { paced, whenIdle } from './pace.ts';
import { makePeople } from './people.ts';
import { makePlaces } from './places.ts';
import { reveal, scrollClear } from './reveal.ts';
import { makeSearch } from './search.ts';
import { onSettings, saveCompanion } from './settings.ts';
import { onShortcut } from './shortcut.ts';
import { makeTips } from './tips.ts';
import { inPage } from './tree.ts';
import { makeYoung } from './young.ts';

/** The watcher's word, which comes after every key, is looked into this often at most. */
const LOOK_MS = 250;
/** And this often it is taken as a sign that something may have moved. */
const CHECK_MS = 1_000;

/** Whether the companion may be on the page at all. */
export const mayShow = (settings: Settings) => mayRecord(settings) && settings.companion.on;

/** What the watcher last told, and what follows from it. */
interface Heard {
  view: WatcherView;
  young: ReadonlySet<string>;
  flagged: readonly Flagged[];
}

/** Wires the watcher's bus to the views until `life` ends; then nothing of it is left on the page. */
export function run(bus: Bus, initial: Settings, profile: PortalProfile, life: AbortController): void {
  const { signal } = life;
  let settings = initial;
  let heard: Heard | null = null;
  let panel: PanelModel | null = null;
  let shownAudit: AuditModel | null = null;
  let shownPeople: PeopleModel | null = null;
  let tab: Tab = 'guidance';
  let viewport = viewportNow();
  let lastShown: string | null = null;

  const end = () => life.abort();
  const fail = (error: unknown) => {
    console.warn('Đồng hành: the panel has stopped.', error);
    end();
  };
  /** The work with nothing of its failure reaching the page or the watcher that called it. */
  const safely = (work: () => void) => () => {
    try {
      if (!signal.aborted) work();
    } catch (error) {
      fail(error);
    }
  };
  // An updated extension leaves its old scripts without an id: a normal end.
  const alive = () => Boolean(api.runtime?.id);
  const host = makeHost(signal, alive, end);
  const page = makeSearch(signal);

  /** What the watcher tells now; the same object until something of it changed. */
  const listen = (): Heard => {
    const view = people.cleared(bus.view());
    const young = youngIn(view);
    const known = heard?.young === young && heard.view.fields === view.fields;
    if (heard && known && heard.view.road === view.road && heard.view.step === view.step) return heard;
    heard = { view, young, flagged: heard && known ? heard.flagged : flaggedOf(view, young) };
    return heard;
  };

  /** Draws what was last heard; what did not change is not touched. */
  const paint = () => {
    if (!heard || !panel || !shownPeople) return;
    const layer = layerOf(heard.flagged, tips.open(), spot(), guide.pointer.spot(), settings.language);
    render(
      <Companion
        panel={panel}
        audit={shownAudit}
        people={shownPeople}
        layer={layer}
        act={act}
        onFailure={fail}
      />,
      host.container,
    );
  };
  const draw = safely(() => {
    if (!alive()) return end();
    const { view, flagged } = listen();
    const next = panelOf(
      bus,
      view,
      flagged,
      settings,
      viewport,
      settings.role === 'reviewer' ? tab : 'guidance',
      guide.model(view, settings),
      guide.pointer.aside() ?? clearance.aside(),
      guide.framed(),
    );
    // Nothing of the list is made while nobody sees it.
    const wanted = next.tab === 'fields' && !next.collapsed;
    if (wanted) audit.open(settings.language);
    else if (audit.isOpen()) audit.close();
    audit.heard(view);
    shownAudit = wanted ? audit.model({ fields: view.fields, flagged }, baseOf(next)) : null;
    shownPeople = people.model(view, settings, shownAudit);
    // What was pointed at was asked of the person who has gone.
    if (shownPeople.ready) guide.pointer.away();
    if (JSON.stringify(next) !== JSON.stringify(panel)) {
      panel = next;
      // It may be larger now.
      clearance.look();
    }
    places.want(flagged, view.fields);
    paint();
  });
  const ask = onePerFrame(draw, signal);
  /** After the watcher's word: mostly nothing of what is shown has changed, and a frame would cost the page. */
  const look = paced(
    safely(() => {
      const before = heard;
      if (listen() !== before || spot()) ask();
      check();
      readPage();
    }),
    LOOK_MS,
    signal,
  );
  const check = paced(
    safely(() => {
      places.check();
      clearance.look();
      if (heard) people.look(heard.view, settings);
    }),
    CHECK_MS,
    signal,
  );
  const isOpen = () => !isCollapsed(settings, viewport);
  const readPage = paced(
    safely(() => guide.look(isOpen())),
    CHECK_MS,
    signal,
  );
  const youngIn = makeYoung(look, signal);
  const tips = makeTips(host.element, ask, signal);
  const kept = () => host.container.querySelector<HTMLElement>('.mark:focus')?.dataset.key ?? tips.open();
  const places = makePlaces(bus, host.element, kept, paint, safely, signal);
  const audit = makeAudit(bus, host, () => ask(), signal);
  const people = makePeople(
    page,
    bus.settle,
    () => bus.view().road,
    () => ask(),
    signal,
  );
  const spot = () => audit.spot() ?? people.spot();

  const change = (to: Partial<CompanionSettings>, keep: boolean) => {
    settings = { ...settings, companion: { ...settings.companion, ...to } };
    ask();
    // What cannot be stored, on a full disk, holds on this page all the same.
    if (keep) saveCompanion(to).catch(() => {});
  };
  const guide = makeGuide(
    {
      bus,
      host,
      page,
      profile,
      changed: () => ask(),
      moved: () => follow(),
      save: (to) => change(to, true),
      settings: () => settings,
      safely,
    },
    signal,
  );
  const clearance = makeClearance(
    host,
    page,
    () => homeOf(settings, viewport),
    () => guide.pointer.spot()?.element ?? guide.next(),
    () => ask(),
    safely,
    signal,
  );
  const layerOf = makeLayer(bus, host.element, places);
  const collapse = (collapsed: boolean) => {
    change({ collapsed }, true);
    readPage();
  };
  const act: Actions = {
    collapse,
    move(to, done) {
      clearance.settled();
      guide.pointer.settled();
      change(to, done);
    },
    switchOff: () => {
      saveCompanion({ on: false }).then(end, fail);
    },
    nextField() {
      const anchors = listen().flagged.flatMap(({ field: { key }, reason }) => {
        const anchor = reason.source ? bus.anchor(key) : null;
        return anchor ? [{ key, root: anchor.root }] : [];
      });
      const at = anchors.findIndex(({ key }) => key === lastShown);
      const next = anchors[at + 1] ?? anchors[0];
      if (!next) return;
      lastShown = next.key;
      reveal(next.root);
      scrollClear(next.root, host);
      tips.show(next.key, true);
    },
    showTab(to) {
      tab = to;
      ask();
    },
    audit: audit.act,
    people: people.act,
    guide: guide.act,
    openTip: tips.show,
    leaveTip: tips.leave,
    keepTip: tips.keep,
    closeTip: tips.close,
  };

  signal.addEventListener('abort', () => render(null, host.container));
  // The watcher tells of its look within it: what follows here has a turn of its own.
  bus.subscribe(whenIdle(look, signal), signal);
  onSettings((changed) => {
    settings = changed;
    mayShow(settings) ? ask() : end();
  }, signal);
  const follow = onePerFrame(
    safely(() => {
      places.follow();
      if (spot() || guide.pointer.spot()) paint();
    }),
    signal,
  );
  const holdsSpot = (box: Node) => {
    const framed = spot();
    return framed !== null && box.contains(inPage(framed.element));
  };
  const resized = paced(
    safely(() => {
      const now = viewportNow();
      if (now.width !== viewport.width || now.height !== viewport.height) ask();
      viewport = now;
      host.unzoom();
      places.resized();
      clearance.look();
    }),
    LOOK_MS,
    signal,
  );
  watchGeometry(
    {
      resized,
      scrolled: safely(() => {
        places.scrolled();
        // What is framed may be fixed to the window.
        if (spot()) follow();
      }),
      scrolledWithin: (box) => (places.scrolledIn(box) || holdsSpot(box)) && follow(),
      arrived: check,
      // A hidden tab draws no frame, yet the clock has to be told to stop.
      seen: () => (document.hidden ? draw() : ask()),
    },
    signal,
  );
  onShortcut(
    safely(() => {
      collapse(isOpen());
      // Someone on the keyboard goes on in the panel, unless a field of the page has the cursor.
      if (isOpen() && document.activeElement === document.body)
        requestAnimationFrame(() => requestAnimationFrame(() => focusFirst(host.container)));
    }),
    signal,
  );
  // Each in a turn of its own: all that is above, and these two, would together hold the page up for longer than a frame.
  ask();
  whenIdle(readPage, signal)();
}

/** The button that leads on, or else the first there is. */
function focusFirst(container: HTMLElement): void {
  const first = container.querySelector<HTMLElement>('.body [data-act]') ?? container.querySelector('button');
  first?.focus({ preventScroll: true });
}

/** Of the panel's model, what the list shows as well. */
function baseOf({ language, road, targetMs, awake }: PanelModel) {
  return { language, road, targetMs, awake };
}
