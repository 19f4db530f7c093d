import type { GuidePack } from '../pack.ts';
import { ENDS, SETTLING } from './shared.ts';

const DECLARE = { steps: ['national/declare'] };
const PROCEDURE = { steps: ['national/procedure'] };
const HOME = { steps: ['national/home'] };
const AGENCY = 'chon co quan thuc hien';

/**
 * The road on dichvucong.gov.vn, from the end back to the start so that the furthest moment seen wins.
 * Buttons are named only where portal-facts name them; a label in « » stands on the page letter by letter.
 */
export const national: GuidePack = {
  portal: 'national',
  controls: {
    keyword: [
      { selector: 'main input[name="keyword"]', assumed: true },
      { selector: 'input[type="search"]', assumed: true },
    ],
    found: [{ selector: 'main a[href*="/thu-tuc-hanh-chinh/"]', assumed: true }],
    province: [
      { selector: 'button[aria-haspopup="listbox"]', text: '-- chon tinh/ thanh pho --', under: AGENCY },
    ],
    ward: [{ selector: 'button[aria-haspopup="listbox"]', text: '-- chon phuong/ xa --', under: AGENCY }],
    list: [{ selector: 'ul[role="listbox"]' }],
    agree: [
      { text: 'dong y', under: AGENCY },
      { text: 'nop ho so', under: AGENCY },
    ],
    online: [{ text: 'nop truc tuyen' }],
    general: [{ selector: '[role="dialog"] button', text: 'xac nhan', assumed: true }],
    pay: [
      { text: 'thanh toan', assumed: true },
      { text: 'thanh toan le phi', assumed: true },
    ],
  },
  rules: [
    // The end.
    {
      when: { steps: ['national/declare', null], outcome: 'submitted' },
      stage: null,
      now: 'now.note-number',
      next: 'next.follow-up',
    },
    {
      when: { steps: ['national/declare', null], outcome: 'submitted-unconfirmed' },
      stage: null,
      now: 'now.check-dossier',
      next: null,
    },
    { when: { steps: ['national/lookup'] }, stage: null, now: 'now.look-up', next: null },

    // The declaration: one long page, submitted by the one button at its end.
    SETTLING,
    {
      when: { ...DECLARE, rejected: true, blanks: true },
      stage: 'declare',
      now: 'now.mend-blanks',
      next: 'next.submit-again',
      where: 'field',
    },
    // A form's own check can stop a submit without any message that a profile knows.
    {
      when: { ...DECLARE, passed: ['submit-clicked'], blanks: true },
      stage: 'declare',
      now: 'now.clicked-blanks',
      next: 'next.submit-again',
      where: 'field',
    },
    {
      when: { ...DECLARE, passed: ['submit-clicked'], method: true },
      stage: 'receive',
      now: 'now.result-method',
      next: 'next.submit-again',
      where: 'method',
    },
    {
      when: { ...DECLARE, waits: true },
      stage: 'submit',
      now: 'now.wait-result',
      next: 'next.note-number',
      often: 'often.wait-result',
    },
    {
      when: { ...DECLARE, rejected: true },
      stage: 'submit',
      now: 'now.mend',
      next: 'next.submit-again',
      often: 'often.mend',
      where: 'submit',
    },
    { when: { ...DECLARE, form: false }, stage: 'declare', now: 'now.wait-form', next: 'next.fill' },
    {
      when: { ...DECLARE, blanks: true, notYet: ['first-input'], rows: true },
      stage: 'declare',
      now: 'now.review-prefilled',
      next: 'next.documents',
      often: 'often.look-up',
      where: 'field',
    },
    {
      when: { ...DECLARE, blanks: true, notYet: ['first-input'] },
      stage: 'declare',
      now: 'now.review-prefilled',
      next: 'next.result-method-submit',
      often: 'often.look-up',
      where: 'field',
    },
    {
      when: { ...DECLARE, blanks: true, rows: true },
      stage: 'declare',
      now: 'now.fill',
      next: 'next.documents',
      often: 'often.look-up',
      where: 'field',
    },
    {
      when: { ...DECLARE, blanks: true },
      stage: 'declare',
      now: 'now.fill',
      next: 'next.result-method-submit',
      often: 'often.look-up',
      where: 'field',
    },
    {
      when: { ...DECLARE, rows: true },
      stage: 'documents',
      now: 'now.documents',
      next: 'next.result-method-submit',
      often: 'often.upload',
      where: 'row',
    },
    {
      when: { ...DECLARE, method: true },
      stage: 'receive',
      now: 'now.result-method',
      next: 'next.submit',
      often: 'often.result-method',
      where: 'method',
    },
    {
      when: { ...DECLARE, sees: 'pay' },
      stage: 'receive',
      now: 'now.pay',
      next: 'next.submit',
      where: 'pay',
    },
    {
      when: { ...DECLARE, off: 'submit' },
      stage: 'submit',
      now: 'now.submit-off',
      next: 'next.submit',
    },
    {
      when: DECLARE,
      stage: 'submit',
      now: 'now.review-submit',
      next: 'next.note-number',
      often: 'often.draft',
      where: 'submit',
    },

    // On the way to the declaration.
    {
      when: { ...PROCEDURE, sees: 'general' },
      stage: 'agency',
      now: 'now.general',
      next: 'next.fill',
      where: 'general',
    },
    {
      when: { ...PROCEDURE, sees: 'list' },
      stage: 'agency',
      now: 'now.pick-agency',
      next: 'next.rest-of-agency',
      often: 'often.agency',
      where: 'list',
      fleeting: true,
    },
    {
      when: { ...PROCEDURE, sees: 'province' },
      stage: 'agency',
      now: 'now.province',
      next: 'next.ward',
      often: 'often.agency',
      where: 'province',
    },
    {
      when: { ...PROCEDURE, sees: 'ward' },
      stage: 'agency',
      now: 'now.ward',
      next: 'next.open-service',
      often: 'often.agency',
      where: 'ward',
    },
    {
      when: { ...PROCEDURE, sees: 'online' },
      stage: 'agency',
      now: 'now.online',
      next: 'next.fill',
      often: 'often.online',
      where: 'online',
    },
    {
      when: { ...PROCEDURE, passed: ['agency-chosen'] },
      stage: 'agency',
      now: 'now.open-service',
      next: 'next.online',
      where: 'agree',
    },
    { when: PROCEDURE, stage: 'agency', now: 'now.agency', next: 'next.open-service', often: 'often.agency' },
    {
      when: { steps: ['national/search'] },
      stage: 'find',
      now: 'now.pick-procedure',
      next: 'next.agency',
      often: 'often.alike',
      where: 'found',
    },
    {
      when: { ...HOME, loggedIn: true },
      stage: 'find',
      now: 'now.search',
      next: 'next.pick-procedure',
      where: 'keyword',
    },
    {
      when: { ...HOME, passed: ['login-started'] },
      stage: 'login',
      now: 'now.finish-login',
      next: 'next.search',
      often: 'often.login',
      where: 'login',
    },
    {
      when: HOME,
      stage: 'login',
      now: 'now.login',
      next: 'next.search',
      often: 'often.login',
      where: 'login',
    },

    // Pages of which the profile says nothing: payment, help, the account's own pages.
    ...ENDS,
  ],
};
