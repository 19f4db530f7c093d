import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScript } from '../bench/bundle-script.ts';
import { type Launched, launchBrowser } from './launch.ts';

let launched: Launched;
let page: Page;
beforeAll(async () => {
  launched = await launchBrowser({ portal: { hostResolverRules: '' } });
  page = launched.page;
  await page.goto('about:blank');
  await page.evaluate(await bundleScript(new URL('in-page/reading.ts', import.meta.url)));
});
afterAll(() => launched.close());

const read = (html: string) => page.evaluate((it) => readForm(it), html);

/** Labels by the names of their fields. */
async function labelsOf(html: string): Promise<Record<string, string>> {
  return Object.fromEntries((await read(html)).map(({ name, label }) => [name, label]));
}

const radios = (name: string) =>
  ['Nam', 'Nữ']
    .map((one) => `<label><input type="radio" name="${name}" value="${one}"> ${one}</label>`)
    .join(' ');

describe('labels of plain pages', () => {
  it('radio buttons do not take the label of the field before them', async () => {
    const name = '<div class="row"><label>Họ và tên</label><input name="hoTen"></div>';
    const bare = `<form>${name}<div class="row">Giới tính: ${radios('gioiTinh')}</div></form>`;
    expect(await labelsOf(bare)).toEqual({ hoTen: 'Họ và tên', gioiTinh: 'Giới tính' });
    const wrapped = `<form>${name}<div class="row">Giới tính: <div>${radios('gioiTinh')}</div></div></form>`;
    expect(await labelsOf(wrapped)).toEqual({ hoTen: 'Họ và tên', gioiTinh: 'Giới tính' });
    const cells = `<form><table><tr><td><span>Họ và tên</span> <input name="hoTen"></td></tr>
      <tr><td>Giới tính</td><td><span>${radios('gioiTinh')}</span></td></tr></table></form>`;
    expect((await labelsOf(cells)).gioiTinh).toBe('Giới tính');
  });

  it('a box for words among radio buttons leaves them their label', async () => {
    const other = '<label><input type="radio" name="lyDo"> Khác</label> <input name="lyDoKhac">';
    const form = `<form><div class="row"><label>Lý do</label> ${radios('lyDo')} ${other}</div></form>`;
    expect((await labelsOf(form)).lyDo).toBe('Lý do');
  });
});
