import type { Rule } from './rule.ts';

/**
 * The road on dichvucong.gov.vn, from the end back to the start so that the furthest moment seen wins.
 * Buttons are named only where portal-facts name them; a label in « » stands on the page letter by letter.
 * Every pack ends with a rule that always holds.
 */
export const NATIONAL = [
  // The end.
  {
    when: { steps: ['national/declare', 'national/result', null], outcome: 'submitted' },
    now: 'now.note-number',
    next: 'next.follow-up',
  },
  {
    when: { steps: ['national/declare', 'national/result', null], outcome: 'submitted-unconfirmed' },
    now: 'now.check-dossier',
    next: null,
  },
  { when: { steps: ['national/result'] }, now: 'now.note-number', next: 'next.follow-up' },
  { when: { steps: ['national/lookup'] }, now: 'now.look-up', next: null },

  // The declaration: one long page, submitted by the one button at its end.
  {
    when: { steps: ['national/declare'], rejected: true, blanks: true },
    now: 'now.mend-blanks',
    next: 'next.submit-again',
  },
  { when: { steps: ['national/declare'], rejected: true }, now: 'now.mend', next: 'next.submit-again' },
  // A form's own check can stop a submit without any message that a profile knows.
  {
    when: { steps: ['national/declare'], passed: ['submit-clicked'], blanks: true },
    now: 'now.clicked-blanks',
    next: 'next.submit-again',
  },
  {
    when: { steps: ['national/declare'], passed: ['submit-clicked'] },
    now: 'now.wait-result',
    next: 'next.note-number',
  },
  { when: { steps: ['national/declare'], form: false }, now: 'now.wait-form', next: 'next.fill' },
  {
    when: { steps: ['national/declare'], blanks: true, notYet: ['first-input'] },
    now: 'now.review-prefilled',
    next: 'next.documents',
  },
  {
    when: { steps: ['national/declare'], blanks: true, notYet: ['documents-opened'] },
    now: 'now.fill',
    next: 'next.documents',
  },
  { when: { steps: ['national/declare'], blanks: true }, now: 'now.fill', next: 'next.result-method-submit' },
  {
    when: { steps: ['national/declare'], notYet: ['documents-opened'] },
    now: 'now.documents',
    next: 'next.result-method-submit',
  },
  {
    when: { steps: ['national/declare'], resultMethodEmpty: true },
    now: 'now.result-method',
    next: 'next.submit',
  },
  { when: { steps: ['national/declare'] }, now: 'now.review-all', next: 'next.submit' },

  // On the way to the declaration.
  {
    when: { steps: ['national/procedure'], passed: ['agency-chosen'] },
    now: 'now.open-service',
    next: 'next.online',
  },
  { when: { steps: ['national/procedure'] }, now: 'now.agency', next: 'next.open-service' },
  { when: { steps: ['national/search'] }, now: 'now.pick-procedure', next: 'next.agency' },
  { when: { steps: ['national/home'], loggedIn: true }, now: 'now.search', next: 'next.pick-procedure' },
  {
    when: { steps: ['national/home'], passed: ['login-started'] },
    now: 'now.finish-login',
    next: 'next.search',
  },
  { when: { steps: ['national/home'] }, now: 'now.login', next: 'next.search' },

  // Pages of which the profile says nothing: other systems of the same host, payment, help.
  {
    when: { passed: ['payment-started'], notYet: ['payment-returned'] },
    now: 'now.payment',
    next: 'next.return',
  },
  { when: { passed: ['submit-clicked'], rejected: false }, now: 'now.wait-result', next: 'next.note-number' },
  { when: { form: true, blanks: true }, now: 'now.fill', next: 'next.follow-page' },
  { when: { form: true }, now: 'now.form-complete', next: 'next.follow-page' },
  { when: {}, now: 'now.unknown', next: null },
] as const satisfies readonly Rule[];
