import { IDLE_MS } from './events.ts';

/**
 * The clock of activity. Marks are acts, the clock's start, a return of visibility and the end; the time between two
 * marks counts as active when it is shorter than {@link IDLE_MS} and the tab was visible throughout.
 */
export interface Activity {
  activeMs: number;
  lastMarkAt: number;
  hidden: boolean;
}

export function startActivity(at: number): Activity {
  return { activeMs: 0, lastMarkAt: at, hidden: false };
}

/** Moves the clock to a mark. A mark older than the last one changes nothing. */
export function mark(activity: Activity, at: number): Activity {
  const gap = at - activity.lastMarkAt;
  if (gap <= 0) return activity;
  const counts = !activity.hidden && gap < IDLE_MS;
  return { ...activity, activeMs: activity.activeMs + (counts ? gap : 0), lastMarkAt: at };
}

/** Adds a stretch of steady acting, joined to what came before when the pause between was short. */
export function stretch(activity: Activity, from: number, to: number): Activity {
  const shown = activity.hidden
    ? { ...activity, hidden: false, lastMarkAt: Math.max(from, activity.lastMarkAt) }
    : activity;
  const begun = mark(shown, from);
  const counted = Math.max(0, to - Math.max(from, begun.lastMarkAt));
  return { ...begun, activeMs: begun.activeMs + counted, lastMarkAt: Math.max(to, begun.lastMarkAt) };
}

/** The tab went out of sight: what was seen until now may count, what follows does not. */
export function hide(activity: Activity, at: number): Activity {
  return { ...mark(activity, at), hidden: true };
}

/** The tab came back: coming back is itself an act. */
export function show(activity: Activity, at: number): Activity {
  return activity.hidden ? { ...mark(activity, at), hidden: false } : activity;
}
