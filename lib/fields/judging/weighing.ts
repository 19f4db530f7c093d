import { KINDS, type Kind, SUBJECTS, type Subject } from '../field.ts';
import { Learnt } from './learnt.ts';
import type { Judgement, Ruled } from './rules.ts';
import { headingSigns, letterSigns, ruleSigns, wordSigns } from './signs.ts';

/** How likely it has to be: what a field is of which the rules know no word, and whose one is against their word. */
const KIND_FROM = 0.5;
const SUBJECT_FROM = 0.6;

/** What is no matter of likelihood: the thing that a kind is about, and whom the label before has just named. */
const CERTAIN: readonly Ruled['by'][] = ['kind', 'before'];

/** Whose words mean nobody else: "người cha" is the father. */
const PLAIN: readonly Subject[] = ['mother', 'father', 'wife', 'husband', 'deceased', 'ward'];
const isCertain = ({ by, judgement }: Ruled) => CERTAIN.includes(by) || PLAIN.includes(judgement.subject);

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
    const above = headingSigns(ruled.headings);
    const whose = isCertain(ruled) ? null : subjects.of([...words, ...ruleSigns(ruled)], above.named);
    const what = isSilent(judgement) ? kinds.of([...words, ...letterSigns(ruled)], above.words) : null;
    const other = whose && whose.likely >= SUBJECT_FROM && whose.is !== judgement.subject ? whose : null;
    const known = what && what.likely >= KIND_FROM && what.is !== 'other' ? what : null;
    if (!other && !known) return judgement;
    const subject = other?.is ?? (known && ruled.ownerOf(known.is)) ?? judgement.subject;
    const kind = known?.is ?? ruled.kindOf(subject);
    const { evidence } = judgement;
    return {
      ...judgement,
      kind,
      subject,
      expectation: ruled.expectationOf(kind, subject),
      evidence: {
        label: known ? wordsOf(known.over('other'), LABEL) : evidence.label,
        section: other ? wordsOf(other.over(judgement.subject), HEADING) : evidence.section,
        name: known ? wordsOf(known.over('other'), NAME) : evidence.name,
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

/** The words of the strongest sign of a sort: they stand in the forms that were learnt from. */
const wordsOf = (signs: readonly string[], sort: RegExp) =>
  signs.find((sign) => sort.test(sign))?.replace(sort, '') ?? null;
