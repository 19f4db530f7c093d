import { seenEndToEnd } from './answers.ts';
import {
  type EndReason,
  type FlowEvent,
  momentOf,
  onsetOf,
  SILENCE_MS,
  type Source,
  UNCONFIRMED_MS,
} from './events.ts';
import { acted, EMPTY_LEDGER, type Ledger, looked, spent, uploading, waited } from './ledger.ts';
import {
  END_TO_END,
  type MilestoneName,
  PAUSED,
  SCHEMA,
  type StartedBy,
  type Submission,
  wasPaused,
} from './submission.ts';

/**
 * A submission under way: the record itself and the bookkeeping that only the living need.
 *
 * When a road begins, ends, goes on or splits is written down in RULES.md beside this file.
 */
export interface Road {
  submission: Submission;
  /** A declaration was opened: only then does the submission exist for anyone to see. */
  declared: boolean;
  ledger: Ledger;
  /**
   * Why it ended, null while it goes on. A submitted road has one only where the person has gone: what begins after it
   * is then no next dossier of the same login.
   */
  endReason: EndReason | null;
  /** The last submit click that was neither rejected nor taken back, and the tab in which it was, where that is known. */
  standingSubmit: { at: number; tab?: number | undefined } | null;
  /** When the person asked for an online form of which nothing was seen since. */
  handedOverAt: number | null;
  /** The tab in which the declaration stands. */
  formTab: number | null;
  /** The dossier that was filed in this tab before, or stands in another one: its own form may be shown once more. */
  filedBefore: FiledForm | null;
  /** Another procedure's page was opened meanwhile, in this tab: should its declaration open too, it is another road. */
  detour: Detour | null;
  lastEventAt: number;
}

/** A page of another procedure; `asked` says that its form was asked for as well. */
interface Detour {
  code: string;
  name: string;
  agency?: string;
  at: number;
  tab: number;
  /** When that page began to load. */
  pageAt?: number | null;
  asked?: true;
}

/** What tells the form of a dossier: the procedure's code, empty where nobody told it, and the rule that saw it open. */
interface FiledForm {
  code: string;
  evidence: string;
  /** It is not filed yet: the result of a form that is shown once more is no result of it. */
  stands?: true;
}

/** By these a person takes a form up. */
const TAKES_UP: readonly MilestoneName[] = ['first-input', 'documents-opened', 'submit-clicked'];

/** A person who acts in the form so long after a click on submit has taken it back. */
const TAKEN_BACK_AFTER_MS = 2_000;

/** Who stays away so long after asking for the online form has gone to it. */
const UNSEEN_AFTER_MS = 5_000;
/** In `notSeen`: the dossier went on, on a host that Đồng hành may not see. */
const ELSEWHERE = 'elsewhere';

/** A new road. `id` is a UUID; `at` is when its clock provisionally starts. */
export function openRoad(
  id: string,
  at: number,
  startedBy: StartedBy,
  role: Submission['role'],
  filedBefore: Road['filedBefore'] = null,
): Road {
  return {
    submission: {
      id,
      schema: SCHEMA,
      startedAt: at,
      procedure: { code: '', name: '' },
      portals: [],
      notSeen: [],
      clockShiftMs: 0,
      agency: null,
      role,
      outreach: null,
      startedBy,
      milestones: {},
      steps: [],
      outcome: 'open',
      elapsedMs: null,
      activeMs: null,
      actingMs: null,
      waitingMs: null,
      uploads: { files: 0, failed: null, waitingMs: null },
      rejections: 0,
      autofill: { expected: 0, byPortal: 0, byHand: 0, empty: 0, askedAgain: 0 },
      satisfaction: null,
      resultMethod: null,
      payment: null,
      endToEnd: Object.fromEntries(END_TO_END.map((name) => [name, 'unknown'])) as Submission['endToEnd'],
      processing: { receivedAt: null, dueAt: null, resultAt: null },
      dossierMark: null,
    },
    declared: false,
    ledger: EMPTY_LEDGER,
    endReason: null,
    standingSubmit: null,
    handedOverAt: null,
    formTab: null,
    filedBefore,
    detour: null,
    lastEventAt: at,
  };
}

