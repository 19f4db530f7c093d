import type { AuditModel } from '../../components/companion/audit-model.ts';
import type {
  Leftover,
  NotesModel,
  PeopleActions,
  PeopleModel,
} from '../../components/companion/people-model.ts';
import { type EndToEndCondition, openQuestions, type Told } from '../../lib/flow/index.ts';
import type { Aftermath, DayView, Note, RoadView, Warned, WatcherView } from '../../lib/messages/index.ts';
import { visibleControl } from '../../lib/portal/match.ts';
import type { PortalProfile } from '../../lib/portal/profile.ts';
import type { Settings } from '../../lib/storage/settings.ts';
import type { Spot } from './layer.ts';
import { paced } from './pace.ts';
import { onNextPerson, readLogin, saveRole, say } from './people-wire.ts';

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

/** `present` gives the page's road now, `changed` asks for another drawing. */
export function makePeople(
  present: () => RoadView | null,
  changed: () => void,
  signal: AbortSignal,
): PeopleState {
  let gone: { submissionId: string | null } | null = null;
  let day: DayView | null = null;
  let dayAskedFor = '';
  let after: Aftermath | null = null;
  let askedFor = '';
  let skipped = false;
  let handed = false;
  /** The conditions that were asked, in order, and how many of them are behind. */
  let questions: { asked: readonly EndToEndCondition[]; at: number } = { asked: [], at: 0 };
  let login: PortalProfile['login'] | null = null;
  let leftover: Leftover | null = null;
  let spot: Spot | null = null;
  let notes: { submissionId: string; all: Note[] } | null = null;
  let writing = false;
  let warned: NotesModel['warned'] = null;
  let failed: PeopleModel['failed'] = null;
  let last: PeopleModel | null = null;

  readLogin().then((found) => {
    login = found;
    changed();
  }, changed);
  const unmark = () => {
    if (spot) changed();
    spot = null;
  };
  window.addEventListener('pointerdown', unmark, { signal, capture: true, passive: true });

  /** Does something that may fail, and says so where it does. */
  const attempt = async (what: NonNullable<PeopleModel['failed']>, work: () => Promise<boolean>) => {
    failed = null;
    changed();
    if (!(await work())) failed = what;
    changed();
  };

  const askDay = paced(
    () =>
      void say({ name: 'day' }).then((told) => {
        day = told ?? day;
        changed();
      }),
    ASK_MS,
    signal,
  );

  const clear = () => {
    gone = { submissionId: present()?.submissionId ?? null };
    after = notes = spot = null;
    writing = handed = false;
    askedFor = '';
  };
  onNextPerson(() => {
    clear();
    askDay();
    changed();
  }, signal);

  /** After a result screen: how things stand with what can be told of this dossier. */
  function askAfter(road: RoadView | null): void {
    const id = road?.outcome === 'submitted' ? road.submissionId : '';
    if (id === askedFor) return;
    askedFor = id;
    after = null;
    skipped = handed = false;
    if (id === '') return;
    void tell(id, {}).then(() => {
      questions = { asked: after ? openQuestions(after) : [], at: 0 };
      changed();
    });
  }

  async function tell(submissionId: string, told: Told): Promise<boolean> {
    const answer = await say({ name: 'tell', submissionId, told });
    if (answer && answer.id === askedFor) after = answer;
    return answer !== null;
  }

  function leftBehind({ road }: WatcherView, { role }: Settings): Leftover | null {
    if (role !== 'volunteer' || !login) return null;
    const begun = road?.passed.some((name) => name === 'login-started' || name === 'login-completed');
    const before = road !== null && !road.declared && road.startedBy === 'first-page' && !begun;
    if (!gone && !before) return null;
    if (visibleControl(login.done, document, location) === null) return null;
    return gone ? 'after' : 'before';
  }

  function notesOn({ road, step }: WatcherView, audit: AuditModel | null): NotesModel | null {
    if (!road?.declared) return null;
    const row = audit?.chosen?.row;
    if (!row && !step) return null;
    const about: Note['about'] = row ? { field: row.key } : { step: step ?? '' };
    const all = notes && notes.submissionId === road.submissionId ? notes.all : null;
    const same = (note: Note) => JSON.stringify(note.about) === JSON.stringify(about);
    return { about, label: row?.label ?? '', notes: all?.filter(same) ?? null, warned };
  }

  /** Asks something about notes; resolves to whether it was done. */
  const onNotes = async (
    work: (submissionId: string) => Promise<{ notes: Note[] } | Warned | null>,
  ): Promise<boolean> => {
    const submissionId = present()?.submissionId;
    let done = false;
    await attempt('note', async () => {
      const told = submissionId === undefined ? null : await work(submissionId);
      done = told !== null && 'notes' in told;
      if (submissionId && told && 'notes' in told) notes = { submissionId, all: told.notes };
      return told !== null;
    });
    return done;
  };

  const step = (at: number) => {
    questions = { ...questions, at };
  };

  const act: PeopleActions = {
    changeRole: (role) =>
      void attempt('role', () =>
        saveRole(role).then(
          () => true,
          () => false,
        ),
      ),
    nextPerson: () =>
      void attempt('next', async () => {
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
      const element =
        login &&
        (visibleControl(login.out, document, location) ?? visibleControl(login.done, document, location));
      if (!element) return;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      spot = { key: 'logout', element };
      changed();
    },
    rate: (satisfaction) => void attempt('rate', () => tell(askedFor, { satisfaction })),
    skipRating() {
      skipped = true;
      changed();
    },
    hand(on) {
      handed = on;
      changed();
    },
    answer(to) {
      const condition = questions.asked[questions.at];
      if (!condition) return;
      void attempt('end', async () => {
        const kept = to === 'unknown' || (await tell(askedFor, { endToEnd: { [condition]: to } }));
        if (kept) step(to === 'no' ? questions.asked.length : questions.at + 1);
        return kept;
      });
    },
    answerLater() {
      step(questions.asked.length);
      changed();
    },
    goBack() {
      const before = questions.asked.slice(0, questions.at);
      const answered = after?.endToEnd;
      const at = before.findLastIndex((condition) => answered?.[condition] !== 'unknown');
      const condition = questions.asked[at];
      if (!condition) return;
      void attempt('end', async () => {
        const kept = await tell(askedFor, { endToEnd: { [condition]: 'unknown' } });
        if (kept) step(at);
        return kept;
      });
    },
    write(on) {
      writing = on;
      if (on) void onNotes((submissionId) => say({ name: 'notes', submissionId }));
      changed();
    },
    async saveNote(text, sure) {
      const about = last?.notes?.about;
      if (!about) return false;
      return onNotes(async (submissionId) => {
        const told = await say({ name: 'note', note: { submissionId, about, text }, sure });
        warned = told && 'personal' in told ? { text, personal: told.personal, refused: told.certain } : null;
        return told;
      });
    },
    dropNote: (id) => void onNotes((submissionId) => say({ name: 'drop-note', submissionId, id })),
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
      const { road } = view;
      askAfter(road);
      leftover = leftBehind(view, settings);
      if (role !== 'volunteer') {
        dayAskedFor = '';
        day = null;
      } else if (dayAskedFor !== `${road?.submissionId} ${road?.outcome}`) {
        dayAskedFor = `${road?.submissionId} ${road?.outcome}`;
        askDay();
      }
      const condition = questions.asked[questions.at];
      const canGoBack = questions.asked
        .slice(0, questions.at)
        .some((it) => after?.endToEnd[it] !== 'unknown');
      const next: PeopleModel = {
        language,
        role,
        day,
        ready: gone !== null,
        leftover,
        after: after && {
          satisfaction: after.satisfaction,
          skipped,
          handed,
          question: condition ? { condition, at: questions.at + 1, of: questions.asked.length } : null,
          canGoBack,
        },
        notes: role === 'reviewer' ? notesOn(view, audit) : null,
        writing,
        failed,
      };
      if (JSON.stringify(next) !== JSON.stringify(last)) last = next;
      return last ?? next;
    },
  };
}
