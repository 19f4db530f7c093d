import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FieldFacts, nameOfKey } from '../../lib/fields/index.ts';
import { LONGEST_TEXT } from '../../lib/text/index.ts';
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

const watchOver = (html: string) => page.evaluate((it) => watch(it), html);

/** What is told of one field of the form that is watched. */
async function fieldTold(name: string): Promise<FieldFacts | undefined> {
  const all = await page.evaluate(() => told());
  return all.find(({ key }) => nameOfKey(key) === name);
}

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

describe('labels of Angular forms', () => {
  const box = (label: string) => `<div><label>${label}</label><input></div>`;

  it('the joined labels of many boxes are as long as any text may be, and no longer', async () => {
    const form = `<app-address formcontrolname="diaChi">${box('Số nhà, ngõ, đường, tổ dân phố').repeat(30)}</app-address>`;
    const { diaChi = '' } = await labelsOf(form);
    expect(diaChi).toMatch(/^Số nhà, ngõ, đường, tổ dân phố · Số nhà/);
    expect(diaChi).toHaveLength(LONGEST_TEXT);
  });

  it('the words of options are no part of a label', async () => {
    const material = (n: number) =>
      `<mat-checkbox><input type="checkbox" id="m${n}"><label for="m${n}">Nhóm ${n}</label></mat-checkbox>`;
    const form = `<form>
      <div><label>Đối tượng</label><app-boxes formcontrolname="doiTuong">${material(1)}${material(2)}</app-boxes></div>
      <div><app-radios formcontrolname="gioiTinh"><label>Giới tính</label>${radios('g')}</app-radios></div>
      <div><app-radios formcontrolname="hinhThuc">${radios('h')}</app-radios></div>
      <div><mat-checkbox formcontrolname="camKet"><input type="checkbox" id="c"><label for="c">Tôi cam kết</label></mat-checkbox></div>
    </form>`;
    expect(await labelsOf(form)).toEqual({
      doiTuong: 'Đối tượng',
      gioiTinh: 'Giới tính',
      hinhThuc: '',
      camKet: 'Tôi cam kết',
    });
  });
});

describe('radio buttons and boxes to tick that a page draws itself', () => {
  const drawn = (name: string, style: string) =>
    ['Nam', 'Nữ']
      .map((it) => {
        const input = `<input type="radio" name="${name}" id="${it}" value="${it}" style="${style}">`;
        return name === 'within'
          ? `<label>${input} ${it}</label>`
          : `${input}<label for="${it}">${it}</label>`;
      })
      .join('');

  it.each(['within', 'beside'])('are seen where their labels are: the input %s', async (name) => {
    for (const style of ['display: none', 'visibility: hidden']) {
      await watchOver(`<form><p>Giới tính</p><div>${drawn(name, style)}</div></form>`);
      await page.locator('label').nth(1).click();
      expect(await fieldTold(name)).toMatchObject({ state: 'chosen', visible: true });
    }
  });

  it('are not seen where their labels are not', async () => {
    await watchOver(`<form><div style="display: none">${drawn('within', 'display: none')}</div>
      <style>[for] { display: none }</style>${drawn('beside', 'display: none')}</form>`);
    expect(await fieldTold('within')).toMatchObject({ visible: false });
    expect(await fieldTold('beside')).toMatchObject({ visible: false });
  });
});