/** Whether nothing more is expected of this road. */
export function isOver(road: Road): boolean {
  return road.endReason !== null || road.submission.outcome !== 'open';
}

/** Where no more is known: the only tab's top frame. */
const ONLY_TAB: Source = { tab: 0, top: true, pageAt: null };

/** How another road begins, and what it leaves of the one before: `split` lets that one go on in its own tab. */
export interface Beginning {
  at: number;
  startedBy: StartedBy;
  split: boolean;
  filedBefore?: Road['filedBefore'];
}

/** Whether the person whose road it was has left it to another one. */
function hasGone(reason: EndReason | null): boolean {
  return reason === 'logged-out' || reason === 'next-person';
}

/** Recording was paused in the middle of its declaration: what is heard of its tab afterwards is of the same dossier. */
function isInterrupted({ endReason, formTab }: Road): boolean {
  return endReason === 'paused' && formTab !== null;
}

/** Silence had ended its declaration, and the tab loads that very page: by itself once it is looked at, or as it is told. */
function isLoadedAgain(
  { submission, endReason, formTab }: Road,
  { type }: FlowEvent,
  source: Source,
): boolean {
  const { tab, top, again = false } = source;
  const isLeft = endReason === 'silence' && submission.outcome === 'abandoned' && formTab === tab;
  return type === 'page' && top && isLeft && again;
}

/**
 * Whether `event` begins another road than `road`; null when it belongs to `road`, or to none where there is none.
 * Only a page load of a top frame begins a road after an end: what the result screen still sends belongs to what it
 * ended.
 */
export function nextRoad(road: Road | null, event: FlowEvent, source: Source = ONLY_TAB): Beginning | null {
  const opensForm = event.type === 'milestone' && event.name === 'form-opened';
  const at = momentOf(event);
  if (!road) return source.top || opensForm ? { at, startedBy: 'first-page', split: false } : null;
  const goesOn =
    (isInterrupted(road) && at - road.lastEventAt < SILENCE_MS) || isLoadedAgain(road, event, source);
  if (event.type === 'page' && source.top && isOver(road) && !goesOn) {
    const sameLogin = road.declared && !hasGone(road.endReason);
    // A document that is watched anew may be older than the end of the dossier that was filed in it.
    return {
      at: Math.max(at, endOf(road) ?? at),
      startedBy: sameLogin ? 'next-dossier' : 'first-page',
      split: false,
      filedBefore: filedIn(road),
    };
  }
  if (!opensForm || !road.declared || isOver(road)) return null;
  if (isBackAtForm(road, event.evidence, source)) return null;
  const detour = road.detour?.tab === source.tab && !isSameForm(road, event.evidence) ? road.detour : null;
  const elsewhere = road.formTab !== null && road.formTab !== source.tab;
  if (!detour && !elsewhere) return null;
  const begun = {
    at: detour?.at ?? source.pageAt ?? at,
    startedBy: 'next-dossier',
    split: elsewhere,
  } as const;
  return elsewhere ? { ...begun, filedBefore: standingIn(road) } : begun;
}

/** The dossier that was filed last in the tab of a road that is over, by a person who has not gone. */
function filedIn({ submission, declared, filedBefore, endReason }: Road): Road['filedBefore'] {
  const { outcome, procedure, milestones } = submission;
  if (hasGone(endReason)) return null;
  if (!declared) return filedBefore ?? null;
  const evidence = milestones['form-opened']?.evidence;
  return outcome === 'abandoned' || !evidence ? null : { code: procedure.code, evidence };
}

