import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Extension, lookInto } from './extension.ts';
import { grantedCopy } from './granted.ts';
import { type Launched, launchBrowser } from './launch.ts';
import { storedSince } from './small-form.ts';
import { BUILT, until } from './stage.ts';

/** A submit that never leaves the page: the browser itself complains of a box that must be filled in. */

let launched: Launched;
let extension: Extension;
let folder: string;
beforeAll(async () => {
  folder = await grantedCopy(BUILT);
  launched = await launchBrowser({
    portal: { hostResolverRules: 'MAP * 127.0.0.1:9' },
    extensionDir: folder,
  });
  extension = await lookInto(launched.context, launched.extensionId ?? '');
  await extension.agree();
});
afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

const declaration = (
  button: string,
) => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Nộp hồ sơ</title>
  <form method="post"><h3>Thông tin người yêu cầu</h3>
  <p><label for="hoTen">Họ, chữ đệm, tên</label> <input id="hoTen" name="hoTen"></p>
  <p><label for="noiSinh">Nơi sinh</label> <input id="noiSinh" name="noiSinh" required></p>
  <button id="${button}">Đồng ý và nộp</button></form></html>`;

it.each([
  ['dichvucong.bacninh.gov.vn/web/guest/eform', '_org_bn_hoso_noptructuyen_nopTrucTuyen'],
  ['dichvucong.laichau.gov.vn/dich-vu-cong/tiep-nhan-online/nhap-le-phi-ho-so', 'btn-next'],
])('counts as turned down on %s', async (place, button) => {
  const since = Date.now();
  const page: Page = await launched.context.newPage();
  await page.route(`https://${place}`, (route) =>
    route.fulfill({ contentType: 'text/html', body: declaration(button) }),
  );
  await page.goto(`https://${place}`);
  const submission = async () => (await storedSince(extension, since)).submission;
  await until(submission, (it) => it?.milestones['form-opened'] !== undefined);
  await page.locator('#hoTen').click();
  await page.keyboard.type('Mai');
  await page.locator(`#${button}`).click();
  const it = await until(submission, (one) => one?.milestones['submit-rejected'] !== undefined);
  expect(it?.rejections).toBe(1);
  await page.close();
  expect((await until(submission, (one) => one?.outcome !== 'open'))?.outcome).toBe('abandoned');
});
