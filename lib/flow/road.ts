import { type Activity, hide, mark, show, startActivity, stretch } from './activity.ts';
import { type EndReason, type FlowEvent, momentOf, SILENCE_MS, UNCONFIRMED_MS } from './events.ts';
import { END_TO_END, type MilestoneName, SCHEMA, type StartedBy, type Submission } from './submission.ts';

/**
 * A submission under way: the record itself and the bookkeeping that only the living need.
 *
 * Rules of one road:
 * - It begins with the first portal page of a visit and is a mere visit until a declaration opens (`declared`).
 * - A login completed before a person begins to declare sets the clock anew; a later one (an expired session) does
 *   not. The declaration itself may open a moment before the page shows who is logged in.
 * - It ends with the result screen, or by one of the {@link EndReason}s. A standing submit click then makes it
 *   `submitted-unconfirmed`, anything else `abandoned`.
 * - What follows an end belongs to the next road: see {@link nextRoad}.
 */
export interface Road {
  submission: Submission;
  /** A declaration was opened: only then does the submission exist for anyone to see. */
  declared: boolean;
  activity: Activity;
  /** Why it ended, null while it goes on. A submitted road has none. */
  endReason: EndReason | null;
  /** The last submit click that was not rejected, with the active time that had passed by then. */
  standingSubmit: { at: number; activeMs: number } | null;
  /** Another procedure's page was opened meanwhile: should its declaration open too, this road is superseded. */
  detour: { code: string; name: string; at: number } | null;
  lastEventAt: number;
}