/** The dossier that stands in another tab of its road. */
function standingIn({ submission }: Road): Road['filedBefore'] {
  const evidence = submission.milestones['form-opened']?.evidence;
  return evidence ? { code: submission.procedure.code, evidence, stands: true } : null;
}

/**
 * Whether the form that opens is that of the dossier which was filed just before, or stands in another tab: whoever goes
 * back, loads the page anew or has it twice is shown it once more, without a login. It is another dossier once it is taken
 * up.
 */
function isShownOnceMore({ declared, filedBefore, submission }: Road, evidence: string): boolean {
  const { procedure, milestones } = submission;
  if (declared || filedBefore?.evidence !== evidence || milestones['login-completed']) return false;
  return procedure.code === '' || procedure.code === filedBefore.code;
}

/**
 * Whether the form of the road opens again for who only looked at a page of another procedure: its own form is asked for
 * there, once it is said to whom it goes.
 */
function isBackAtForm({ detour, formTab, submission }: Road, evidence: string, source: Source): boolean {
  if (detour?.tab !== source.tab || formTab !== source.tab || detour.asked || detour.agency) return false;
  const isOnPageOfItsOwn = (source.pageAt ?? 0) > detour.at;
  return isOnPageOfItsOwn && submission.milestones['form-opened']?.evidence === evidence;
}

/** Where nobody told the procedure of a declaration, the same form is taken for the same one. */
function isSameForm({ submission }: Road, evidence: string): boolean {
  return submission.procedure.code === '' && submission.milestones['form-opened']?.evidence === evidence;
}

/** The road after one event. Events of a road that is over change nothing, but for what is seen late of it. */
export function reduce(road: Road, event: FlowEvent, source: Source = ONLY_TAB): Road {
  if (answersAnother(road, event, source)) return road;
  const here = comesBack(road, event) ? begunAgain(road, onsetOf(event)) : road;
  const seen = { ...here, lastEventAt: Math.max(here.lastEventAt, momentOf(event)) };
  return measured(isOver(here) ? afterEnd(seen, event, source) : take(seen, event, source));
}

function take(road: Road, event: FlowEvent, source: Source): Road {
  const { submission } = road;
  const known = (patch: Partial<Submission>): Road => ({ ...road, submission: { ...submission, ...patch } });
  switch (event.type) {
    case 'page':
      return source.top ? arrive(road, event, source.tab) : road;
    case 'login-seen': {
      // Someone already logged in shows the same page: only a login that was begun in this road completes one.
      const begun = event.fromLogin || submission.milestones['login-started'] !== undefined;
      const { at, evidence } = event;
      const login = { type: 'milestone', name: 'login-completed', at, evidence } as const;
      return begun ? passMilestone(road, login, source) : road;
    }
    case 'step':
      return enterStep(road, event);
    case 'procedure':
      return seeProcedure(road, event, source);
    case 'handed-over':
      return asked({ ...road, handedOverAt: event.at }, source);
    case 'agency':
      return seeAgency(road, event, source);
    case 'result-method':
      return known({ resultMethod: event.method });
    case 'payment':
      return event.onlyIfBegun && !submission.milestones['payment-started']
        ? road
        : known({ payment: event.payment });
    case 'dossier':
      return road.declared ? known({ dossierMark: event.mark }) : road;
    case 'upload':
      return known({ uploads: { ...submission.uploads, files: submission.uploads.files + event.files } });
    case 'wait':
      return { ...road, ledger: waited(road.ledger, event) };
    case 'clock':
      return clockSet(road, event.shiftMs);
    case 'active':
      return { ...road, ledger: acted(road.ledger, event.from, event.to, source.tab) };
    case 'hidden':
    case 'shown':
      return { ...road, ledger: looked(road.ledger, event.at, source.tab, event.type === 'hidden') };
    case 'milestone':
      return passMilestone(takenUp(road, event), event, source);
    case 'ended':
      return endRoad(road, event.reason);
    case 'progress':
    case 'drift':
      return road;
  }
}

