import { KINDS, type Kind, SUBJECTS, type Subject } from '../field.ts';
import { Learnt } from './learnt.ts';
import type { Judgement, Ruled } from './rules.ts';
import { letterSigns, ruleSigns, wordSigns } from './signs.ts';

/** How likely it has to be: what a field is of which the rules know no word, and whose one is against their word. */
const KIND_FROM = 0.5;
const SUBJECT_FROM = 0.6;

/** What is no matter of likelihood: the thing that a kind is about, and whom the label before has just named. */
const CERTAIN: readonly Ruled['by'][] = ['kind', 'before'];

/** Tables of {@link Learnt}, for kinds and for subjects. */
export interface Weights {
  kinds: string;
  subjects: string;
}

/**
 * Lets what was learnt speak beside the rules: on whose a field is, where words and the rules' own reading together
 * speak clearly against what the rules say, and on what it is where they know no word of it.
 */
export function weighing(weights: Weights): (ruled: Ruled) => Judgement {
  const kinds = new Learnt<Kind>(KINDS, weights.kinds);
  const subjects = new Learnt<Subject>(SUBJECTS, weights.subjects);
  return (ruled) => {
    const { judgement } = ruled;
    const words = wordSigns(ruled);
    const opinion = subjects.of([...words, ...ruleSigns(ruled)], judgement.subject);
    const whose = opinion.likely >= SUBJECT_FROM && !CERTAIN.includes(ruled.by) ? opinion : null;
    const subject = whose?.is ?? judgement.subject;
    const what = isSilent(judgement) ? kinds.of([...words, ...letterSigns(ruled)], 'other') : null;
    const known = what && what.likely >= KIND_FROM && what.is !== 'other' ? what : null;
    const kind = known?.is ?? (subject === judgement.subject ? judgement.kind : ruled.kindOf(subject));
    if (kind === judgement.kind && subject === judgement.subject) return judgement;
    const { evidence } = judgement;
    return {
      ...judgement,
      kind,
      subject,
      expectation: ruled.expectationOf(kind, subject),
      evidence: {
        label: (known && wordsFor(known.because, LABEL)) ?? evidence.label,
        section: subject === judgement.subject ? evidence.section : whose && wordsFor(whose.because, HEADING),
        name: (known && wordsFor(known.because, NAME)) ?? evidence.name,
      },
    };
  };
}

/** Whether the rules know no word of a field. */
const isSilent = ({ kind, evidence }: Judgement) =>
  kind === 'other' && evidence.label === null && evidence.name === null;

const LABEL = /^[lbo][ ^$=]/;
const HEADING = /^[hpqt][ ^=]/;
const NAME = /^n /;

/** The words of the first sign of a sort, which are those of the forms that were learnt from. */
const wordsFor = (because: readonly string[], sort: RegExp) =>
  because.find((sign) => sort.test(sign))?.replace(sort, '') ?? null;
