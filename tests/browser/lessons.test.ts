import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickInside, focusInside } from './inside.ts';
import { type Stage, setStage, submitAtOnce, until } from './stage.ts';

let stage: Stage;
let dashboard: Page;
let page: Page;
beforeAll(async () => {
  stage = await setStage();
  await stage.extension.agree();
  dashboard = await stage.extension.open('dashboard');
});
afterAll(() => stage.close());

const press = (name: RegExp) => clickInside(page, { role: 'button', name });

/** What the lesson has ticked off, in the order of its tasks. */
const ticked = () =>
  dashboard
    .locator('#training [data-task]')
    .evaluateAll((tasks) =>
      tasks.map((it) => `${it.getAttribute('data-task')} ${it.getAttribute('data-done')}`),
    );

/** Looks at the dashboard, which reads anew only where it is seen, and waits until just these tasks are done. */
async function done(...wanted: string[]): Promise<void> {
  await dashboard.bringToFront();
  await until(
    ticked,
    (tasks) =>
      tasks.length > 0 && tasks.every((it) => it.endsWith(`${wanted.includes(it.split(' ')[0] ?? '')}`)),
  );
  if (page?.isClosed() === false) await page.bringToFront();
}

async function begin(role: string): Promise<void> {
  await stage.extension.choose({ role });
  await dashboard.bringToFront();
  await dashboard.locator('#training [data-action="lesson"]').click();
  await done();
}

async function finish(...tasks: string[]): Promise<void> {
  await done(...tasks);
  expect(await ticked()).toHaveLength(tasks.length);
  await dashboard.bringToFront();
  await dashboard.getByText('Bạn đã làm xong bài tập').waitFor();
  await dashboard.locator('#training [data-action="lesson"]').click();
  await until(ticked, (them) => them.length === 0);
  await page.close();
}

async function declare(): Promise<void> {
  page = await stage.openDeclaration();
  await page.locator('dong-hanh-companion').waitFor({ state: 'attached' });
}

async function typeOne(): Promise<void> {
  await page.locator('.sd-root-modern [data-name^="citizenmoiquanhe"] input').click();
  await page.keyboard.type('con');
}

describe('the lesson ticks off what was done on the practice portal, and nothing before it', () => {
  it('of someone who helps at home', async () => {
    await begin('helper');
    await declare();
    await done('open-form');
    await typeOne();
    await done('open-form', 'first-field');
    await submitAtOnce(page, stage.extension);
    await done('open-form', 'first-field', 'submit');
    await press(/^Hài lòng/);
    await finish('open-form', 'first-field', 'submit', 'rate');
  });

  it('of a volunteer', async () => {
    await begin('volunteer');
    const popup = await stage.extension.open('popup');
    await popup.locator('input[name="outreach"]').fill('Ngày thứ bảy');
    await popup.locator('[data-action="save-round"]').click();
    await done('name-round');
    await popup.close();
    await declare();
    await typeOne();
    await done('name-round', 'open-form');
    await press(/^Người tiếp theo/);
    await done('name-round', 'open-form', 'hand-over');
    await page.bringToFront();
    await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
    await page.locator('.header-bar .login').waitFor();
    await page.close();
    await declare();
    await typeOne();
    await done('name-round', 'open-form', 'hand-over', 'second-person');
    await submitAtOnce(page, stage.extension);
    await press(/^Rất hài lòng/);
    await finish('name-round', 'open-form', 'hand-over', 'second-person', 'submit', 'rate');
  });

  it('of a reviewer', async () => {
    await begin('reviewer');
    await declare();
    await done('open-form');
    await press(/^Ghi chú về bước/);
    await note('Nút nộp nằm dưới cùng, khó thấy');
    await done('open-form', 'note-step');
    await press(/^Đóng$/);
    await press(/^Các ô/);
    await press(/Giới tính.*Người đã mất/);
    await press(/^Ghi chú về ô/);
    await note('Nhãn khó hiểu');
    await finish('open-form', 'note-field', 'note-step');
  });
});

async function note(text: string): Promise<void> {
  await focusInside(page, { role: 'textbox', name: /^Nội dung ghi chú/ });
  await page.keyboard.insertText(text);
  await press(/^Lưu ghi chú/);
}
