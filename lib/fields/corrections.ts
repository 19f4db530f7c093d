import { EXPECTATIONS, type Expectation, KINDS, type Kind, SUBJECTS, type Subject } from './field.ts';

/**
 * A reviewer's word against ours: what one field of one form is. Holds our own words and the page's own name of the
 * field; no text of the page, no value.
 */
export interface Correction extends CorrectionPlace, Verdict {}

/** What a field is, whose it is, and whether the State already holds it. */
export interface Verdict {
  kind: Kind;
  subject: Subject;
  expectation: Expectation;
}

/** What a correction is about; there is one at most for each place. */
export interface CorrectionPlace {
  /** A name of {@link formsOf}. */
  form: string;
  /** The page's own name of the field, without the version of the form. */
  field: string;
}

/**
 * The names under which corrections of a form are kept, the narrowest first: the profile's id with the procedure's
 * code, where one is known, and the profile's own id for its form. Never a path of the page: a path can hold the
 * number of a draft.
 */
export function formsOf(profile: { id: string; form: { id: string } }, procedure: string): string[] {
  return procedure ? [`${profile.id}/${procedure}`, profile.form.id] : [profile.form.id];
}

/** What a name of {@link formsOf} is of: a profile, and its one procedure; null where it is of all that have its form. */
export function partsOfForm(form: string): { profile: string; procedure: string | null } {
  const [profile = '', second = ''] = form.split('/');
  return { profile, procedure: /^\d[\d.]+$/.test(second) ? second : null };
}

/** The page's own name of a field, out of its key (`national/2/citizenNDK_HoVaTen`). */
export function nameOfKey(key: string): string {
  return key.split('/').slice(2).join('/');
}

/** The profile that a field's key begins with, and the frame where it stands in one (`justice.1`). */
export function profileOfKey(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

/** What tells a field from all others of a submission, wherever its section is counted now. */
export function identityOf({ key, label, section }: { key: string; label: string; section: string }): string {
  return JSON.stringify([profileOfKey(key), nameOfKey(key), section, label]);
}

/** The corrections of one form by the names of its fields; of two for one field that of the narrower form counts. */
export function correctionsOf(
  all: readonly Correction[],
  forms: readonly string[],
): ReadonlyMap<string, Correction> {
  const found = new Map<string, Correction>();
  for (const form of forms.toReversed())
    for (const one of all) if (one.form === form) found.set(one.field, one);
  return found;
}

/** Whether a field of a dossier is recorded as a correction says; one that was made since changes no record. */
export function holdsFor(made: Correction, field: Verdict & { key: string }, procedure: string): boolean {
  const of = partsOfForm(made.form);
  const [profile] = profileOfKey(field.key).split('.', 1);
  const isOfForm = of.profile === profile && (of.procedure ?? procedure) === procedure;
  return isOfForm && made.field === nameOfKey(field.key) && sameVerdict(made, field);
}

/** The judgement with a correction in place of what it says; the evidence stays what it was. */
export function corrected<T extends Verdict>(judgement: T, correction: Verdict | undefined): T {
  if (!correction) return judgement;
  const { kind, subject, expectation } = correction;
  return { ...judgement, kind, subject, expectation };
}

/**
 * All corrections after some were taken back and some were made; one that is made anew takes the old one's place, and of
 * two for one place the later counts.
 */
export function changed(
  all: readonly Correction[],
  { add, remove }: { add: readonly Correction[]; remove: readonly CorrectionPlace[] },
): Correction[] {
  const gone = new Set([...add, ...remove].map(placeOf));
  const made = new Map(add.map((one) => [placeOf(one), one]));
  return [...all.filter((one) => !gone.has(placeOf(one))), ...made.values()];
}

/** What became of one place when corrections were changed; null where none was, or is none any more. */
export interface Changed {
  before: Correction | null;
  after: Correction | null;
}

/** Every place of which corrections say something else after a change than before it. */
export function changesOf(before: readonly Correction[], after: readonly Correction[]): Changed[] {
  const [old, now] = [byPlace(before), byPlace(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((place) => ({ before: old.get(place) ?? null, after: now.get(place) ?? null }))
    .filter((it) => !sameVerdict(it.before, it.after));
}

/** The way back from such changes. What was corrected anew since is the later word, and stays. */
export function wayBack(
  changes: readonly Changed[],
  now: readonly Correction[],
): { add: Correction[]; remove: CorrectionPlace[] } {
  const held = byPlace(now);
  const standing = changes.filter(({ before, after }) => {
    const place = after ?? before;
    return place !== null && sameVerdict(held.get(placeOf(place)) ?? null, after);
  });
  return {
    add: standing.flatMap(({ before }) => before ?? []),
    remove: standing.flatMap(({ before, after }) =>
      before === null && after ? { form: after.form, field: after.field } : [],
    ),
  };
}

const byPlace = (all: readonly Correction[]) => new Map(all.map((one) => [placeOf(one), one]));

/** Whether two judgements say the same of what a field is, whose it is and where it is held; null says nothing. */
export function sameVerdict(one: Verdict | null, other: Verdict | null): boolean {
  if (!one || !other) return one === other;
  return one.kind === other.kind && one.subject === other.subject && one.expectation === other.expectation;
}

const placeOf = ({ form, field }: CorrectionPlace) => `${form}\n${field}`;

/** Reads corrections from whatever is stored, passing over what is none. No zod here: the watcher reads them too. */
export function readCorrections(raw: unknown): Correction[] {
  return Array.isArray(raw) ? raw.filter(isCorrection) : [];
}

function isCorrection(raw: unknown): raw is Correction {
  if (typeof raw !== 'object' || raw === null) return false;
  const { form, field, kind, subject, expectation } = raw as Record<string, unknown>;
  return (
    typeof form === 'string' &&
    typeof field === 'string' &&
    (KINDS as readonly unknown[]).includes(kind) &&
    (SUBJECTS as readonly unknown[]).includes(subject) &&
    (EXPECTATIONS as readonly unknown[]).includes(expectation)
  );
}