function clockSet(road: Road, shiftMs: number): Road {
  const { submission } = road;
  return { ...road, submission: { ...submission, clockShiftMs: submission.clockShiftMs + shiftMs } };
}

function arrive(road: Road, event: Extract<FlowEvent, { type: 'page' }>, tab: number): Road {
  const { at, portal, hidden } = event;
  const { portals, startedBy, startedAt } = road.submission;
  const submission = {
    ...road.submission,
    portals: portals.includes(portal) ? portals : [...portals, portal],
    // A frame of the page may have spoken before the page itself.
    startedAt: startedBy === 'first-page' ? Math.min(startedAt, at) : startedAt,
  };
  const arrived = { ...road, submission, handedOverAt: null, ledger: looked(road.ledger, at, tab, hidden) };
  return note(arrived, { type: 'milestone', at, name: 'portal-opened', evidence: `${portal}/page` });
}

/**
 * A person went on filling in the declaration at `at`: an earlier click on submit had not sent it (`confirm()` was
 * refused, or the page said nothing), and cannot stand for a submission. A result that comes after all still counts.
 */
export function takeBackSubmit(road: Road, at: number): Road {
  const { standingSubmit, endReason } = road;
  if (standingSubmit === null || at - standingSubmit.at < TAKEN_BACK_AFTER_MS) return road;
  const takenBack = { ...road, standingSubmit: null };
  if (!isOver(road)) return takenBack;
  // Time alone had made a dossier of it that was filed, as far as anybody knew.
  return endReason === 'silence' ? measured(unended(takenBack, null, 'open')) : road;
}

/**
 * Whether someone comes back to a mere visit that silence has ended, be that noted or not: a machine that sleeps notes
 * nothing. What went on out of sight is none, and goes on.
 */
function comesBack(road: Road, event: FlowEvent): boolean {
  const { submission, declared, handedOverAt, endReason, lastEventAt } = road;
  // One without a page of its own begins with the declaration that it is told of.
  if (declared || handedOverAt !== null || !submission.milestones['portal-opened']) return false;
  const after = onsetOf(event) - lastEventAt;
  if (endReason === 'silence') return after >= 0;
  return endReason === null && after >= SILENCE_MS;
}

/** The visit as one that begins at `at`: what the page shows still holds, and no login of before does. */
function begunAgain(road: Road, at: number): Road {
  const { submission, ledger } = road;
  const { 'login-started': _, 'login-completed': __, ...passed } = submission.milestones;
  const milestones = Object.fromEntries(Object.entries(passed).map(([name, it]) => [name, { ...it, at }]));
  return {
    ...road,
    endReason: null,
    ledger: { ...EMPTY_LEDGER, looks: ledger.looks },
    submission: {
      ...submission,
      startedAt: at,
      startedBy: 'first-page',
      milestones,
      steps: submission.steps.slice(-1).map((step) => ({ ...step, enteredAt: at })),
      outcome: 'open',
    },
  };
}

/** The same road where the browser has given its tab `was` another number. */
export function renumbered(road: Road, was: number, is: number): Road {
  const now = <Tab extends number | undefined>(tab: Tab) => (tab === was ? is : tab);
  const { formTab, standingSubmit, detour, ledger } = road;
  return {
    ...road,
    formTab: formTab === null ? null : now(formTab),
    standingSubmit: standingSubmit && { ...standingSubmit, tab: now(standingSubmit.tab) },
    detour: detour && { ...detour, tab: now(detour.tab) },
    ledger: { ...ledger, looks: ledger.looks.map((look) => ({ ...look, tab: now(look.tab) })) },
  };
}

/** Ends roads that time itself ends; `now` is epoch ms. Returns the same road when nothing is due. */
export function sweep(road: Road, now: number): Road {
  if (isOver(road)) return road;
  const { standingSubmit } = road;
  const late = standingSubmit !== null && now - standingSubmit.at >= UNCONFIRMED_MS;
  if (late && !isPaying(road)) return endRoad(road, 'silence');
  return now - road.lastEventAt >= SILENCE_MS ? endRoad(road, 'silence') : road;
}

