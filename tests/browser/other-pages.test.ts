import type { Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { storedSince } from './small-form.ts';
import { type FormStage, setFormStage, until } from './stage.ts';

/** What stands in the declaration's tab when it is no longer the page that was opened. */

let stage: FormStage;
let page: Page;
let since: number;
beforeAll(async () => {
  stage = await setFormStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.launched.context.newPage();
  since = Date.now();
});
afterEach(() => page.close());

const row = (name: string, label: string) =>
  `<p><label for="${name}">${label}</label> <input id="${name}" name="${name}"></p>`;
const declaration = (rows: string) =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Nộp hồ sơ</title>
  <form id="form" method="post"><h3>Thông tin người yêu cầu</h3>${rows}</form>
  <button form="form">Lưu và nộp hồ sơ</button></html>`;

async function open(answer: (route: Route) => Promise<void>): Promise<void> {
  await page.route('**/nop-ho-so*', answer);
  await page.goto('https://dichvucong.gov.vn/nop-ho-so?formalityCaseId=1');
  await milestone('form-opened');
}

async function write(name: string, text: string): Promise<void> {
  await page.locator(`#${name}`).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}

const submission = async () => (await storedSince(stage.extension, since)).submission;
const milestone = (name: string) => until(submission, (it) => it !== undefined && name in it.milestones);

it.each([413, 500, 504])(
  'a submit that the server answers with status %i was turned down, for nothing was filed',
  async (status) => {
    const wrong = '<h1>Hệ thống bận</h1>';
    await open((route) =>
      route.fulfill({
        contentType: 'text/html',
        ...(route.request().method() === 'POST'
          ? { status, body: wrong }
          : { body: declaration(row('hoTen', 'Họ, chữ đệm, tên')) }),
      }),
    );
    await write('hoTen', 'Mai');
    await page.getByText('Lưu và nộp hồ sơ').click();
    const it = await milestone('submit-rejected');
    expect(it).toMatchObject({ rejections: 1, outcome: 'open' });
    await page.close();
    expect((await until(submission, (one) => one?.outcome !== 'open'))?.outcome).toBe('abandoned');
  },
);

it('a result that a portal of one page serves as not found is a result all the same', async () => {
  await open((route) =>
    route.fulfill({
      contentType: 'text/html',
      ...(route.request().method() === 'POST'
        ? { status: 404, body: '<meta charset="utf-8"><h1>Nộp hồ sơ thành công</h1>' }
        : { body: declaration(row('hoTen', 'Họ, chữ đệm, tên')) }),
    }),
  );
  await write('hoTen', 'Mai');
  await page.getByText('Lưu và nộp hồ sơ').click();
  expect(await milestone('submitted')).toMatchObject({ rejections: 0, outcome: 'submitted' });
});
