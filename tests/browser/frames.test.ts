import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FieldRecord } from '../../lib/fields/index.ts';
import type { Submission } from '../../lib/flow/index.ts';
import type { Declaration, Field } from '../technologies/form.ts';
import { openForm } from '../technologies/open.ts';
import { clickInside, openShadow } from './inside.ts';
import { storedSince } from './small-form.ts';
import { type FormStage, setFormStage, until } from './stage.ts';

const box = (widget: string): Field => ({
  name: 'hoTen',
  label: 'Họ, chữ đệm, tên',
  widget,
  kind: 'full-name',
  expect: 'on-load',
  required: false,
  locked: false,
  hasValue: false,
  conditional: false,
});
const page = (id: string, tech: string, widget: string): Declaration => ({
  id,
  tech,
  host: 'dichvucong.gov.vn',
  path: '/nop-ho-so?formalityCaseId=1',
  procedure: { code: '1.000656', name: 'Đăng ký khai tử' },
  sections: [{ title: 'Thông tin người yêu cầu', subject: 'requester', fields: [box(widget)] }],
});

/** Puts a frame with a page of this address into an element, under an id where one is given. */
const addFrame = (into: Locator, src: string, id = '') =>
  into.evaluate(
    (it, attributes) => void it.append(Object.assign(document.createElement('iframe'), attributes)),
    { src, id },
  );

let stage: FormStage;
beforeAll(async () => {
  stage = await setFormStage();
});
afterAll(() => stage.close());

it('a declaration in a frame is part of its page’s submission, with keys and places of its own', async () => {
  const tab = await stage.launched.context.newPage();
  await openForm(tab, stage.server, page('around', 'plain', 'text'));
  const address = stage.server.address(page('inside', 'x-elements', 'x-input'), { direct: true });
  await addFrame(tab.locator('main'), address);
  const inside = tab.frameLocator('iframe').locator('x-input input');
  await inside.click();
  await tab.keyboard.type('Mai');
  await tab.locator('#form [name=hoTen]').click();
  await tab.keyboard.type('Lan');
  await tab.keyboard.press('Tab');
  const fields = async () => (await stage.extension.stores()).fields as FieldRecord[];
  const both = await until(
    fields,
    (all) => all.length === 2 && all.every(({ state, focusCount }) => state === 'typed' && focusCount === 1),
  );
  expect(new Set(both.map(({ submissionId }) => submissionId)).size).toBe(1);
  expect(both.map(({ key, order }) => `${key} ${order}`).sort()).toEqual([
    'national.1/1/hoTen 10001',
    'national/1/hoTen 1',
  ]);
  expect(both.find(({ order }) => order > 1)?.flags).toContain('asked-again');
  const submissions = (await stage.extension.stores()).submissions as Submission[];
  expect(submissions).toHaveLength(1);
  expect(submissions[0]?.milestones).toHaveProperty('first-input');
});

it('a frame that is drawn anew beside one of another origin keeps the keys of its fields', async () => {
  const tab = await stage.launched.context.newPage();
  const since = Date.now();
  await openForm(tab, stage.server, page('around', 'plain', 'text'));
  const address = stage.server.address(page('inside', 'x-elements', 'x-input'), { direct: true });
  const add = (src: string, id: string) => addFrame(tab.locator('body'), src, id);
  const typeIn = async (id: string) => {
    await tab.frameLocator(`#${id}`).locator('x-input input').click();
    await tab.keyboard.type('Mai');
    await tab.keyboard.press('Tab');
  };
  const inside = async () =>
    (await storedSince(stage.extension, since)).fields.filter(({ key }) => key.startsWith('national.'));
  await add(address, 'one');
  await typeIn('one');
  await until(inside, ([field]) => field?.state === 'typed');
  await add('about:blank', 'chat');
  await tab.locator('#one').evaluate((it) => it.remove());
  await add(address, 'two');
  await typeIn('two');
  const again = await until(inside, ([field]) => field?.focusCount === 2);
  expect(again.map(({ key }) => key)).toEqual(['national.1/1/hoTen']);
});

it('a reviewer is told why a field in a frame is judged as it is', async () => {
  await stage.extension.choose({ role: 'reviewer' });
  const tab = await stage.launched.context.newPage();
  await openForm(tab, stage.server, page('around', 'plain', 'text'));
  const address = stage.server.address(page('inside', 'x-elements', 'x-input'), { direct: true });
  await addFrame(tab.locator('main'), address);
  await tab.locator('dong-hanh-companion').waitFor({ state: 'attached' });
  await openShadow(tab);
  await clickInside(tab, { role: 'button', name: /^Các ô/ });
  await clickInside(tab, { role: 'button', name: /ở khung hoặc trang khác/ });
  const detail = () =>
    tab.evaluate(
      () =>
        document.querySelector('dong-hanh-companion')?.shadowRoot?.querySelector('.audit-detail')
          ?.textContent,
    );
  const told = /Căn cứ: nhãn: Họ, chữ đệm; mục: người yêu cầu/;
  expect(await until(detail, (it) => told.test(it ?? '')).catch(detail)).toMatch(told);
});

it('frames in each other have keys and places of their own', async () => {
  const tab = await stage.launched.context.newPage();
  const since = Date.now();
  await openForm(tab, stage.server, page('around', 'plain', 'text'));
  const address = stage.server.address(page('inside', 'x-elements', 'x-input'), { direct: true });
  await addFrame(tab.locator('body'), address);
  const outer = tab.frameLocator('iframe');
  await outer.locator('x-input input').waitFor();
  await addFrame(outer.locator('body'), address);
  for (const frame of [outer, outer.frameLocator('iframe')]) {
    await frame.locator('x-input input').click();
    await tab.keyboard.type('Mai');
    await tab.keyboard.press('Tab');
  }
  const inside = async () =>
    (await storedSince(stage.extension, since)).fields.filter(({ key }) => key.startsWith('national.'));
  const both = await until(inside, (all) => all.length === 2 && all.every(({ state }) => state === 'typed'));
  expect(both.map(({ key, order }) => `${key} ${order}`).sort()).toEqual([
    'national.1/1/hoTen 10001',
    'national.11/1/hoTen 110001',
  ]);
});