/** A part of it passed while recording was paused. */
function unheard(submission: Submission): Submission {
  return wasPaused(submission) ? submission : { ...submission, notSeen: [...submission.notSeen, PAUSED] };
}

/** The submit led to a payment, of which nobody has come back yet: the way back brings the result. */
function isPaying({ submission }: Road): boolean {
  const {
    'submit-clicked': clicked,
    'payment-started': started,
    'payment-returned': back,
  } = submission.milestones;
  return clicked !== undefined && started !== undefined && started.at >= clicked.at && back === undefined;
}

function endRoad(road: Road, reason: EndReason): Road {
  const outcome = road.standingSubmit ? 'submitted-unconfirmed' : 'abandoned';
  const { handedOverAt, lastEventAt } = road;
  // It went on where nothing may be seen: a submission all the same, of which the rest is not known.
  const unseen =
    handedOverAt !== null && (reason === 'silence' || lastEventAt - handedOverAt >= UNSEEN_AFTER_MS);
  // Whether it was filed in the pause nobody knows.
  const paused = reason === 'paused' && road.declared && outcome === 'abandoned';
  const known = unseen
    ? { ...road.submission, notSeen: [...road.submission.notSeen, ELSEWHERE] }
    : road.submission;
  const submission = { ...(paused ? unheard(known) : known), outcome } as const;
  return measured({ ...road, endReason: reason, declared: road.declared || unseen, submission });
}

/**
 * An end is taken back, where it was for this reason: "Người tiếp theo" was pressed by mistake, or a closed tab has more
 * to say. The road goes on as if it had not been.
 */
export function takeBackEnd(road: Road, reason: EndReason): Road {
  if (road.endReason !== reason) return road;
  const outcome = road.submission.outcome === 'submitted' ? 'submitted' : 'open';
  return measured(unended(road, null, outcome));
}

/** The road without its end, and without what that took it for: one that went out of sight. A pause stays what it was. */
function unended(road: Road, endReason: EndReason | null, outcome: 'open' | 'submitted'): Road {
  const declared = road.declared && road.formTab !== null;
  const notSeen = road.submission.notSeen.filter((it) => it === PAUSED);
  return { ...road, endReason, declared, submission: { ...road.submission, outcome, notSeen } };
}

/**
 * What may still change an ended road: its dossier's number, a result that comes late, a further try after a click
 * had counted as unconfirmed, and a person who acts again after a mere silence.
 */
function afterEnd(road: Road, event: FlowEvent, source: Source): Road {
  const { submission, endReason } = road;
  const left = hasGone(endReason) ? endReason : null;
  const reopened = unended(road, left, 'open');
  if (event.type === 'ended' && hasGone(event.reason)) return { ...road, endReason: left ?? event.reason };
  if (isInterrupted(road)) {
    const goingOn = { ...reopened, submission: unheard(reopened.submission) };
    return event.type === 'ended' ? road : take(goingOn, event, source);
  }
  if (event.type === 'dossier' && submission.outcome !== 'abandoned') {
    return { ...road, submission: { ...submission, dossierMark: event.mark } };
  }
  if (event.type === 'milestone' && event.name === 'submitted' && road.standingSubmit) {
    return passMilestone(reopened, event, source);
  }
  if (endReason !== 'silence') return road;
  // The clock's leap may be all there was of that silence.
  if (event.type === 'clock') return clockSet(road, event.shiftMs);
  const triesAgain = event.type === 'milestone' && event.name.startsWith('submit-');
  const comesBackTo = acts(event) || isLoadedAgain(road, event, source);
  const goesOn = triesAgain || (comesBackTo && submission.outcome === 'abandoned');
  return goesOn ? take(reopened, event, source) : road;
}

