import type { GuideControl, GuideKey, GuidePack, Rule } from '../pack.ts';

/** What is said where a pack has nothing narrower: the last of them always holds. */
export const ENDS: readonly Rule[] = [
  {
    when: { passed: ['payment-started'], notYet: ['payment-returned'], form: false },
    stage: 'receive',
    now: 'now.payment',
    next: 'next.return',
    often: 'often.payment',
  },
  {
    when: { waits: true },
    stage: 'submit',
    now: 'now.wait-result',
    next: 'next.note-number',
    often: 'often.wait-result',
  },
  {
    when: { form: true, blanks: true },
    stage: 'declare',
    now: 'now.fill',
    next: 'next.follow-page',
    where: 'field',
  },
  { when: { form: true }, stage: 'declare', now: 'now.form-complete', next: 'next.follow-page' },
  { when: {}, stage: null, now: 'now.unknown', next: null },
];

/** Half a form has nothing missing yet: it would be said to be complete. */
export const SETTLING: Rule = {
  when: { settling: true },
  stage: 'declare',
  now: 'now.wait-form',
  next: 'next.fill',
};

/** Asked for on the last step of some systems, and before it on others. */
const METHOD: Rule = {
  when: { method: true },
  stage: 'receive',
  now: 'now.result-method',
  next: 'next.go-on',
  often: 'often.result-method',
  where: 'method',
};

/** A button that leads to the payment; that of a submit is none, whatever it is called. */
const PAY: readonly GuideControl[] = [
  { selector: 'button:not([form="captchaForm"]), a', text: 'thanh toan', assumed: true },
  { selector: 'button:not([form="captchaForm"]), a', text: 'thanh toan le phi', assumed: true },
  { selector: 'button:not([form="captchaForm"]), a', text: 'thanh toan truc tuyen', assumed: true },
];

/** What tells one system of several steps from the next. */
interface Steps {
  portal: string;
  /** Sentences of the button that goes on, of the submit, and of the submit while it is still to come. */
  goOn: GuideKey;
  hand: GuideKey;
  handLater: GuideKey;
  /** What usually goes wrong at the submit. */
  often: GuideKey;
  /** Controls besides the profile's own, and rules that come before those of every system. */
  controls?: GuidePack['controls'];
  before?: readonly Rule[];
  /** What is asked between the way of receiving and the submit. */
  beforeSubmit?: readonly Rule[];
  /** After the submit no result screen is known. */
  silent?: boolean;
}

/**
 * The guidance of a system that goes by steps. Which step it is, is told by what stands on the page, never by the
 * step's number: of most systems nobody has seen how they mark it. So a button is spoken of only where it is seen.
 */
export function stepwise(system: Steps): GuidePack {
  const { portal, goOn, hand, handLater, often, silent = false } = system;
  return {
    portal,
    controls: { ...system.controls, pay: PAY },
    rules: [
      { when: { outcome: 'submitted' }, stage: null, now: 'now.note-number', next: 'next.follow-up' },
      { when: { outcome: 'submitted-unconfirmed' }, stage: null, now: 'now.check-dossier', next: null },
      SETTLING,
      ...(system.before ?? []),
      {
        when: { rejected: true, blanks: true },
        stage: 'declare',
        now: 'now.mend-blanks',
        next: handLater,
        where: 'field',
      },
      {
        when: { waits: true },
        stage: 'submit',
        now: silent ? 'now.check-list' : 'now.wait-result',
        next: silent ? null : 'next.note-number',
        often: silent ? 'often.silent' : 'often.wait-result',
      },
      {
        when: { rejected: true, sees: 'submit' },
        stage: 'submit',
        now: 'now.mend',
        next: handLater,
        often: 'often.mend',
        where: 'submit',
      },
      {
        when: { form: true, blanks: true },
        stage: 'declare',
        now: 'now.fill',
        next: 'next.go-on',
        often: 'often.look-up',
        where: 'field',
      },
      {
        when: { rows: true },
        stage: 'documents',
        now: 'now.documents',
        next: 'next.go-on',
        often: 'often.upload',
        where: 'row',
      },
      { ...METHOD, when: { method: true, sees: 'submit' }, next: handLater },
      METHOD,
      {
        when: { sees: 'pay' },
        stage: 'receive',
        now: 'now.pay',
        next: handLater,
        often: 'often.payment',
        where: 'pay',
      },
      ...(system.beforeSubmit ?? []),
      { when: { off: 'submit' }, stage: 'submit', now: 'now.submit-off', next: handLater },
      {
        when: { sees: 'submit' },
        stage: 'submit',
        now: hand,
        next: silent ? 'next.check-list' : 'next.note-number',
        often,
        where: 'submit',
      },
      {
        when: { sees: 'next', notYet: ['documents-opened'] },
        stage: 'declare',
        now: goOn,
        next: 'next.go-on',
        often: 'often.next',
        where: 'next',
      },
      {
        when: { sees: 'next' },
        stage: 'documents',
        now: goOn,
        next: 'next.go-on',
        often: 'often.next',
        where: 'next',
      },
      ...ENDS,
    ],
  };
}
