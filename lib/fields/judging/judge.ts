import { corrected } from '../corrections.ts';
import type { Kind } from '../field.ts';
import type { Asked } from './asked.ts';
import { isOfPerson } from './expectation.ts';
import type { Learnt, Opinions } from './learnt.ts';
import { OFFERS } from './offers.ts';
import { byRules, type Judgement, type Ruled } from './rules.ts';
import { HEADING, LABEL, NAME, signsOf } from './signs.ts';

/** How likely something has to be before it is followed against the rules. */
const KIND_FROM = 0.5;
const EXPECTATION_FROM = 0.8;
/** How many times likelier than whose the rules say a field is. */
const SUBJECT_ODDS = 7;

/** How a page's own name of a field ends that tells whose it is: `NgayCapDDMe`, `citizenNDK_SoDinhDanhCha`. */
const ENDS_ON_PERSON = /^(?:me|cha|vo|chong|mother|father|wife|husband)$/;

/** Judges the fields that a frame asks about, in their order. */
export type Judging = (asked: Asked) => Judgement[];

/**
 * Judges by the rules, and by what was learnt, which sees the fields together and what the rules make of each. Without it
 * (null) the rules speak alone.
 */
export function judging(learnt: Learnt | null): Judging {
  return (asked) => {
    const ruled = rulesOf(asked);
    const opinions = learnt?.of(ruled.map(signsOf)) ?? [];
    return ruled.map((it, place) => {
      const opinion = opinions[place];
      return corrected(opinion ? weighed(it, opinion) : it.judgement, asked.fields[place]?.correction);
    });
  };
}

/** What the rules alone make of each field; one may go on with the one before it. */
export function rulesOf({ trails, fields }: Asked): Ruled[] {
  const ruled: Ruled[] = [];
  for (const { label, name, widget, offer, trail, before } of fields)
    ruled.push(byRules({ label, name, widget, offer, trail: trails[trail] ?? [], before: earlier(before) }));
  return ruled;

  function earlier(before: number | Judgement | null): Judgement | null {
    if (typeof before !== 'number') return before;
    const made = ruled[before]?.judgement;
    return made ? corrected(made, fields[before]?.correction) : null;
  }
}

/** What the rules make of a field, but for what was learnt to be otherwise. */
function weighed(ruled: Ruled, { kind: what, subject: whose, expectation: when }: Opinions): Judgement {
  const { judgement } = ruled;
  const { evidence } = judgement;
  const kind = what.likely < KIND_FROM ? judgement.kind : what.is;
  const ofRules = (kind !== judgement.kind && ruled.ownerOf(kind)) || judgement.subject;
  const subject = whose.odds(ofRules) < SUBJECT_ODDS || isTold(ruled, kind) ? ofRules : whose.is;
  // What is expected was learnt of what the field was taken for; of something else the rules know.
  const isThat = what.is === kind && whose.is === subject && when.likely >= EXPECTATION_FROM;
  const isOther = kind !== judgement.kind;
  return {
    ...judgement,
    kind,
    subject,
    expectation: isThat ? when.is : ruled.expectationOf(kind, subject),
    evidence: {
      label: isOther ? wordsOf(what.over(judgement.kind), LABEL) : evidence.label,
      section:
        subject === judgement.subject ? evidence.section : wordsOf(whose.over(judgement.subject), HEADING),
      name: isOther ? wordsOf(what.over(judgement.kind), NAME) : evidence.name,
      offer: isOther ? offerIn(what.over(judgement.kind)) : evidence.offer,
    },
  };
}

/**
 * Whether nothing but the page's own name of a field tells whose it is, and that clearly. The labelled forms nearly all
 * have headings that tell it, so that what is learnt of them hardly knows what a name is worth.
 */
function isTold({ by, section, tokens }: Ruled, kind: Kind): boolean {
  return by === 'name' && !section.evidence && isOfPerson(kind) && ENDS_ON_PERSON.test(tokens.at(-1) ?? '');
}

/** The words of the strongest sign of a sort: they stand in the forms that were learnt from. */
const wordsOf = (signs: readonly string[], sort: RegExp) =>
  signs.find((sign) => sort.test(sign))?.replace(sort, '') ?? null;

const offerIn = (signs: readonly string[]) =>
  OFFERS.find((offer) => signs.includes(`offers ${offer}`)) ?? null;
