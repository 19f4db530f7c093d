import {
  busyAt,
  type ControlRule,
  findResult,
  hasAny,
  submitRule,
  toastVerdict,
} from '../../portal/index.ts';
import { fold } from '../../text/index.ts';
import { type Context, formShowsError, navigation, newToasts, toastsOf } from './context.ts';

/** Who acts in the form so long after a click that nothing answered has not filed by it. */
const TAKEN_BACK_AFTER_MS = 2_000;
/** Whoever answers a submit with a status beyond this has not taken it; a portal of one page may serve that as "not found". */
const NOT_FOUND = 404;
/** A page that leaves, or is busy, later than this after its question was answered is so for another reason. */
const LEAVES_WITHIN_MS = 1_500;

/** The submit and what came of it. */
export interface Submitting {
  /** Looks for what came of a submit, and for a result screen where no declaration stands. */
  look(at: number, formOpen: boolean): void;
  /** Looks for a result screen that nobody waits for. */
  lookForResult(at: number): void;
  clicked(target: Element, at: number): void;
  /** A form is being sent by a trusted act: `submitter` is null where no button was needed. */
  sent(form: HTMLFormElement, submitter: Element | null, at: number): void;
  /** The person went on filling in the form: what messages say from now on is about something else. */
  filledIn(at: number): void;
  /** The page has become another one. */
  moved(): void;
  /** A submit that another document sent waits for its answer: this page may be it (a post-back). */
  goOn(): void;
  /** The page goes away. */
  left(at: number): void;
  /** A submit was acted that nothing has answered yet. */
  readonly waits: boolean;
}

interface Awaiting {
  at: number;
  /** The wait for an answer has been told: the page went away meanwhile. */
  waited: boolean;
  oldToasts: ReadonlyMap<Element, string>;
  /** It was acted in an earlier document. */
  elsewhere: boolean;
}

/**
 * A click on the submit is told at once, save where the page asks back by a native `confirm()`. That stops the page
 * within the click, and after a "no" nothing follows: the submit is then told when the page begins to leave, or shows
 * what came of it, and a refused one never.
 */
export function watchSubmitting(context: Context): Submitting {
  const { profile, tell, signal } = context;
  let awaiting: Awaiting | null = null;
  let asked: { rule: ControlRule; answeredAt: number | null } | null = null;
  let acted = false;
  let formSeen = false;
  let resultTold = false;
  let numberTold = false;
  /** What this document showed at first sight, and when. */
  let first: { at: number; toasts: ReadonlyMap<Element, string> } | null = null;
  let isAnswered = false;

  function submit(rule: ControlRule, at: number): void {
    asked = null;
    resultTold = false;
    numberTold = false;
    acted = true;
    awaiting = { at, waited: false, oldToasts: toastsOf(profile), elsewhere: false };
    tell({ type: 'milestone', at, name: 'submit-clicked', evidence: rule.id }, 'now');
  }

  function waited(to: number, failed = false): void {
    if (!awaiting || awaiting.waited) return;
    awaiting.waited = true;
    tell({ type: 'wait', from: awaiting.at, to, what: 'submit', failed });
  }

  function settle(at: number, submitted: boolean, evidence: string): void {
    waited(at, !submitted);
    awaiting = null;
    asked = null;
    isAnswered = true;
    if (submitted) {
      formSeen = false;
      resultTold = true;
    }
    tell({ type: 'milestone', at, name: submitted ? 'submitted' : 'submit-rejected', evidence }, 'now');
  }

  function lookAtToasts(at: number, { oldToasts, elsewhere }: Awaiting): void {
    const { toasts } = profile;
    if (!toasts) return;
    for (const toast of newToasts(profile, oldToasts)) {
      const verdict = toastVerdict(toast, toasts);
      if (verdict) {
        settle(elsewhere && first?.toasts.has(toast) ? first.at : at, verdict.submitted, verdict.id);
        return;
      }
      const text = fold(toast.textContent);
      if (text && !hasAny(text, toasts.success.unless) && !elsewhere)
        tell({ type: 'drift', at, rule: toasts.success.id });
    }
  }

  /** An error that the form itself shows is an answer too, however long a slow machine takes over its checks. */
  function lookForErrors(at: number): void {
    if (formShowsError(profile)) settle(at, false, profile.invalid.id);
  }

  function lookForResult(at: number): void {
    if (resultTold && numberTold) return;
    const found = findResult(profile, document.body, formSeen || awaiting !== null || resultTold);
    if (!found) return;
    if (!resultTold) {
      // Form and result were seen here, and no click between them was.
      const missed = formSeen && !awaiting && !acted && profile.submit[0];
      if (missed) tell({ type: 'drift', at, rule: missed.id });
      settle(at, true, found.rule.id);
    }
    if (found.number === null || numberTold) return;
    numberTold = true;
    const told = (mark: string | null) => mark && tell({ type: 'dossier', at, mark }, 'now');
    void context.seal(found.number).then(told);
  }

  /** The page begins to leave: what it asked was answered with yes. */
  window.addEventListener(
    'beforeunload',
    () => {
      const at = Date.now();
      if (asked && at - (asked.answeredAt ?? at) < LEAVES_WITHIN_MS) submit(asked.rule, at);
    },
    { signal },
  );

  function ask(rule: ControlRule): void {
    const question = { rule, answeredAt: null as number | null };
    asked = question;
    // Runs when the click has been dealt with, and that is when the question has been answered.
    setTimeout(() => {
      question.answeredAt = Date.now();
    });
  }

  return {
    look(at, formOpen) {
      first ??= { at, toasts: toastsOf(profile) };
      formSeen ||= formOpen && !resultTold;
      if (asked?.answeredAt && at - asked.answeredAt > LEAVES_WITHIN_MS) asked = null;
      if (asked?.answeredAt && busyAt(profile, document)) submit(asked.rule, asked.answeredAt);
      if (awaiting) lookAtToasts(at, awaiting);
      if (awaiting) lookForErrors(at);
      // Where the declaration stands and nothing was submitted hardly any comes, and to look for one is dear.
      if (awaiting || !formOpen) lookForResult(at);
    },
    lookForResult,
    clicked(target, at) {
      asked = null;
      const rule = submitRule(profile, target);
      if (!rule) return;
      context.tellForm(at);
      if (rule.confirm) ask(rule);
      else submit(rule, at);
    },
    sent(form, submitter, at) {
      // One press of Enter is a key, a click and a submit event, whatever the page does in between.
      if (asked || awaiting?.elsewhere === false) return;
      const controls = submitter ? [submitter] : [...form.elements];
      const rule = controls.map((control) => submitRule(profile, control)).find(Boolean);
      if (!rule) return;
      context.tellForm(at);
      submit(rule, at);
    },
    filledIn(at) {
      if (!awaiting || at - awaiting.at < TAKEN_BACK_AFTER_MS) return;
      awaiting = null;
      isAnswered = true;
    },
    moved() {
      formSeen = false;
      resultTold = false;
      numberTold = false;
    },
    goOn() {
      if (awaiting || isAnswered || !first) return;
      awaiting = { at: first.at, waited: true, oldToasts: new Map(), elsewhere: true };
      const at = Date.now();
      lookAtToasts(at, awaiting);
      if (awaiting) lookForErrors(first.at);
      if (awaiting && (navigation()?.responseStatus ?? 0) > NOT_FOUND)
        settle(first.at, false, `${profile.id}/reject/status`);
      // On a page that rests no look comes that would find it.
      if (awaiting) lookForResult(first.at);
    },
    left: waited,
    get waits() {
      return awaiting !== null;
    },
  };
}
