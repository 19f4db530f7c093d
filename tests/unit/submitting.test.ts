import { parseHTML } from 'linkedom';
import { beforeEach, expect, it, vi } from 'vitest';
import type { FlowEvent } from '../../lib/flow/index.ts';
import { national } from '../../lib/portal/profiles/national.ts';
import { type Submitting, watchSubmitting } from '../../lib/watch/landmarks/submitting.ts';

const T0 = Date.parse('2026-11-22T10:00:00+07:00');
let page: Document;
let told: FlowEvent[];
let submitting: Submitting;
const watch = () =>
  watchSubmitting({
    profile: national,
    tell: (event) => told.push(event),
    tellForm() {},
    formStands: () => true,
    seal: async () => null,
    signal: new AbortController().signal,
  });
beforeEach(() => {
  const { document, Element, HTMLInputElement } = parseHTML(
    '<!doctype html><html><body><main><button>Lưu và nộp hồ sơ</button></main></body></html>',
  );
  Element.prototype.checkVisibility = () => true;
  const location = { pathname: '/nop-ho-so', hash: '' };
  const window = { addEventListener() {} };
  for (const [name, it] of Object.entries({ document, Element, HTMLInputElement, location, window }))
    vi.stubGlobal(name, it);
  page = document;
  told = [];
  submitting = watch();
  submitting.look(T0, true);
  const button = page.querySelector('button');
  if (button) submitting.clicked(button, T0 + 60_000);
  submitting.look(T0 + 60_500, true);
});

const toast = (text: string) => {
  const it = page.createElement('div');
  it.className = 'Toastify__toast';
  it.textContent = text;
  page.body.append(it);
};
const milestones = () => told.flatMap((it) => (it.type === 'milestone' ? [it.name] : []));

it('a message answers a click on submit', () => {
  toast('Thành công');
  submitting.look(T0 + 62_000, true);
  expect(milestones()).toEqual(['submit-clicked', 'submitted']);
  expect(submitting.waits).toBe(false);
});

it('once the form is filled in again no message does, and the result screen still does', () => {
  submitting.filledIn(T0 + 240_000);
  expect(submitting.waits).toBe(false);
  toast('Thành công');
  submitting.look(T0 + 241_000, true);
  expect(milestones()).toEqual(['submit-clicked']);
  page.body.innerHTML = '<main>Nộp hồ sơ thành công</main>';
  submitting.look(T0 + 250_000, false);
  expect(milestones()).toEqual(['submit-clicked', 'submitted']);
  // The click was heard: its rule does its work, and nobody waited for so long.
  expect(told.map(({ type }) => type)).toEqual(['milestone', 'milestone']);
});

it('what is done in the form within the click’s own moment leaves it standing', () => {
  submitting.filledIn(T0 + 61_000);
  expect(submitting.waits).toBe(true);
});

it.each([
  ['as it is written', 'Nộp hồ sơ thành công', true],
  ['in capitals', 'NỘP HỒ SƠ THÀNH CÔNG', true],
  ['with its signs apart', 'Nộp hồ sơ thành công'.normalize('NFD'), true],
  ['over several lines', 'Nộp hồ sơ\n          thành công', true],
  ['in other words', 'Nộp hồ sơ thành viên hợp tác xã công nghệ', false],
])('knows the words of a result screen %s', (_how, words, isResult) => {
  page.body.innerHTML = `<main>${words}</main>`;
  submitting.look(T0 + 62_000, false);
  expect(milestones().includes('submitted')).toBe(isResult);
});

it('a result screen on which nothing changes answers the submit of an earlier document, as soon as that is known of', () => {
  const performance = { getEntriesByType: () => [{ responseStatus: 200 }] };
  vi.stubGlobal('performance', performance);
  page.body.innerHTML = '<main>Nộp hồ sơ thành công</main>';
  told = [];
  const next = watch();
  next.look(T0 + 62_000, false);
  // By itself it may be another person's, or a page to be read.
  expect(told).toEqual([]);
  next.goOn();
  const evidence = 'national/result/screen';
  expect(told).toEqual([{ type: 'milestone', at: T0 + 62_000, name: 'submitted', evidence }]);
  expect(next.waits).toBe(false);
});
