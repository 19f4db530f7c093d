import type { AuditModel } from '../../components/companion/audit-model.ts';
import type { Leftover, PeopleActions, PeopleModel } from '../../components/companion/people-model.ts';
import type { DayView, RoadView, WatcherView } from '../../lib/messages/index.ts';
import { type Searched, visibleControl } from '../../lib/portal/match.ts';
import type { PortalProfile } from '../../lib/portal/profile.ts';
import type { Settings } from '../../lib/storage/settings.ts';
import type { Spot } from './layer.ts';
import { paced } from './pace.ts';
import { makeAfter } from './people-after.ts';
import type { Attempt } from './people-attempt.ts';
import { makeNotes } from './people-notes.ts';
import { onNextPerson, readLogin, saveRole, say } from './people-wire.ts';
import { reveal } from './reveal.ts';

/** The background is asked at most so often how the day stands. */
const ASK_MS = 1_000;
const NO_FIELDS: WatcherView['fields'] = [];

/** People and their day, as far as the page's panel shows them. */
export interface PeopleState {
  /** What the watcher tells, without what it still tells of a person who has gone. */
  cleared(view: WatcherView): WatcherView;
  model(view: WatcherView, settings: Settings, audit: AuditModel | null): PeopleModel;
  /** Looks again whether someone is logged in who should not be. */
  look(view: WatcherView, settings: Settings): void;
  spot(): Spot | null;
  act: PeopleActions;
}

/** `settle` waits for what the watcher has seen, `present` gives the page's road now, `changed` asks for a drawing. */
export function makePeople(
  page: Searched,
  settle: () => Promise<void>,
  present: () => RoadView | null,
  changed: () => void,
  signal: AbortSignal,
): PeopleState {
  /** The person whose road this was has gone; null once another road has begun. */
  let gone: { submissionId: string | null } | null = null;
  let day: DayView | null = null;
  /** The state of the road for which the day was last asked. */
  let dayAskedFor = '';
  let login: PortalProfile['login'] | null = null;
  let leftover: Leftover | null = null;
  let spot: Spot | null = null;
  let failed: PeopleModel['failed'] = null;
  let last: PeopleModel | null = null;

  const attempt: Attempt = async (what, work) => {
    failed = null;
    changed();
    if (!(await work())) failed = what;
    changed();
  };
  const after = makeAfter(attempt, changed, signal);
  const notes = makeNotes(present, attempt, changed);

  readLogin().then((found) => {
    login = found;
    changed();
  }, changed);
  const unmark = () => {
    if (spot) changed();
    spot = null;
  };
  window.addEventListener('pointerdown', unmark, { signal, capture: true, passive: true });

  const askDay = paced(
    () =>
      void say({ name: 'day' }).then((told) => {
        if (told) day = told;
        // The worker was just being replaced: the next drawing asks again.
        else dayAskedFor = '';
        changed();
      }),
    ASK_MS,
    signal,
  );

  function clear(): void {
    gone = { submissionId: present()?.submissionId ?? null };
    spot = null;
    after.heard(null);
    notes.close();
  }
  // Told to every page of the tab, whether it was pressed here or in the popup.
  onNextPerson(() => {
    clear();
    askDay();
    changed();
  }, signal);

  function leftBehind({ road }: WatcherView, { role }: Settings): Leftover | null {
    if (role !== 'volunteer' || !login) return null;
    const begun = road?.passed.some((name) => name === 'login-started' || name === 'login-completed');
    const before = road !== null && !road.declared && road.startedBy === 'first-page' && !begun;
    if (!gone && !before) return null;
    if (visibleControl(login.done, page) === null) return null;
    return gone ? 'after' : 'before';
  }

  /** A volunteer's day is asked for anew whenever a road begins or ends. */
  function keepDay(road: RoadView | null, isVolunteer: boolean): void {
    const state = isVolunteer ? `${road?.submissionId} ${road?.outcome}` : '';
    if (state === dayAskedFor) return;
    dayAskedFor = state;
    if (isVolunteer) askDay();
    else day = null;
  }

  const act: PeopleActions = {
    ...after.act,
    ...notes.act,
    changeRole: (role) =>
      void attempt('role', () =>
        saveRole(role).then(
          () => true,
          () => false,
        ),
      ),
    nextPerson: () =>
      void attempt('next', async () => {
        // What was done a moment ago is still this person's.
        await settle();
        const told = await say({ name: 'next-person' });
        if (told) day = told;
        if (told && !gone) clear();
        return told !== null;
      }),
    goOn: () =>
      void attempt('next', async () => {
        const told = await say({ name: 'same-person' });
        if (!told) return false;
        day = told;
        gone = null;
        return true;
      }),
    showLogout() {
      const find = (rules: PortalProfile['login']['out']) => visibleControl(rules, page);
      // Where the way out is folded away, what opens it is shown.
      const element = login && (find(login.out) ?? find(login.done));
      if (!element) return;
      reveal(element);
      spot = { key: 'logout', element };
      changed();
    },
  };

  return {
    act,
    spot: () => (spot?.element.isConnected ? spot : null),
    cleared(view) {
      if (gone && view.road && view.road.submissionId !== gone.submissionId) gone = null;
      return gone ? { road: null, step: view.step, fields: NO_FIELDS } : view;
    },
    look(view, settings) {
      const before = leftover;
      leftover = leftBehind(view, settings);
      if (leftover !== before) changed();
    },
    model(view, settings, audit) {
      const { role, language } = settings;
      after.heard(view.road);
      keepDay(view.road, role === 'volunteer');
      leftover = leftBehind(view, settings);
      const next: PeopleModel = {
        language,
        role,
        day,
        ready: gone !== null,
        leftover,
        after: after.model(),
        notes: role === 'reviewer' ? notes.model(view, audit) : null,
        writing: notes.writing(),
        failed,
      };
      if (JSON.stringify(next) !== JSON.stringify(last)) last = next;
      return last ?? next;
    },
  };
}