/**
 * Whether what reads as the answer to a submit stands in another tab than that, in a page which was there before it: a
 * message there is about something else.
 */
function answersAnother({ standingSubmit }: Road, event: FlowEvent, { tab, pageAt }: Source): boolean {
  if (event.type !== 'milestone' || !['submitted', 'submit-rejected'].includes(event.name)) return false;
  // A road that was under way when this extension was updated knows no tab of its click.
  return standingSubmit !== null && (standingSubmit.tab ?? tab) !== tab && (pageAt ?? 0) < standingSubmit.at;
}

/** Whether a person did something by it. */
const acts = ({ type }: FlowEvent) => type === 'active' || type === 'milestone';

type Milestone = Extract<FlowEvent, { type: 'milestone' }>;

/** A form that was only shown once more is a dossier as soon as a person does something in it, or it is seen filed. */
function takenUp(road: Road, { name }: Milestone): Road {
  const takesUp = TAKES_UP.includes(name) || (name === 'submitted' && road.filedBefore?.stands);
  return road.formTab !== null && takesUp ? { ...road, declared: true } : road;
}

function passMilestone(road: Road, event: Milestone, source: Source): Road {
  const { tab } = source;
  const { name, at } = event;
  switch (name) {
    case 'login-completed': {
      const { milestones } = road.submission;
      const declares = milestones['first-input'] ?? milestones['submit-clicked'];
      if (declares || milestones[name]) return road;
      const noted = note(road, event);
      return { ...noted, submission: { ...noted.submission, startedAt: at, startedBy: 'login' } };
    }
    // A return from anywhere else is no return from a payment.
    case 'payment-returned':
      return road.submission.milestones['payment-started'] ? note(road, event) : road;
    case 'form-opened': {
      // The form of an undeclared road that opened before was only shown once more.
      const back = road.submission.procedure.code !== '' && isBackAtForm(road, event.evidence, source);
      const opened = note(back ? { ...road, detour: null } : nowKnown(road), event, !road.declared);
      const declared = !isShownOnceMore(road, event.evidence);
      return { ...opened, declared, formTab: tab, handedOverAt: null };
    }
    case 'submit-clicked': {
      if (!road.declared) return road;
      const marked = { ...road, ledger: acted(road.ledger, at, at, tab) };
      // The first click of each try is the milestone; the last one is what an unconfirmed time is taken from.
      return { ...note(marked, event, road.standingSubmit === null), standingSubmit: { at, tab } };
    }
    case 'submit-rejected': {
      if (!road.standingSubmit) return road;
      const rejections = road.submission.rejections + 1;
      const noted = note(road, event);
      return { ...noted, standingSubmit: null, submission: { ...noted.submission, rejections } };
    }
    case 'submitted': {
      if (!road.declared) return road;
      const noted = note({ ...road, ledger: acted(road.ledger, at, at, tab) }, event);
      return { ...noted, submission: { ...noted.submission, outcome: 'submitted' } };
    }
    default:
      return note(road, event);
  }
}

/** Notes a milestone; the first time counts unless `replace` is set. */
function note(road: Road, { name, at, evidence }: Milestone, replace = false): Road {
  const { submission } = road;
  if (submission.milestones[name] && !replace) return road;
  const milestones: Partial<Record<MilestoneName, { at: number; evidence: string }>> = {
    ...submission.milestones,
    [name]: { at, evidence },
  };
  return { ...road, submission: { ...submission, milestones } };
}

/** When the clock of an ended road stood still; null where it has no time to submit. */
function endOf({ submission, standingSubmit }: Road): number | null {
  if (submission.outcome === 'submitted') return submission.milestones.submitted?.at ?? null;
  return submission.outcome === 'submitted-unconfirmed' ? (standingSubmit?.at ?? null) : null;
}

