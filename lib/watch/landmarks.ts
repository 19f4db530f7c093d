import type { FieldFacts } from '../fields/index.ts';
import type { RoadView } from '../messages/index.ts';
import { atPath, blockUnder, clickedRule } from '../portal/index.ts';
import { hear } from './hear.ts';
import { watchArrival } from './landmarks/arrival.ts';
import type { Context } from './landmarks/context.ts';
import { watchHealth } from './landmarks/health.ts';
import { watchPaying } from './landmarks/paying.ts';
import { watchProgress } from './landmarks/progress.ts';
import { watchSubmitting } from './landmarks/submitting.ts';
import { watchUploads } from './landmarks/uploads.ts';
import { watchWaits } from './landmarks/waits.ts';

/**
 * What has been told of this document already, so that each thing is told once. Only a page has all of it: a frame that
 * holds a declaration is on no step, and nothing is submitted in it.
 */
export interface Landmarks {
  /** Looks at the page around the form. `formOpen` says whether declaration fields stand on it. */
  look(at: number, formOpen: boolean): void;
  /**
   * Looks for what hardly ever comes where a declaration stands, as often as fields are read: a result screen with no
   * submit before it, a login.
   */
  lookSeldom?(at: number): void;
  /** What the record says of the road that this page belongs to. */
  setRoad?(road: RoadView | null): void;
  /** The person gave a field of the form its value. */
  filledIn?(at: number): void;
  /** Fields of which something new was told at this moment. */
  fieldsTold(fields: readonly FieldFacts[], at: number): void;
  /** The page goes away. */
  left(at: number): void;
  /** The browser had kept the page aside, and shows it again. */
  comeBack?(): void;
  /** The step of the profile that the page shows. */
  readonly step?: string | null;
}

/**
 * Recognises the milestones of the profile on this page, and the stretches in which a person waits for it. It hears
 * trusted acts alone, in the capture phase, for pages stop events and leave at once.
 */
export function watchLandmarks(context: Context): Landmarks {
  const { profile, tell, signal } = context;
  const arrival = watchArrival(context);
  const submitting = watchSubmitting(context);
  const waits = watchWaits(context);
  const uploads = watchUploads(context);
  const paying = watchPaying(context);
  const health = watchHealth(context);
  const lookAtProgress = watchProgress(context);
  let documentsTold = false;

  function documentsOpened(at: number): void {
    if (documentsTold) return;
    documentsTold = true;
    const evidence = profile.documents?.id ?? profile.form.id;
    tell({ type: 'milestone', at, name: 'documents-opened', evidence });
  }

  function clicked(target: Element, at: number): void {
    const { login, documents, next = [], opens = [] } = profile;
    const start = clickedRule(login.start, target);
    if (start) tell({ type: 'milestone', at, name: 'login-started', evidence: start.id }, 'now');
    if (clickedRule(login.out, target)) tell({ type: 'ended', at, reason: 'logged-out' }, 'now');
    if (clickedRule(opens, target)) tell({ type: 'handed-over', at }, 'now');
    if (documents && atPath(documents.path))
      if (!documentsTold && blockUnder(documents.heading, document)?.contains(target)) documentsOpened(at);
    paying.chosen(target);
    if (clickedRule([...next, ...profile.submit], target)) paying.goesOn(at);
    submitting.clicked(target, at);
    paying.clicked(target, at);
    waits.clicked(target, at, arrival.step);
  }

  function filesGiven(box: Element, files: FileList | null | undefined, at: number): void {
    if (!uploads.given(box, files, at)) return;
    submitting.filledIn(at);
    documentsOpened(at);
  }

  hear(['click'], signal, clicked);
  hear(['change'], signal, (target, at) => {
    paying.chosen(target);
    // Of all that changes only a file box has files.
    filesGiven(target, (target as Partial<HTMLInputElement>).files, at);
  });
  hear(['drop'], signal, (target, at, event) => {
    // Dropped on the box itself, the files come with its own change.
    if (!target.matches('input[type=file]')) filesGiven(target, (event as DragEvent).dataTransfer?.files, at);
  });
  hear(['submit'], signal, (target, at, event) => {
    // What is heard is the browser's own: nothing but a form is submitted.
    submitting.sent(target as HTMLFormElement, (event as SubmitEvent).submitter, at);
  });

  return {
    look(at, formOpen) {
      if (arrival.look(at, formOpen)) {
        documentsTold = false;
        submitting.moved();
      }
      submitting.look(at, formOpen);
      uploads.look(at);
      paying.look(at);
      waits.look(at, arrival.step, uploads.busy || submitting.waits);
      health.look(arrival.step, () => context.formStands() && !submitting.waits);
      lookAtProgress(at);
    },
    lookSeldom(at) {
      arrival.lookForLogin(at);
      submitting.lookForResult(at);
    },
    setRoad(road) {
      if (road?.submitStands) submitting.goOn();
    },
    filledIn: submitting.filledIn,
    fieldsTold: waits.fieldsTold,
    left(at) {
      paying.left(at, submitting.waits);
      submitting.left(at);
      waits.left(at);
    },
    comeBack() {
      arrival.comeBack();
      documentsTold = false;
    },
    get step() {
      return arrival.step;
    },
  };
}

/** Of a frame that holds a declaration: how long a person waits for it to load and to look things up. */
export function watchInnerLandmarks(context: Context): Landmarks {
  const waits = watchWaits(context);
  return {
    look: (at) => waits.look(at, null, false),
    fieldsTold: waits.fieldsTold,
    left: waits.left,
  };
}
