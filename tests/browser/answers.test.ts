import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Launched } from './launch.ts';
import { launchWith } from './stage.ts';

let launched: Launched;
beforeAll(async () => {
  launched = await launchWith(new URL('in-page/answers.ts', import.meta.url));
});
afterAll(() => launched.close());

const list = (name: string, ...options: string[]) =>
  `<label for="${name}">Ô</label><select id="${name}" name="${name}"><option value="">-- Chọn --</option>${options.map((it) => `<option>${it}</option>`).join('')}</select>`;
const group = (type: string, name: string, ...options: string[]) =>
  options.map((it, at) => `<label><input type="${type}" name="${name}" value="${at}">${it}</label>`).join('');
const drawn = (name: string, ...options: string[]) =>
  `<x-select name="${name}"><div class="input-field-select">-- Chọn --</div><div class="input-field-select-options">${options.map((it) => `<div>${it}</div>`).join('')}</div><input type="hidden" name="${name}"></x-select>`;

async function answersIn(html: string) {
  await launched.page.setContent(html);
  return launched.page.evaluate(() => answersInPage());
}

it('says how fields are answered, and of what sort the choices are', async () => {
  const answers = await answersIn(`<form>
    <label>Họ tên <input name="hoTen"></label><label>Ngày <input type="date" name="ngay"></label>
    ${list('tinh', 'Tỉnh Thử', 'Thành phố Thử')} ${group('radio', 'phai', 'Nam', 'Nữ')}
    ${group('checkbox', 'nhan', 'Nhận trực tiếp', 'Qua bưu chính')}
    <label><input type="checkbox" name="camDoan">Đồng ý</label></form>`);
  expect(answers).toEqual({
    hoTen: { widget: 'text' },
    ngay: { widget: 'date' },
    tinh: { widget: 'choice', offer: 'provinces' },
    phai: { widget: 'choice', offer: 'sexes' },
    nhan: { widget: 'choice', offer: 'deliveries' },
    camDoan: { widget: 'choice', offer: undefined },
  });
});

it('sees the lists that a technology draws by itself', async () => {
  expect(await answersIn(`<form>${drawn('danToc', 'Kinh', 'Tày')}${drawn('nuoc')}</form>`)).toEqual({
    danToc: { widget: 'choice', offer: 'ethnicities' },
    nuoc: { widget: 'choice', offer: undefined },
  });
});

it('tells nothing of people that a list offers', async () => {
  expect(await answersIn(`<form>${list('con', 'Nguyễn Thử An', 'Nguyễn Thử Bình')}</form>`)).toEqual({
    con: { widget: 'choice', offer: undefined },
  });
});