/** A new road. `id` is a UUID; `at` is when its clock provisionally starts. */
export function openRoad(id: string, at: number, startedBy: StartedBy, role: Submission['role']): Road {
  return {
    submission: {
      id,
      schema: SCHEMA,
      startedAt: at,
      procedure: { code: '', name: '' },
      portals: [],
      agency: null,
      role,
      outreach: null,
      startedBy,
      milestones: {},
      steps: [],
      outcome: 'open',
      elapsedMs: null,
      activeMs: null,
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
    activity: startActivity(at),
    endReason: null,
    standingSubmit: null,
    detour: null,
    lastEventAt: at,
  };
}

/** Whether nothing more is expected of this road. */
export function isOver(road: Road): boolean {
  return road.endReason !== null || road.submission.outcome !== 'open';
}

/**
 * Whether `event` begins another road than `road`, and how that one's clock starts; null when it belongs to `road`.
 * Only a page load begins a road after an end: what the result screen still sends belongs to what it ended.
 */
export function nextRoad(road: Road | null, event: FlowEvent): { at: number; startedBy: StartedBy } | null {
  const at = momentOf(event);
  if (!road) return { at, startedBy: 'first-page' };
  if (event.type === 'page' && isOver(road)) {
    const sameLogin = road.declared && road.endReason !== 'logged-out' && road.endReason !== 'next-person';
    return { at, startedBy: sameLogin ? 'next-dossier' : 'first-page' };
  }
  if (event.type === 'milestone' && event.name === 'form-opened' && road.declared && road.detour) {
    return { at: road.detour.at, startedBy: 'next-dossier' };
  }
  return null;
}

/** The road after one event. Events of a road that is over change nothing, but for a result seen late. */
export function reduce(road: Road, event: FlowEvent): Road {
  const seen = { ...road, lastEventAt: Math.max(road.lastEventAt, momentOf(event)) };
  if (isOver(road)) return afterEnd(seen, event);
  const { submission } = seen;
  switch (event.type) {
    case 'page': {
      const portals = submission.portals.includes(event.portal)
        ? submission.portals
        : [...submission.portals, event.portal];
      const activity = event.hidden ? hide(seen.activity, event.at) : show(seen.activity, event.at);
      const arrived = { ...seen, submission: { ...submission, portals } };
      const evidence = `${event.portal}/page`;
      const opened = note(arrived, { type: 'milestone', at: event.at, name: 'portal-opened', evidence });
      return withActivity(opened, activity);
    }
    case 'login-seen': {
      // Someone already logged in shows the same page: only a login that was begun in this road completes one.
      const begun = event.fromLogin || seen.submission.milestones['login-started'] !== undefined;
      const { at, evidence } = event;
      return begun ? passMilestone(seen, { type: 'milestone', name: 'login-completed', at, evidence }) : seen;
    }
    case 'step':
      return enterStep(seen, event);
    case 'procedure':
      return seeProcedure(seen, event);
    case 'agency':
      return { ...seen, submission: { ...submission, agency: event.name } };
    case 'result-method':
      return { ...seen, submission: { ...submission, resultMethod: event.method } };
    case 'upload': {
      const uploads = { ...submission.uploads, files: submission.uploads.files + event.files };
      return { ...seen, submission: { ...submission, uploads } };
    }
    case 'active':
      return withActivity(seen, stretch(seen.activity, event.from, event.to));
    case 'hidden':
      return withActivity(seen, hide(seen.activity, event.at));
    case 'shown':
      return withActivity(seen, show(seen.activity, event.at));
    case 'milestone':
      return passMilestone(seen, event);
    case 'ended':
      return endRoad(seen, event.reason);
    default:
      return seen;
  }
}

/** Ends roads that time itself ends; `now` is epoch ms. Returns the same road when nothing is due. */
export function sweep(road: Road, now: number): Road {
  if (isOver(road)) return road;
  const { standingSubmit } = road;
  if (standingSubmit && now - standingSubmit.at >= UNCONFIRMED_MS) return endRoad(road, 'silence');
  return now - road.lastEventAt >= SILENCE_MS ? endRoad(road, 'silence') : road;
}

function endRoad(road: Road, reason: EndReason): Road {
  const { submission, standingSubmit } = road;
  if (!standingSubmit)
    return { ...road, endReason: reason, submission: { ...submission, outcome: 'abandoned' } };
  return {
    ...road,
    endReason: reason,
    submission: {
      ...submission,
      outcome: 'submitted-unconfirmed',
      elapsedMs: standingSubmit.at - submission.startedAt,
      activeMs: standingSubmit.activeMs,
    },
  };
}

/**
 * What may still change an ended road: a result that comes late, a further try after a click had counted as
 * unconfirmed, and a person who acts again after a mere silence.
 */
function afterEnd(road: Road, event: FlowEvent): Road {
  const reopened = { ...road, endReason: null, submission: { ...road.submission, outcome: 'open' as const } };
  if (event.type === 'milestone' && event.name === 'submitted' && road.standingSubmit) {
    return passMilestone(reopened, event);
  }
  if (road.endReason !== 'silence') return road;
  const triesAgain = event.type === 'milestone' && event.name.startsWith('submit-');
  const acts = event.type === 'active' || event.type === 'milestone';
  const goesOn = triesAgain || (acts && road.submission.outcome === 'abandoned');
  return goesOn ? reduce(reopened, event) : road;
}

type Milestone = Extract<FlowEvent, { type: 'milestone' }>;

function passMilestone(road: Road, event: Milestone): Road {
  const { name, at } = event;
  switch (name) {
    case 'login-completed':
      return road.submission.milestones['first-input'] || road.submission.milestones[name]
        ? road
        : startClock(note(road, event), at);
    case 'form-opened':
      return { ...note(road, event), declared: true };
    case 'submit-clicked': {
      if (!road.declared) return road;
      const marked = withActivity(road, mark(road.activity, at));
      const standingSubmit = { at, activeMs: marked.activity.activeMs };
      // The first click of each try is the milestone; the last one is what an unconfirmed time is taken from.
      return { ...note(marked, event, road.standingSubmit === null), standingSubmit };
    }
    case 'submit-rejected': {
      if (!road.standingSubmit) return road;
      const rejections = road.submission.rejections + 1;
      const noted = note(road, event);
      return { ...noted, standingSubmit: null, submission: { ...noted.submission, rejections } };
    }
    case 'submitted':
      return road.declared ? submit(note(road, event), at) : road;
    default:
      return note(road, event);
  }
}

function submit(road: Road, at: number): Road {
  const marked = withActivity(road, mark(road.activity, at));
  return {
    ...marked,
    submission: {
      ...marked.submission,
      outcome: 'submitted',
      elapsedMs: at - marked.submission.startedAt,
      activeMs: marked.activity.activeMs,
    },
  };
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

function startClock(road: Road, at: number): Road {
  const { submission } = road;
  const steps = submission.steps.map((step) => ({ ...step, activeMs: 0 }));
  const activity = { ...startActivity(at), hidden: road.activity.hidden };
  return { ...road, activity, submission: { ...submission, startedAt: at, startedBy: 'login', steps } };
}

/** Credits newly counted active time to the step that is open. */
function withActivity(road: Road, activity: Activity): Road {
  const gained = activity.activeMs - road.activity.activeMs;
  const { steps } = road.submission;
  const current = steps.at(-1);
  if (gained === 0 || !current) return { ...road, activity };
  const credited = [...steps.slice(0, -1), { ...current, activeMs: current.activeMs + gained }];
  return { ...road, activity, submission: { ...road.submission, steps: credited } };
}

function enterStep(road: Road, { id, label, at }: Extract<FlowEvent, { type: 'step' }>): Road {
  const { submission } = road;
  if (submission.steps.at(-1)?.id === id) return road;
  const steps = [...submission.steps, { id, label, enteredAt: at, activeMs: 0 }];
  return { ...road, submission: { ...submission, steps } };
}

function seeProcedure(road: Road, { code, name, at }: Extract<FlowEvent, { type: 'procedure' }>): Road {
  const { submission } = road;
  const known = submission.procedure.code;
  if (road.declared && known && known !== code) return { ...road, detour: { code, name, at } };
  return { ...road, detour: null, submission: { ...submission, procedure: { code, name } } };
}
