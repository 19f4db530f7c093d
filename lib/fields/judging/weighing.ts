import { EXPECTATIONS, type Expectation, KINDS, type Kind, SUBJECTS, type Subject } from '../field.ts';
import { shouldHaveBeenFilled } from './flags.ts';
import { Learnt, type Opinion } from './learnt.ts';
import type { Judgement, Ruled } from './rules.ts';
import { headingSigns, letterSigns, signsOfExpected, signsOfWhat, signsOfWhose, wordSigns } from './signs.ts';

/** How likely something has to be before it is followed against the rules. */
const KIND_FROM = 0.6;
/** A kind that brings a flag where the rules know none: a missing flag is mended by a line of data, a wrong one costs trust. */
const FLAGGED_KIND_FROM = 0.8;
const SUBJECT_FROM = 0.7;
const EXPECTATION_FROM = 0.6;

/** Under one heading alone it cannot be told whether that is the page's title, and the rules speak alone. */
const FEWEST_HEADINGS = 2;

/** What is no matter of likelihood: the thing that a kind is about, and whom the label or the one before has named. */
const CERTAIN: readonly Ruled['by'][] = ['kind', 'label', 'before'];

/** Whose words mean nobody else: "người cha" is the father. */
const PLAIN: readonly Subject[] = ['mother', 'father', 'wife', 'husband', 'deceased', 'ward'];
const isCertain = ({ by, judgement }: Ruled) => CERTAIN.includes(by) || PLAIN.includes(judgement.subject);

/** Tables of {@link Learnt}. */
export interface Weights {
  kinds: string;
  subjects: string;
  expectations: string;
}

/**
 * Lets what was learnt speak beside the rules: on what a field is, whose it is and what is expected of it, where the words
 * and the rules' own reading together speak clearly against what the rules say.
 */
export function weighing(weights: Weights): (ruled: Ruled) => Judgement {
  const kinds = new Learnt<Kind>(KINDS, weights.kinds);
  const subjects = new Learnt<Subject>(SUBJECTS, weights.subjects);
  const expectations = new Learnt<Expectation>(EXPECTATIONS, weights.expectations);
  return (ruled) => {
    const { judgement } = ruled;
    if (ruled.headings.length < FEWEST_HEADINGS) return judgement;
    const words = wordSigns(ruled);
    const above = headingSigns(ruled.headings);
    const whose = isCertain(ruled) ? null : subjects.of([...words, ...signsOfWhose(ruled)], above.named);
    const what = kinds.of([...words, ...letterSigns(ruled), ...signsOfWhat(ruled)], above.words);
    const other = against(judgement.subject, whose, SUBJECT_FROM);
    const known = sure(ruled, against(judgement.kind, what, KIND_FROM));
    const subject = other?.is ?? (known && ruled.ownerOf(known.is)) ?? judgement.subject;
    const kind = known?.is ?? judgement.kind;
    const when = expectations.of([...words, ...signsOfExpected(ruled, kind, subject)], above.words);
    const expectation = when.likely >= EXPECTATION_FROM ? when.is : ruled.expectationOf(kind, subject);
    const { evidence } = judgement;
    return {
      ...judgement,
      kind,
      subject,
      expectation,
      evidence: {
        label: known ? wordsOf(known.over(judgement.kind), LABEL) : evidence.label,
        section: other ? wordsOf(other.over(judgement.subject), HEADING) : evidence.section,
        name: known ? wordsOf(known.over(judgement.kind), NAME) : evidence.name,
      },
    };
  };
}

/** What was learnt, where it says something else than the rules and is sure of it. */
function against<Class>(said: Class, opinion: Opinion<Class> | null, from: number): Opinion<Class> | null {
  return opinion && opinion.is !== said && opinion.likely >= from ? opinion : null;
}

/** What a field is against the rules; they know best where they know the words and take them for nobody's. */
function sure(ruled: Ruled, what: Opinion<Kind> | null): Opinion<Kind> | null {
  if (!what || ruled.ofNobody) return null;
  const { kind, subject } = ruled.judgement;
  const isFlag =
    kind === 'other' && shouldHaveBeenFilled({ expectation: ruled.expectationOf(what.is, subject) });
  return isFlag && what.likely < FLAGGED_KIND_FROM ? null : what;
}

const LABEL = /^[lbo][ ^$=]/;
const HEADING = /^[hpqt][ ^=]/;
const NAME = /^n /;

/** The words of the strongest sign of a sort: they stand in the forms that were learnt from. */
const wordsOf = (signs: readonly string[], sort: RegExp) =>
  signs.find((sign) => sort.test(sign))?.replace(sort, '') ?? null;