/** The road with every duration, and what follows from what was seen, made anew from it. */
function measured(road: Road): Road {
  const { submission, ledger, lastEventAt } = road;
  const { startedAt } = submission;
  const ended = endOf(road);
  // How long a pause was, and what was done in it, is no part of any time; and an end stands before its start where the
  // machine's clock was set back while no page of the road was open to notice it.
  const end = ended !== null && (wasPaused(submission) || ended < startedAt) ? null : ended;
  const until = end ?? lastEventAt;
  const isMeasured = ledger.waits.length > 0;
  const between = (from: number, to: number) => {
    const { active, acting, waiting } = spent(
      ledger,
      startedAt,
      Math.max(from, startedAt),
      Math.min(to, until),
    );
    return {
      activeMs: active,
      actingMs: isMeasured ? acting : null,
      waitingMs: isMeasured ? waiting : null,
    };
  };
  const steps = submission.steps.map((step, index, all) => ({
    ...step,
    ...between(step.enteredAt, all[index + 1]?.enteredAt ?? until),
  }));
  const whole = end === null ? { activeMs: null, actingMs: null, waitingMs: null } : between(startedAt, end);
  const uploads = {
    files: submission.uploads.files,
    failed: isMeasured ? ledger.failedUploads : null,
    waitingMs: isMeasured ? uploading(ledger, startedAt, until) : null,
  };
  const endToEnd = { ...submission.endToEnd, ...seenEndToEnd(submission) };
  const elapsedMs = end === null ? null : end - startedAt;
  return { ...road, submission: { ...submission, ...whole, elapsedMs, steps, uploads, endToEnd } };
}

function enterStep(road: Road, { id, label, at }: Extract<FlowEvent, { type: 'step' }>): Road {
  const { submission } = road;
  const entered = { id, label, enteredAt: at, activeMs: 0, actingMs: null, waitingMs: null };
  // A step of another document of the same road may be told late: what counts is when each was entered first.
  const steps = [...submission.steps, entered]
    .sort((a, b) => a.enteredAt - b.enteredAt)
    .filter((step, nth, all) => step.id !== all[nth - 1]?.id);
  return { ...road, submission: { ...submission, steps } };
}

function seeProcedure(
  road: Road,
  { code, name, at }: Extract<FlowEvent, { type: 'procedure' }>,
  { tab, pageAt }: Source,
): Road {
  const { submission, detour } = road;
  const known = submission.procedure.code;
  const openedAt = submission.milestones['form-opened']?.at ?? at;
  // Of a declaration whose procedure nobody told, a page that was loaded after it need not speak.
  const isOther = known ? known !== code : pageAt !== null && pageAt > openedAt;
  // A page that tells the code alone takes no name from it.
  const called = name || [submission.procedure, detour].find((it) => it?.code === code)?.name || '';
  if (road.declared && isOther) return { ...road, detour: { code, name: called, at, tab, pageAt } };
  return { ...road, detour: null, submission: { ...submission, procedure: { code, name: called } } };
}

/** Whom is chosen to file to after another procedure's page was opened is whom that one is filed to. */
function seeAgency(road: Road, { name }: Extract<FlowEvent, { type: 'agency' }>, { tab }: Source): Road {
  const { detour, submission } = road;
  if (detour?.tab === tab) return { ...road, detour: { ...detour, agency: name } };
  return { ...road, submission: { ...submission, agency: name } };
}

/** The form of a procedure is asked for from its own page. */
function asked(road: Road, { tab }: Source): Road {
  const { detour } = road;
  return detour?.tab === tab ? { ...road, detour: { ...detour, asked: true } } : road;
}

/** A declaration of an unknown procedure opens again after a procedure's page: that was of its own. */
function nowKnown(road: Road): Road {
  const { detour, submission } = road;
  if (!detour || submission.procedure.code) return road;
  const { code, name, agency = submission.agency } = detour;
  return { ...road, detour: null, submission: { ...submission, procedure: { code, name }, agency } };
}
