import { fold } from '../../text/index.ts';
import type { Expectation, Kind, Subject } from '../field.ts';
import {
  BIRTH_NOTICE_KINDS,
  KIND_RULES,
  type KindRule,
  LOOKUP_KEYS,
  LOOKUP_SUBJECTS,
  OVERRIDING_KINDS,
  PERSON_KINDS,
  REGISTERED_KINDS,
  SUBJECT_RULES,
} from './vocabulary.ts';

/** What a field is, whose it is and whether the State already holds it, with the words that led there. */
export interface Judgement {
  kind: Kind;
  subject: Subject;
  expectation: Expectation;
  /** Folded phrases of the vocabulary, never text of the page. */
  evidence: { label: string | null; section: string | null };
}

/**
 * Judges a field by its label and its section's heading. Where no phrase of the vocabulary is found it says `other`
 * and `none`: a missing flag is mended by a line of data, a wrong one costs trust.
 */
export function judge(label: string, section: string): Judgement {
  const heading = fold(section);
  const subjectRule = SUBJECT_RULES.find(({ phrase }) => heading.includes(phrase));
  const subject = subjectRule?.subject ?? 'other';
  const rule = kindRule(fold(label), subject);
  return {
    kind: rule?.kind ?? 'other',
    subject,
    expectation: rule ? (rule.expect ?? expectationOf(rule.kind, subject)) : 'none',
    evidence: { label: rule?.phrase ?? null, section: subjectRule?.phrase ?? null },
  };
}

function kindRule(label: string, subject: Subject): KindRule | undefined {
  const found = KIND_RULES.filter(
    ({ phrase, whole, subjects }) =>
      (whole ? label === phrase : label.includes(phrase)) && (!subjects || subjects.includes(subject)),
  );
  const rank = ({ kind, phrase }: KindRule) => (OVERRIDING_KINDS.includes(kind) ? 1000 : 0) + phrase.length;
  return found.toSorted((a, b) => rank(b) - rank(a))[0];
}

/** Whether the State already holds a kind of a subject, and from where it could come (portal-facts, section 4). */
function expectationOf(kind: Kind, subject: Subject): Expectation {
  if (REGISTERED_KINDS.has(kind)) return 'from-database';
  if (kind === 'birth-date-words') return 'derived';
  if (subject === 'child') return BIRTH_NOTICE_KINDS.has(kind) ? 'from-database' : 'none';
  if (!PERSON_KINDS.has(kind)) return 'none';
  if (subject === 'requester') return 'on-load';
  if (!LOOKUP_SUBJECTS.has(subject)) return 'none';
  return LOOKUP_KEYS.has(kind) ? 'lookup-key' : 'on-lookup';
}
