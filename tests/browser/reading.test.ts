import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FieldFacts, nameOfKey } from '../../lib/fields/index.ts';
import { LONGEST_TEXT } from '../../lib/text/index.ts';
import type { FieldRead } from './in-page/reading.ts';
import type { Launched } from './launch.ts';
import { launchWith } from './stage.ts';

let launched: Launched;
let page: Page;
beforeAll(async () => {
  launched = await launchWith(new URL('in-page/reading.ts', import.meta.url));
  page = launched.page;
});
afterAll(() => launched.close());

const read = (html: string) => page.evaluate((it) => readForm(it), html);

const watchOver = (html: string) => page.evaluate((it) => watch(it), html);

/** What is told of one field of the form that is watched. */
async function fieldTold(name: string): Promise<FieldFacts | undefined> {
  const all = await page.evaluate(() => told());
  return all.find(({ key }) => nameOfKey(key) === name);
}

const namesOf = (fields: readonly FieldRead[]) => fields.map(({ name }) => name);

/** Labels by the names of their fields. */
async function labelsOf(html: string): Promise<Record<string, string>> {
  return Object.fromEntries((await read(html)).map(({ name, label }) => [name, label]));
}

const radios = (name: string) =>
  ['Nam', 'Nữ']
    .map((one) => `<label><input type="radio" name="${name}" value="${one}"> ${one}</label>`)
    .join(' ');

describe('a form whose controls are named as what a form can do', () => {
  it.each(['contains', 'matches', 'querySelector', 'querySelectorAll'])(
    'named %s: what stands outside it is read all the same',
    async (name) => {
      const list = '<input role="combobox" aria-expanded="false">';
      await watchOver(
        `<form>Số con <input name="${name}" placeholder="Số con"> Giới tính ${radios('gioiTinh')} ${list}<button>Tìm</button></form>
        <form><div><div>Dân tộc</div><div><input name="danToc"></div></div></form>`,
      );
      expect(await fieldTold('danToc')).toMatchObject({ label: 'Dân tộc' });
      await page.evaluate(() => document.forms[0]?.append('Quê quán', document.createElement('input')));
      expect(await fieldTold('danToc')).toMatchObject({ label: 'Dân tộc' });
    },
  );
});

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

  it('radio buttons are one field where they belong to one form, wherever they stand', async () => {
    const one = (more: string) => `<label><input type="radio" name="gioiTinh" ${more}> Nữ</label>`;
    const outside = `<form id="don"><div>Giới tính: ${one('value="nam"')}</div></form>${one('value="nu" form="don" checked')}`;
    expect(await read(outside)).toMatchObject([{ name: 'gioiTinh', value: 'nu' }]);
    const another = `<form><div>Giới tính: ${one('value="nam"')}</div></form><form>${one('value="nu" checked')}</form>`;
    expect((await read(another))[0]).toMatchObject({ name: 'gioiTinh', value: '' });
  });

  it('the words of a box to tick stand behind it, or before it where there are none', async () => {
    const tick = (name: string) => `<input type="checkbox" name="${name}">`;
    const line = `<form><div>${tick('a')} Có bảo hiểm ${tick('b')} Có xe ${tick('c')}<span>Tôi cam đoan</span></div>`;
    const before = `<div>Đồng ý nhận tin ${tick('d')}<button type="button">Xem</button></div></form>`;
    expect(await labelsOf(line + before)).toEqual({
      ...{ a: 'Có bảo hiểm', b: 'Có xe', c: 'Tôi cam đoan' },
      d: 'Đồng ý nhận tin',
    });
  });

  it('a box for words among radio buttons leaves them their label', async () => {
    const other = '<label><input type="radio" name="lyDo"> Khác</label> <input name="lyDoKhac">';
    const form = `<form><div class="row"><label>Lý do</label> ${radios('lyDo')} ${other}</div></form>`;
    expect((await labelsOf(form)).lyDo).toBe('Lý do');
  });
});

describe('labels that stand elsewhere than with their control', () => {
  it('they may stand before what the control alone stands in, and a heading there is none', async () => {
    const row = (words: string, name: string, more = '') =>
      `<div>${words}<div><div><input name="${name}" ${more}></div></div></div>`;
    const form = [
      row('<span>Họ và tên</span>', 'a', 'placeholder="Nhập ở đây"'),
      row('<h3>Nơi ở</h3>', 'b', 'placeholder="Số nhà"'),
      '<div><p>Địa chỉ</p><div><select name="c"></select></div><div><select name="d"></select></div></div>',
    ];
    const labels = (await read(`<form>${form.join('')}</form>`)).map(({ label }) => label);
    expect(labels).toEqual(['Họ và tên', 'Số nhà', '', '']);
  });

  it('a group of choices may say its own where they stand nowhere, and takes no other’s then', async () => {
    const group = (role: string, name: string, label: string) =>
      `<div role="${role}" aria-label="${label}">${radios(name)}</div>`;
    const form = `<form>${group('radiogroup', 'a', 'Giới tính')}<p>Xin ghi rõ</p>${group('group', 'b', 'Đối tượng')}</form>`;
    expect(await labelsOf(form)).toEqual({ a: 'Giới tính', b: 'Đối tượng' });
  });

  it('what stands before a label element is no part of it', async () => {
    const form = `<form><h4>Người nộp</h4><label>Họ tên<b>*</b></label><input name="a"><small>0/50</small>
      <label>Dân tộc</label><label>(*)</label><input name="b"></form>`;
    expect(await read(form)).toMatchObject([
      { name: 'a', label: 'Họ tên', required: true },
      { name: 'b', label: 'Dân tộc', required: true },
    ]);
  });

  it('a label for nothing labels only what it stands with', async () => {
    const row = (label: string, name: string) =>
      `<div><label for="">${label}</label><input name="${name}"></div>`;
    const form = `<form>${row('Họ và tên', 'a')}${row('Ngày sinh', 'b')}${row('Dân tộc', 'c')}</form>`;
    expect(await labelsOf(form)).toEqual({ a: 'Họ và tên', b: 'Ngày sinh', c: 'Dân tộc' });
  });

  it('in a table they stand at the head of a column, never in a running number', async () => {
    const head = '<thead><tr><th>STT</th><th>Họ và tên</th><th>Ngày sinh</th></tr></thead>';
    const form = `<form><table>${head}<tr><td>1</td><td><input name="a"></td><td><input name="b"></td></tr></table></form>`;
    expect(await labelsOf(form)).toEqual({ a: 'Họ và tên', b: 'Ngày sinh' });
    const questions = `<form><table><thead><tr><th>Câu hỏi</th><th>Có</th></tr></thead><tr><td>Đã kết hôn?</td>
      <td><input type="radio" name="q"></td></tr></table></form>`;
    expect((await labelsOf(questions)).q).toContain('Đã kết hôn?');
  });

  it('in a table they may stand in the row above, or head columns in plain cells', async () => {
    const row = (...cells: string[]) => `<tr>${cells.map((it) => `<td>${it}</td>`).join('')}</tr>`;
    const box = (name: string) => `<input name="${name}">`;
    const pairs = [
      row('Họ và tên', 'Giới tính') + row(box('a'), radios('b')),
      row('Hôn nhân (*)', 'Dân tộc') + row(radios('c'), '<select name="d"></select>'),
    ];
    expect(await labelsOf(`<form><table>${pairs.join('')}</table></form>`)).toEqual({
      ...{ a: 'Họ và tên', b: 'Giới tính', c: 'Hôn nhân', d: 'Dân tộc' },
    });
    const list =
      row('STT', 'Họ và tên', 'Quan hệ') + row('1', box('a'), box('b')) + row('2', box('c'), box('d'));
    expect(await labelsOf(`<form><table>${list}</table></form>`)).toEqual({
      ...{ a: 'Họ và tên', b: 'Quan hệ', c: 'Họ và tên', d: 'Quan hệ' },
    });
  });

  it('a row with fewer cells, or one that asks something, labels nothing below it', async () => {
    const title =
      '<tr><td>Thông tin người con</td></tr><tr><td><input name="a"></td><td><input name="b"></td></tr>';
    const asks = `<tr><td>Số bản</td><td><input name="c"></td></tr>
      <tr><td><input type="checkbox" name="d"></td><td>Cam kết</td></tr>`;
    const form = `<form><table>${title}</table><table>${asks}</table></form>`;
    expect(await labelsOf(form)).toEqual({ a: '', b: '', c: 'Số bản', d: '' });
  });

  it('a box that ticks a whole list is not called as the column beside it', async () => {
    const head = '<thead><tr><th><input type="checkbox" name="tatCa"></th><th>Họ và tên</th></tr></thead>';
    const form = `<form><table>${head}<tr><td><input type="checkbox" name="a"></td><td><input name="b"></td></tr></table></form>`;
    expect(await labelsOf(form)).toMatchObject({ tatCa: '', b: 'Họ và tên' });
  });

  it('a colon or a star may have a cell of its own', async () => {
    const row = (label: string, sign: string, name: string) =>
      `<tr><td>${label}</td><td>${sign}</td><td><input name="${name}"></td></tr>`;
    const form = `<form><table>${row('Họ và tên', ':', 'a')}${row('Ngày sinh', '(*)', 'b')}</table></form>`;
    expect(await labelsOf(form)).toEqual({ a: 'Họ và tên', b: 'Ngày sinh' });
  });

  it('a label may stand in the column beside, several to a row', async () => {
    const pair = (label: string, name: string) =>
      `<div><label>${label}</label></div><div><input name="${name}" placeholder="Nhập nội dung"></div>`;
    const form = `<form><div>${pair('Họ và tên', 'a')}${pair('Ngày sinh', 'b')}</div></form>`;
    expect(await labelsOf(form)).toEqual({ a: 'Họ và tên', b: 'Ngày sinh' });
  });

  it('words may stand so as well', async () => {
    const pair = (label: string, name: string) =>
      `<div class="col-2">${label}</div><div class="col-4"><input name="${name}" placeholder="Nhập nội dung"></div>`;
    const address = '<div>Địa chỉ</div><div><input name="c"></div><div><input name="d"></div>';
    const form = `<form><div>${pair('Họ và tên', 'a')}${pair('Ngày sinh', 'b')}</div><div>${address}</div></form>`;
    expect(await labelsOf(form)).toEqual({ a: 'Họ và tên', b: 'Ngày sinh', c: '', d: '' });
  });

  it('what is asked further on in a cell has the words before it', async () => {
    const form = `<form><table><tr><td>Từ ngày</td><td><input name="a"> đến ngày <input name="b"></td></tr>
      <tr><td>Ngày sinh</td><td>ngày <input name="c"> tháng <input name="d"></td></tr></table></form>`;
    expect(await labelsOf(form)).toEqual({ a: 'Từ ngày', b: 'đến ngày', c: 'Ngày sinh', d: 'Ngày sinh' });
  });

  it('what only sets the lists of a date apart is none', async () => {
    const list = (name: string) => `<select name="${name}"><option>1</option></select>`;
    const form = `<form><div>Ngày cấp: ${list('a')} / ${list('b')}/${list('c')}</div></form>`;
    expect(await labelsOf(form)).toEqual({ a: 'Ngày cấp', b: '', c: '' });
  });

  it('words of two lines are two words', async () => {
    const form = '<form><table><tr><td>Nơi cấp<br>căn cước</td><td><input name="a"></td></tr></table></form>';
    expect(await labelsOf(form)).toEqual({ a: 'Nơi cấp căn cước' });
  });

  it('a style may draw the star that a class of theirs asks for', async () => {
    const row = (more: string, name: string) =>
      `<div><label class="${more}">Hỏi ${name}</label><input name="${name}"></div>`;
    const form = `<form>${row('form-label required', 'a')}${row('form-label', 'b')}</form>`;
    expect((await read(form)).map(({ required }) => required)).toEqual([true, false]);
  });

  it('a star counts wherever the words stand that are read, and no label element holds', async () => {
    const star = '<span style="color: red">*</span>';
    const row = (words: string, control: string) =>
      `<div class="col-2">${words}</div><div class="col-4">${control}</div>`;
    const form = `<form><div>${row(`Họ và tên ${star}`, '<input name="a">')}${row('Dân tộc', '<input name="b">')}</div>
      <div>Giới tính ${star} ${radios('c')}</div></form>`;
    expect(await read(form)).toMatchObject([
      { name: 'a', label: 'Họ và tên', required: true },
      { name: 'b', label: 'Dân tộc', required: false },
      { name: 'c', label: 'Giới tính', required: true },
    ]);
    const angular = `<form>${row(`Họ và tên ${star}`, '<input formcontrolname="a">')}${row('Dân tộc', '<input formcontrolname="b">')}</form>`;
    expect((await read(angular)).map(({ required }) => required)).toEqual([true, false]);
  });

  it('of Ant Design say by another class how fields are marked, which makes none required', async () => {
    const item = (
      marked: string,
      name: string,
    ) => `<div class="ant-form-item"><div class="ant-form-item-label"><label
      for="${name}" class="${marked}">Hỏi</label></div><input id="${name}" class="ant-input"></div>`;
    const form = `<form>${item('ant-form-item-required-mark-optional', 'a')}${item('ant-form-item-required', 'b')}</form>`;
    expect((await read(form)).map(({ required }) => required)).toEqual([false, true]);
  });

  it('a complaint inside a label is no part of it', async () => {
    const form =
      '<form><label>Họ tên <input name="a"><span class="invalid-feedback">Không được để trống</span></label></form>';
    expect(await labelsOf(form)).toEqual({ a: 'Họ tên' });
  });
});

describe('labels of Angular forms', () => {
  const box = (label: string) => `<div><label>${label}</label><input></div>`;

  it('the joined labels of many boxes are cut where other texts are', async () => {
    const form = `<app-address formcontrolname="diaChi">${box('Số nhà, ngõ, đường, tổ dân phố').repeat(30)}</app-address>`;
    const { diaChi = '' } = await labelsOf(form);
    expect(diaChi).toMatch(/^Số nhà, ngõ, đường, tổ dân phố · Số nhà/);
    expect(diaChi).toHaveLength(LONGEST_TEXT);
  });

  it('may be words that no label holds, and those are asked before a hint', async () => {
    const list = (name: string) =>
      `<ng-select formcontrolname="${name}" placeholder="-- Chọn --"><input role="combobox"></ng-select>`;
    const form = `<form><section><p>Hình thức nhận</p><mat-radio-group formcontrolname="a">${radios('g')}</mat-radio-group></section>
      <div><div><span>Quốc tịch</span></div><div>${list('b')}</div></div><div>Dân tộc: ${list('c')}</div>
      <div><mat-form-field><input formcontrolname="d" placeholder="Số điện thoại"></mat-form-field></div></form>`;
    const labels = { a: 'Hình thức nhận', b: 'Quốc tịch', c: 'Dân tộc', d: 'Số điện thoại' };
    expect(await labelsOf(form)).toEqual(labels);
  });

  it('stand behind a box to tick that holds none', async () => {
    const form = `<form><div>Hồ sơ giấy</div><mat-checkbox formcontrolname="a"><input type="checkbox"></mat-checkbox>
      <span>Tôi cam đoan</span><div><input type="checkbox" formcontrolname="b"> Tôi đồng ý</div></form>`;
    expect(await labelsOf(form)).toEqual({ a: 'Tôi cam đoan', b: 'Tôi đồng ý' });
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

describe('fields of an Angular form', () => {
  it('have their name where a template binds them, lists as well as boxes', async () => {
    const bound = 'class="ng-untouched ng-valid"';
    const form = `<form name="toKhai" ${bound}><div><label>Họ tên</label><input name="hoTen" ${bound}></div>
      <div><label>Dân tộc</label><ng-select name="danToc" ${bound}><span class="ng-value-label">Tày</span><input role="combobox"></ng-select></div>
      <div><label>Quan hệ</label><mat-select name="quanHe" role="combobox" class="ng-touched"><span></span></mat-select></div>
      <div><label>Giới tính</label>${radios('gioiTinh').replaceAll('type=', `${bound} type=`)}</div></form>`;
    expect(await read(form)).toMatchObject([
      { name: 'hoTen', label: 'Họ tên', value: '' },
      { name: 'danToc', label: 'Dân tộc', value: 'Tày', widget: 'choice' },
      { name: 'quanHe', label: 'Quan hệ', value: '', widget: 'choice' },
      { name: 'gioiTinh', label: 'Giới tính', value: '' },
    ]);
  });

  it.each([
    '<input formcontrolname="keyword">',
    '<input formcontrolname="a" placeholder="Tìm kiếm thủ tục">',
    '<input formcontrolname="captcha" placeholder="Mã xác nhận">',
    '<input formcontrolname="a" type="hidden">',
    '<input formcontrolname="a" type="file">',
  ])('are no fields of the declaration as others are none: %s', async (html) => {
    const form = `<form><input formcontrolname="hoTen"></form><div>${html}</div>`;
    expect(namesOf(await read(form))).toEqual(['hoTen']);
  });

  it('are lists all the same that call the box in them a search', async () => {
    const form = `<ng-select formcontrolname="xa" placeholder="Tìm kiếm xã"><input role="combobox"></ng-select>
      <input formcontrolname="tinh" role="combobox" placeholder="Tìm kiếm tỉnh">`;
    expect(namesOf(await read(form))).toEqual(['xa', 'tinh']);
  });
});

describe('radio buttons of Angular', () => {
  const pair = (group: string) =>
    `<div class="ng-untouched"><label>Giới tính</label>${['1', '2']
      .map((it) => {
        const id = group + it;
        return `<div><input type="radio" formcontrolname="gt" value="${it}" name="${group}" id="${id}"><label for="${id}">${it}</label></div>`;
      })
      .join('')}</div>`;

  it('are one field, with the label of the group and the value of whichever is ticked', async () => {
    await read(`<form><div formarrayname="con">${pair('a')}${pair('b')}</div></form>`);
    await page.locator('#a2').click();
    await page.locator('#b1').click();
    expect(await page.evaluate(() => readAgain())).toMatchObject([
      { name: 'con.0.gt', label: 'Giới tính', value: '2' },
      { name: 'con.1.gt', label: 'Giới tính', value: '1' },
    ]);
  });

  it('are chosen by whichever is clicked', async () => {
    await watchOver(`<form>${pair('a')}</form>`);
    await page.locator('#a2').click();
    expect(await fieldTold('gt')).toMatchObject({ state: 'chosen' });
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

describe('what a person gives a drawn list, a calendar, or boxes beside lists', () => {
  it('a moment is a date, and a range of dates may be chosen by the calendar alone', async () => {
    const range = (name: string) =>
      `<input type="text" formcontrolname="${name}" readonly class="mat-start-date mat-date-range-input-inner" aria-haspopup="dialog">`;
    const form = `<form><label for="n">Giờ hẹn</label><input type="datetime-local" id="n" formcontrolname="hen">${range('tu')}</form>`;
    expect(await read(form)).toMatchObject([
      { name: 'hen', widget: 'date' },
      { name: 'tu', widget: 'date', locked: false },
    ]);
  });

  /** A calendar, as libraries draw it at the end of the page: the box keeps the focus, and a script writes the day. */
  const calendar = (
    day: string,
  ) => `<form><label for="ngay">Ngày sinh</label> <input id="ngay" name="ngay"></form>
    <div id="calendar">${day}</div>`;
  const picksIn = (selector: string) =>
    page.evaluate((it) => {
      const panel = document.getElementById('calendar');
      panel?.addEventListener('mousedown', (event) => event.preventDefault());
      panel?.querySelector(it)?.addEventListener('click', () => {
        const box = document.querySelector<HTMLInputElement>('#ngay');
        if (box) box.value = '05/09/1999';
      });
    }, selector);

  it.each([
    [
      'bootstrap-datepicker',
      '<div class="datepicker dropdown-menu"><table><tr><td class="day">5</td></tr></table></div>',
      'td',
    ],
    [
      'jQuery UI',
      '<table class="ui-datepicker-calendar"><tr><td data-handler="selectDay"><a class="ui-state-default">5</a></td></tr></table>',
      'a',
    ],
    [
      'daterangepicker',
      '<div class="daterangepicker"><table><tr><td class="available">5</td></tr></table></div>',
      'td',
    ],
  ])('a day in the calendar of %s is chosen', async (_library, day, selector) => {
    await watchOver(calendar(day));
    await picksIn(selector);
    await page.locator('#ngay').click();
    await page.locator(`#calendar ${selector}`).click();
    expect(await fieldTold('ngay')).toMatchObject({ state: 'chosen' });
  });

  it.each([
    [
      'the button that takes the day of daterangepicker',
      '<div class="daterangepicker"><button class="applyBtn" type="button">Áp dụng</button></div>',
      'button',
    ],
    [
      'an hour of Ant Design',
      '<div class="ant-picker-dropdown"><ul><li class="ant-picker-time-panel-cell"><div>05</div></li></ul></div>',
      'div div',
    ],
    [
      'the word for today of Ant Design',
      '<div class="ant-picker-dropdown"><a class="ant-picker-now-btn">Hôm nay</a></div>',
      'a',
    ],
    [
      'an entry of Ant Design’s lists that follow from each other',
      '<div class="ant-select-dropdown"><ul><li class="ant-cascader-menu-item" role="menuitemcheckbox">Tỉnh Sơn La</li></ul></div>',
      'li',
    ],
    [
      'an entry of Ant Design’s tree',
      '<div class="ant-select-dropdown"><div role="treeitem"><span class="ant-select-tree-node-content-wrapper">Sơn La</span></div></div>',
      'span',
    ],
  ])('what is clicked is chosen: %s', async (_what, panel, selector) => {
    await watchOver(calendar(panel));
    await picksIn(selector);
    await page.locator('#ngay').click();
    await page.locator(`#calendar ${selector}`).click();
    expect(await fieldTold('ngay')).toMatchObject({ state: 'chosen' });
  });

  it('a day of Material’s calendar is chosen, though the button that opens it stands beside the box', async () => {
    await watchOver(`<form><mat-form-field><mat-label>Ngày sinh</mat-label><input id="ngay" formcontrolname="ngaySinh"
      class="mat-datepicker-input"><mat-datepicker-toggle><button type="button">Mở lịch</button></mat-datepicker-toggle></mat-form-field></form>
      <div id="calendar" class="cdk-overlay-container"><table><td role="gridcell" class="mat-calendar-body-cell-container"><button class="mat-calendar-body-cell" type="button">5</button></td></table></div>`);
    await picksIn('button');
    await page.getByText('Mở lịch').click();
    await page.locator('#calendar button').click();
    expect(await fieldTold('ngaySinh')).toMatchObject({ state: 'chosen', focusCount: 1 });
  });

  it('a number that the steps of Ant Design make is the person’s from the press on', async () => {
    await watchOver(`<form><div class="ant-form-item"><div class="ant-form-item-label"><label for="so">Số bản</label></div>
      <div class="ant-form-item-control"><input id="so"><span unselectable="on" role="button">Thêm</span></div></div></form>`);
    await page.evaluate(() =>
      document.querySelector('[unselectable]')?.addEventListener('mousedown', () => {
        Object.assign(document.querySelector('#so') ?? {}, { value: '1' });
      }),
    );
    await page.getByText('Thêm').hover();
    await page.mouse.down();
    const told = await fieldTold('so');
    await page.mouse.up();
    expect(told).toMatchObject({ state: 'chosen' });
  });

  it.each([
    ['Material', '<input id="a" formcontrolname="a" class="mat-mdc-autocomplete-trigger" role="combobox">'],
    [
      'Ant Design',
      '<div class="ant-form-item"><div class="ant-select ant-select-auto-complete ant-select-open"><input id="a" role="combobox"></div></div>',
    ],
  ])(
    'what is typed where %s only proposes words is typed, the proposals open or not',
    async (_whose, html) => {
      await watchOver(`<form><label for="a">Nơi cấp</label>${html}<input id="b"></form>`);
      await page.locator('#a').click();
      await page.evaluate(() => document.querySelector('#a')?.setAttribute('aria-expanded', 'true'));
      await page.keyboard.type('Mai');
      expect(await fieldTold('a')).toMatchObject({ state: 'typed' });
      await page.evaluate(() => {
        document.querySelector('#a')?.setAttribute('aria-expanded', 'false');
        document.querySelector('.ant-select-open')?.classList.remove('ant-select-open');
      });
      await page.locator('#b').click();
      expect(await fieldTold('a')).toMatchObject({ state: 'typed' });
    },
  );

  it.each(['keydown', 'beforeinput'])(
    'what a mask writes for keys is typed, where it takes their %s',
    async (type) => {
      await watchOver('<form><label for="n">Ngày sinh</label> <input id="n" name="ngay"></form>');
      await page.evaluate((it) => {
        const box = document.querySelector<HTMLInputElement>('#n');
        const write = (event: Event) => {
          const { key, data } = event as Event & { key?: string; data?: string };
          event.preventDefault();
          if (box) box.value += data ?? key;
        };
        box?.addEventListener(it, write);
      }, type);
      await page.locator('#n').click();
      await page.keyboard.type('05');
      expect(await fieldTold('ngay')).toMatchObject({ state: 'typed' });
    },
  );

  it('a key that wrote nothing does not make the person’s what the portal writes afterwards', async () => {
    await watchOver('<form><label for="n">Họ và tên</label> <input id="n" name="ten" readonly></form>');
    await page.locator('#n').click();
    await page.keyboard.press('a');
    await fieldTold('ten');
    await page.evaluate(() => Object.assign(document.querySelector('#n') ?? {}, { value: 'Mai' }));
    expect(await fieldTold('ten')).toMatchObject({ state: 'portal-on-load' });
  });

  it('a date that is pasted by the mouse is typed', async () => {
    await watchOver('<form><label for="n">Ngày sinh</label><input id="n" class="flatpickr-input"></form>');
    await page.locator('#n').click();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.insertText', { text: '05/09/1999' });
    await cdp.detach();
    expect(await fieldTold('n')).toMatchObject({ state: 'typed' });
  });

  it('what is typed into a box that the page has just drawn anew is typed', async () => {
    await watchOver('<form><label for="n">Họ và tên</label> <input id="n" formcontrolname="hoTen"></form>');
    await page.evaluate(() => {
      const box = document.querySelector('#n');
      box?.replaceWith(box.cloneNode());
    });
    await page.locator('#n').click();
    await page.keyboard.type('Mai');
    expect(await fieldTold('hoTen')).toMatchObject({ state: 'typed', focusCount: 1 });
  });

  it('an option of select2 is chosen, though its list stands elsewhere and its box is nobody’s', async () => {
    await watchOver(`<form><label for="dt">Dân tộc</label>
      <select id="dt" name="danToc" class="select2-hidden-accessible" tabindex="-1" style="position: absolute; width: 1px">
        <option value="">-- Chọn --</option><option value="2">Tày</option></select><span
        class="select2 select2-container"><span class="select2-selection" role="combobox" tabindex="0">-- Chọn --</span></span>
      </form><span class="select2-container select2-container--open"><input type="search" class="select2-search__field">
      <ul><li class="select2-results__option" role="treeitem">Tày</li></ul></span>`);
    await page.evaluate(() => {
      const search = document.querySelector<HTMLElement>('.select2-search__field');
      document.querySelector('.select2-selection')?.addEventListener('click', () => search?.focus());
      const option = document.querySelector('.select2-results__option');
      option?.addEventListener('mousedown', (event) => event.preventDefault());
      option?.addEventListener('click', () => {
        const select = document.querySelector<HTMLSelectElement>('#dt');
        if (select) select.value = '2';
      });
    });
    await page.locator('.select2-selection').click();
    await page.locator('.select2-results__option').click();
    expect(await fieldTold('danToc')).toMatchObject({ state: 'chosen' });
  });

  it('a day that is chosen by Enter in a calendar with the focus on it is chosen', async () => {
    await watchOver(`<form><label for="ngay">Ngày sinh</label> <input id="ngay" name="ngay" class="flatpickr-input"></form>
      <div class="flatpickr-calendar"><span class="flatpickr-day" tabindex="-1">5</span></div>`);
    await page.evaluate(() => {
      const [box, day] = ['#ngay', '.flatpickr-day'].map((it) =>
        document.querySelector<HTMLInputElement>(it),
      );
      box?.addEventListener('keydown', () => day?.focus());
      day?.addEventListener('keydown', ({ key }) => {
        if (box && key === 'Enter') box.value = '05/09/1999';
      });
    });
    await page.locator('#ngay').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await fieldTold('ngay')).toMatchObject({ state: 'chosen' });
  });

  /** A list of several, as antd draws it: open it has a class of its own, and its options stand at the end of the page. */
  const several = `<form><div class="ant-form-item"><div class="ant-form-item-label"><label for="nn">Ngành nghề</label></div>
    <div class="ant-select"><span class="ant-select-selection-item" title="A">A<span class="ant-select-selection-item-remove"><i>×</i></span></span>
    <span class="ant-select-selection-item" title="B">B</span> <input id="nn" role="combobox"></div></div></form>
    <div class="ant-select-dropdown"><div class="ant-select-item-option">C</div></div>`;

  it('what is chosen in a list that stays open is chosen', async () => {
    await watchOver(several);
    await page.evaluate(() => {
      const list = document.querySelector('.ant-select');
      list?.addEventListener('click', () => list.classList.add('ant-select-open'));
      document.querySelector('.ant-select-item-option')?.addEventListener('click', () => {
        list?.insertAdjacentHTML('afterbegin', '<span class="ant-select-selection-item" title="C">C</span>');
      });
    });
    await page.locator('#nn').click();
    await page.evaluate(() => told());
    await page.locator('.ant-select-item-option').click();
    await page.evaluate(() => told());
    await page.waitForTimeout(1_200);
    await page.evaluate(() => {
      told();
      document.querySelector('.ant-select')?.classList.remove('ant-select-open');
    });
    expect(await fieldTold('nn')).toMatchObject({ state: 'chosen' });
  });

  it('what is left of a list once one was taken out of it is chosen', async () => {
    await watchOver(several);
    await page.evaluate(() => {
      const remove = document.querySelector('.ant-select-selection-item-remove');
      remove?.addEventListener('click', () => remove.parentElement?.remove());
    });
    await page.locator('.ant-select-selection-item-remove i').click();
    expect(await fieldTold('nn')).toMatchObject({ state: 'chosen' });
  });

  it('a radio button that a page draws without a label is chosen', async () => {
    const drawn = (value: string) =>
      `<div class="p-radiobutton"><input type="radio" value="${value}" hidden><div role="radio">○</div></div>`;
    await watchOver(
      `<form><p-radiogroup formcontrolname="gt"><label>Giới tính</label>${drawn('nam')}${drawn('nu')}</p-radiogroup></form>`,
    );
    await page.evaluate(() =>
      document.querySelector('[role=radio]')?.addEventListener('click', () => {
        const input = document.querySelector<HTMLInputElement>('input');
        if (input) input.checked = true;
      }),
    );
    await page.locator('[role=radio]').first().click();
    expect(await fieldTold('gt')).toMatchObject({ state: 'chosen' });
  });

  const shownIn = async (name: string) =>
    (await page.evaluate(() => readAgain())).find((it) => it.name === name)?.value;
  const typed = async (selector: string, words: string) => {
    await page.locator(selector).click();
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  };

  it('a number typed behind the list of its country is typed', async () => {
    await watchOver(`<form><div class="ant-form-item"><div class="ant-form-item-label"><label for="dienThoai">Số điện thoại</label></div>
      <div class="ant-form-item-control"><span class="ant-input-group-wrapper"><div class="ant-select"><input role="combobox"><span
      class="ant-select-selection-item" title="+84">+84</span></div><input class="ant-input" id="dienThoai"></span></div></div></form>`);
    await typed('#dienThoai', '90 1');
    expect(await fieldTold('dienThoai')).toMatchObject({ state: 'typed' });
    expect(await shownIn('dienThoai')).toBe('+84 90 1');
  });

  const area = `<form>Nơi cư trú: <x-select-area name="noiO"><x-select><div class="input-field-select" id="tinh">Tỉnh Sơn La</div>
    <div class="input-field-select-options"><div>Tỉnh Sơn La</div></div><input type="hidden"></x-select><x-select><div
    class="input-field-select" id="xa">-- Chọn --</div><div class="input-field-select-options" id="cacXa"><div>Xã Thử</div></div>
    <input type="hidden"></x-select><input id="chiTiet"></x-select-area></form>`;

  it('what is typed beside the portal’s own province is typed', async () => {
    await watchOver(area);
    await typed('#chiTiet', 'Bản Tâm 4');
    expect(await fieldTold('noiO')).toMatchObject({ state: 'typed' });
    expect(await shownIn('noiO')).toBe('Tỉnh Sơn La Bản Tâm 4');
  });

  it('a list that only invites to choose shows no value, in whatever words', async () => {
    await watchOver(area.replace('-- Chọn --', ' Chọn xã/phường '));
    expect(await shownIn('noiO')).toBe('Tỉnh Sơn La');
  });

  it('what is typed beside a list that a person chose from goes on with the choice', async () => {
    await watchOver(area);
    await page.evaluate(() =>
      document.querySelector('#cacXa')?.addEventListener('click', () => {
        const shown = document.querySelector('#xa');
        if (shown) shown.textContent = 'Xã Thử';
      }),
    );
    await page.locator('#cacXa div').click();
    expect(await fieldTold('noiO')).toMatchObject({ state: 'chosen' });
    await typed('#chiTiet', 'Bản Tâm 4');
    expect(await fieldTold('noiO')).toMatchObject({ state: 'chosen' });
    expect(await shownIn('noiO')).toBe('Tỉnh Sơn La Xã Thử Bản Tâm 4');
  });

  it('an Angular address is its lists and its boxes', async () => {
    await watchOver(`<form><app-address formcontrolname="diaChi"><ng-select formcontrolname="tinh"><span class="ng-value-label">Tỉnh Sơn
      La</span><input role="combobox"></ng-select><input id="chiTiet" formcontrolname="chiTiet"></app-address></form>`);
    await typed('#chiTiet', 'Bản Tâm 4');
    expect(await fieldTold('diaChi')).toMatchObject({ state: 'typed' });
  });
});

describe('what the portal fills where a person clicks or presses a key elsewhere', () => {
  const address = '<label for="a">Nơi ở hiện tại</label> <input id="a" name="diaChi">';
  /** The page's own script writes into the box when something is clicked. */
  const copiesOn = (selector: string) =>
    page.evaluate((it) => {
      document.querySelector(it)?.addEventListener('click', () => {
        const box = document.querySelector<HTMLInputElement>('#a');
        if (box) box.value = 'Bản Tâm 4';
      });
    }, selector);

  it.each(['Trùng với thường trú', 'Khác'])(
    'the answer "%s", clicked by its words, fills no other field by hand',
    async (words) => {
      await watchOver(`<form>${address}<div>Nơi ở <input type="radio" id="r1" name="noiO" value="1"><label for="r1">Trùng với thường trú</label>
      <input type="radio" id="r2" name="noiO" value="2"><label for="r2">Khác</label></div></form>`);
      await copiesOn(words === 'Khác' ? '#r2' : '#r1');
      await page.locator('#a').click();
      await page.getByText(words).click();
      expect(await fieldTold('diaChi')).toMatchObject({ state: 'portal-on-load' });
      expect(await fieldTold('noiO')).toMatchObject({ state: 'chosen' });
    },
  );

  /** Lists about someone, of which the portal fills the first while a person goes on with Tab, or opens it. */
  const gender = {
    native:
      '<select id="l" name="gt"><option value="">-- Chọn --</option><option value="1">Nam</option></select>',
    drawn:
      '<mat-select id="l" role="combobox" formcontrolname="gt" tabindex="0" style="display: inline-block; width: 80px; height: 20px"><span></span></mat-select>',
  };
  const fills = () =>
    page.evaluate(() => {
      const list = document.querySelector('#l');
      list?.setAttribute('aria-expanded', 'false');
      if (list instanceof HTMLSelectElement) list.value = '1';
      const shown = list?.querySelector('span');
      shown?.setAttribute('class', 'mat-mdc-select-value-text');
      if (shown) shown.textContent = 'Nam';
    });

  it.each(['native', 'drawn'] as const)('a %s list that is left by Tab is not chosen', async (kind) => {
    await watchOver(`<form><label for="l">Giới tính</label>${gender[kind]}</form>`);
    await page.locator('#l').focus();
    await page.keyboard.press('Tab');
    await fills();
    expect(await fieldTold('gt')).toMatchObject({ state: 'portal-on-load' });
  });

  it('a list that was merely opened is not chosen', async () => {
    await watchOver(`<form><label for="l">Giới tính</label>${gender.drawn}</form>`);
    await page.evaluate(() => {
      const list = document.querySelector('#l');
      list?.addEventListener('click', () => list.setAttribute('aria-expanded', 'true'));
    });
    await page.locator('#l').click();
    await page.evaluate(() => told());
    await fills();
    expect(await fieldTold('gt')).toMatchObject({ state: 'portal-on-load' });
  });

  it.each(['beside', 'around'])('the label %s a box to write in chooses nothing', async (where) => {
    const around = '<label>Nơi ở hiện tại <input id="a" name="diaChi"></label>';
    await watchOver(`<form>${where === 'around' ? around : address}</form>`);
    await copiesOn('label');
    await page.locator('#a').click();
    await page.getByText('Nơi ở hiện tại').click();
    expect(await fieldTold('diaChi')).toMatchObject({ state: 'portal-on-load' });
  });
});

describe('names that a form repeats', () => {
  const again = () => page.evaluate(() => readAgain());
  const remove = (selector: string) => page.evaluate((it) => document.querySelector(it)?.remove(), selector);
  const box = (name: string) => `<div><label>Họ tên</label><input formcontrolname="${name}"></div>`;

  it('groups of an Angular form tell their fields apart, and other names stay as they are', async () => {
    const form = `<form>${box('ghiChu')}<div formgroupname="cha">${box('hoTen')}</div>
      <div formgroupname="me">${box('hoTen')}<div formgroupname="noiO">${box('xa')}</div></div></form>`;
    expect(namesOf(await read(form))).toEqual(['ghiChu', 'cha.hoTen', 'me.hoTen', 'me.noiO.xa']);
  });

  it('rows of an Angular form have their number, which follows when one goes', async () => {
    // What is bound to a row has no name in the page, but the state that Angular writes on it.
    const row = `<tr class="ng-untouched ng-valid"><td>${box('hoTen')}</td><td formgroupname="noiO">${box('xa')}</td></tr>`;
    const rows = `<form><table formarrayname="con" class="ng-untouched"><tbody><tr><th>Các con</th></tr>${row}${row}${row}</tbody></table>
      <div formarrayname="anh"><p>Anh chị em</p><div>${box('hoTen')}</div><div>${box('hoTen')}</div></div></form>`;
    const child = (n: number) => [`con.${n}.hoTen`, `con.${n}.noiO.xa`];
    const others = ['anh.0.hoTen', 'anh.1.hoTen'];
    expect(namesOf(await read(rows))).toEqual([...child(0), ...child(1), ...child(2), ...others]);
    await remove('tr.ng-untouched');
    expect(namesOf(await again())).toEqual([...child(0), ...child(1), ...others]);
  });

  it('panels of SurveyJS that repeat tell their questions apart, and other panels do not', async () => {
    const question = (name: string) =>
      `<div id="sq_${name}" data-name="${name}__1761724625529" class="sd-element sd-question"><div id="sq_${name}_ariaTitle">Họ
        tên</div><input class="sd-input"></div>`;
    const panel = `<div class="sd-paneldynamic__panel-wrapper"><div class="sd-panel">${question('hoTen')}</div></div><hr>`;
    const form = `<div class="sd-panel">${question('hoTen')}</div><div id="sq_1" data-name="con__1761724625529"
      class="sd-element sd-question sd-question--paneldynamic"><div class="sd-paneldynamic__panels-container">${panel}${panel}${panel}</div></div>`;
    expect(namesOf(await read(form))).toEqual(['hoTen', 'con.0.hoTen', 'con.1.hoTen', 'con.2.hoTen']);
    await remove('.sd-paneldynamic__panel-wrapper');
    expect(namesOf(await again())).toEqual(['hoTen', 'con.0.hoTen', 'con.1.hoTen']);
  });
});

it('a question that a layout for telephones repeats stands where it is seen', async () => {
  const box = (name: string) => `<label for="${name}">Hỏi ${name}</label><input id="${name}" name="${name}">`;
  const twin = `<div style="display: none"><input name="b" aria-label="Hỏi b"></div>`;
  expect(namesOf(await read(`<form>${twin}${box('a')}${box('b')}${box('c')}</form>`))).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(namesOf(await read(`<form>${box('a')}${box('b')}${box('c')}${twin}</form>`))).toEqual([
    'a',
    'b',
    'c',
  ]);
});

it('a key of another frame is none of this form’s, though a field here has the same name', async () => {
  await watchOver('<form><label for="e">Email</label><input id="e" name="email"></form>');
  const known = (key: string) => page.evaluate((it) => knows(it), key);
  await page.evaluate(() => told());
  expect(await known('test/0/email')).toEqual([true, true]);
  expect(await known('test.1/0/email')).toEqual([false, false]);
});

describe('boxes to tick of WebForms', () => {
  const list = (name: string) =>
    ['Bản sao', 'Bản chính']
      .map((it, n) => {
        const id = `${name}_${n}`;
        return `<tr><td><input type="checkbox" id="${id}" name="ctl00$${name}$${n}" ${n ? 'checked' : ''} value="${it}"><label for="${id}">${it}</label></td></tr>`;
      })
      .join('');

  it('are one field where they are one list', async () => {
    const form = `<form><table><tr><td>Giấy tờ</td><td><table id="giayTo">${list('giayTo')}</table></td></tr></table></form>`;
    expect(await read(form)).toMatchObject([{ name: 'ctl00_giayTo', label: 'Giấy tờ', value: 'Bản chính' }]);
  });
});

describe('radio buttons of Form.io', () => {
  it.each([
    ['[cha][gt]', '', 'cha.gt'],
    ['[gt]', 'formio-component-label-hidden', 'gt'],
  ])('have the name of their question, without what is random in it: %s', async (path, more, name) => {
    const form = `<div class="formio-component formio-component-radio formio-component-gt ${more}"><label>Giới tính</label>
      <input type="radio" name="data${path}[eo02mrn-ebtc6tj]" value="1"></div>`;
    expect(await read(form)).toMatchObject([{ name }]);
  });

  it('may stand before the label of their question', async () => {
    const option = (it: string) =>
      `<div class="form-check"><input type="radio" name="data[gt][x]" id="${it}"><label class="form-check-label" for="${it}">${it}</label></div>`;
    const form = `<div class="formio-component formio-component-radio formio-component-gt">
      <div role="radiogroup">${option('Nam')}${option('Nữ')}</div><label>Giới tính</label></div>`;
    expect(await labelsOf(form)).toEqual({ gt: 'Giới tính' });
  });
});

describe('words that are written one by one in Form.io', () => {
  it('are a field as lists are', async () => {
    const form = (
      items: string,
    ) => `<div class="formio-component formio-component-tags formio-component-nghe"><label>Ngành nghề</label>
      <div class="choices"><input name="data[nghe]" class="choices__input" hidden><div class="choices__list--multiple">${items}</div>
      <input type="search" class="choices__input choices__input--cloned"></div></div>`;
    expect(await read(form(''))).toMatchObject([{ name: 'nghe', label: 'Ngành nghề', value: '' }]);
    const one = '<div class="choices__item">May mặc<button>Xoá</button></div>';
    expect((await read(form(one)))[0]?.value).not.toBe('');
  });
});

describe('what headings and labels hold of a person', () => {
  const box = '<div><label for="ten">Họ và tên</label><input id="ten" name="hoTen"></div>';

  it('does not become the title of a section', async () => {
    const form = `<form><h3>Hồ sơ 000.00.12.H42-251103-0007 của Nguyễn Văn A</h3>${box}</form>`;
    expect(await read(form)).toMatchObject([{ section: 'Hồ sơ của', label: 'Họ và tên' }]);
    expect(await read(`<form><p><b>LÒ THỊ HOA, sinh ngày 05/08/1984</b></p>${box}</form>`)).toMatchObject([
      { section: 'sinh ngày' },
    ]);
  });

  it('does not become the label of a group without one', async () => {
    const form = `<form><div>Xin chào <span>NGUYỄN VĂN A</span></div><div>${radios('gioiTinh')}</div></form>`;
    expect(await labelsOf(form)).toEqual({ gioiTinh: 'Xin chào' });
  });

  it('does not become the label of a field in running text', async () => {
    const form =
      '<form><p>Tôi là <b>Nguyễn Văn A</b>, quan hệ: <x-select name="quanHe"></x-select></p></form>';
    expect(await labelsOf(form)).toEqual({ quanHe: 'Tôi là , quan hệ' });
  });

  it('does not become the label of a list by being chosen from it', async () => {
    const form = `<form><div><ng-select formcontrolname="con"><div class="ng-value"><span class="ng-value-label">Bạn
      Hoa</span></div><input role="combobox"></ng-select></div></form>`;
    expect(await read(form)).toMatchObject([{ label: '', value: expect.stringContaining('Hoa') }]);
  });

  it('is a value all the same where it is chosen', async () => {
    const form = `<form><label for="react-select-2-input">Con</label><div class="css-control"><div class="css-singleValue">Nguyễn Văn
      A</div><input role="combobox" id="react-select-2-input"></div></form>`;
    expect(await read(form)).toMatchObject([{ label: 'Con', value: 'Nguyễn Văn A' }]);
  });
});

describe('a drawn list', () => {
  const shown = async (html: string) => (await read(html))[0];
  const written = async (selector: string, words: string) => {
    await page.evaluate(([at, it]) => Object.assign(document.querySelector(at) ?? {}, { value: it }), [
      selector,
      words,
    ] as const);
    return (await page.evaluate(() => readAgain()))[0]?.value;
  };
  const ant = (inside: string) => `<div><span>Dân tộc</span><div class="ant-select">${inside}</div></div>`;

  it('does not lend what was chosen from it to its label', async () => {
    const prime = `<div><div><label>Dân tộc</label></div><div><p-dropdown formcontrolname="danToc"><div
      class="p-dropdown"><input readonly role="combobox"><span class="p-dropdown-label p-inputtext">Tày</span></div></p-dropdown></div></div>`;
    expect(await shown(prime)).toMatchObject({ label: 'Dân tộc', value: 'Tày' });
    const list = '<input id="danToc" role="combobox" aria-expanded="false">';
    const drawn = ant(`<div class="ant-select-content ant-select-content-has-value">Tày${list}</div>`);
    expect(await shown(drawn)).toMatchObject({ label: 'Dân tộc', value: 'Tày' });
    expect(await shown(`<form><span>Tày</span>${list}</form>`)).toMatchObject({ label: '', value: 'Tày' });
  });

  it('does not lend it to the label of the box that carries it either, which is the list’s own', async () => {
    const material = `<form><div><label id="l">Dân tộc</label><div><div id="a" role="combobox"
      aria-labelledby="l a">Tày</div><input aria-hidden="true" name="danToc" value="T"></div></div></form>`;
    expect(await shown(material)).toMatchObject({ name: 'danToc', label: 'Dân tộc' });
  });

  it('is empty where only its label and its invitation stand, and says what is written in it', async () => {
    const box = (inside: string) =>
      `<form><div><label for="a">Tỉnh</label><div>${inside}</div></div><div><label for="b">Xã</label><input id="b"></div></form>`;
    expect(await shown(box('<input role="combobox" id="a">'))).toMatchObject({ label: 'Tỉnh', value: '' });
    expect(await written('#a', 'Sơn La')).toBe('Sơn La');
    const waits = '<div class="ant-select-placeholder">Không tìm thấy</div><input id="a" role="combobox">';
    expect(await shown(ant(waits))).toMatchObject({ label: 'Dân tộc', value: '' });
  });

  it('as a button shows what was chosen', async () => {
    const button = (words: string) =>
      `<form><label id="l">Tỉnh</label><button aria-haspopup="listbox" aria-labelledby="l" id="a">${words}</button></form>`;
    expect(await shown(button('Sơn La'))).toMatchObject({ label: 'Tỉnh', value: 'Sơn La' });
    expect(await shown(button('-- Chọn tỉnh --'))).toMatchObject({ value: '' });
  });

  it('as a button of Radix is one field, under the name of the hidden list behind it or by its own id', async () => {
    const button = (more: string, words: string) =>
      `<div><label>Tỉnh</label><button type="button" role="combobox" aria-expanded="false" ${more}><span>${words}</span></button></div>`;
    const hidden = (name: string, value: string) =>
      `<select aria-hidden="true" tabindex="-1" ${name}><option value="${value}">x</option></select></div>`;
    const form = (one: string) => `<form>${one}<div><label>Họ tên</label><input name="hoTen"></div></form>`;
    const behind = (one: string, name: string, value: string) =>
      form(one.replace('</div>', hidden(name, value)));
    const name = { name: 'hoTen', label: 'Họ tên' };
    expect(await read(form(button('id="a"', 'Sơn La')))).toMatchObject([
      { name: 'a', label: 'Tỉnh', value: 'Sơn La', widget: 'choice' },
      name,
    ]);
    expect(await read(behind(button('id="a" data-placeholder', 'Tỉnh/Thành phố'), '', ''))).toMatchObject([
      { name: 'a', value: '' },
      name,
    ]);
    expect(await read(behind(button('id="a"', 'Sơn La'), 'name="tinh"', '14'))).toMatchObject([
      { name: 'tinh', value: '14' },
      name,
    ]);
  });

  it('with a template of the page’s own, or of other libraries, shows its value', async () => {
    const own = `<ng-select formcontrolname="dt"><div class="ng-value">02 - Tày</div><input role="combobox"></ng-select>`;
    expect(await shown(own)).toMatchObject({ value: '02 - Tày' });
    const item = (inside: string) =>
      `<div class="ant-form-item"><div class="ant-form-item-label"><label>Nơi sinh</label></div>${inside}</div>`;
    const complete = '<div class="ant-select ant-select-auto-complete"><input id="a" role="combobox"></div>';
    await read(item(complete));
    expect(await written('#a', 'Sơn La')).toBe('Sơn La');
    const zorro = `<nz-select formcontrolname="danToc" class="ant-select"><span class="ant-select-selection-item"
      title="Tày">Tày</span></nz-select>`;
    expect(await shown(item(zorro))).toMatchObject({ name: 'danToc', label: 'Nơi sinh', value: 'Tày' });
  });

  it('is not locked by a box that takes no keys because there is nothing to search', async () => {
    const list = (
      more: string,
    ) => `<form><div><label for="t">Tỉnh</label><div><div class="css-13cymwt-control"><div
      class="css-1dimb5e-singleValue">Sơn La</div><input id="t" role="combobox" inputmode="none" ${more} class="css-1hac4vs-dummyInput"
      value=""></div></div></div></form>`;
    expect(await shown(list('aria-readonly="true"'))).toMatchObject({ value: 'Sơn La', locked: false });
    expect(await shown(list('aria-readonly="true" disabled'))).toMatchObject({ locked: true });
  });

  it.each([
    [
      'PrimeNG',
      '<div class="p-dropdown"><div class="p-hidden-accessible"><input id="t" role="combobox" readonly></div></div>',
    ],
    ['Element Plus', '<div class="el-select__wrapper"><input id="t" role="combobox" readonly></div>'],
  ])('of %s is not locked by a box that takes no keys either', async (_library, list) => {
    const form = (inside: string) => `<form><div><label for="t">Tỉnh</label>${inside}</div></form>`;
    expect(await shown(form(list))).toMatchObject({ locked: false });
    expect(await shown(form(list.replace('readonly', 'readonly aria-readonly="true"')))).toMatchObject({
      locked: true,
    });
    expect(await shown(form(list.replace('readonly', 'readonly disabled')))).toMatchObject({ locked: true });
  });

  it('that must be filled in is one field, by the same name before and after', async () => {
    const list = (
      box: string,
    ) => `<form><div><label>Tỉnh</label><div><div class="css-13cymwt-control"><div><input
      id="react-select-2-input" role="combobox" aria-required="true"></div></div>${box}</div></div></form>`;
    const empty =
      '<input required tabindex="-1" aria-hidden="true" class="css-1a0ro4n-requiredInput" value="" name="tinh">';
    const field = { name: 'tinh', label: 'Tỉnh', required: true };
    expect(await read(list(empty))).toMatchObject([{ ...field, value: '' }]);
    expect(await read(list('<input type="hidden" name="tinh" value="14">'))).toMatchObject([
      { ...field, value: '14' },
    ]);
  });

  it('is seen when it is locked, though its search box is not', async () => {
    await watchOver(`<form><label for="t">Tỉnh</label><div class="css-control" aria-disabled="true"><div>Sơn La</div><div
      style="visibility: hidden"><input disabled id="t" role="combobox"></div></div></form>`);
    expect(await fieldTold('t')).toMatchObject({ visible: true, locked: true });
  });

  it('is not named by a hidden box of its form', async () => {
    const list = (id: string) =>
      `<div><label for="${id}">Nơi ${id}</label><input role="combobox" id="${id}"></div>`;
    const form = `<form><input type="hidden" name="_csrf" value="abc"><div>${list('a')}${list('b')}</div></form>`;
    expect(await read(form)).toMatchObject([
      { name: 'a', value: '' },
      { name: 'b', value: '' },
    ]);
  });
});

describe('a list of the browser’s', () => {
  const value = async (options: string) =>
    (await read(`<form><label for="a">Giới tính</label><select id="a">${options}</select></form>`))[0]?.value;

  it('is empty while it shows a word between dashes that is its value as well', async () => {
    expect(await value('<option>--Ngày--</option><option>01</option>')).toBe('');
    expect(await value('<option>-5 độ</option>')).toBe('-5 độ');
  });

  it('is empty while it shows nothing, whatever value AngularJS gives that', async () => {
    const blank = '<option value="? undefined:undefined ?"> </option>';
    expect(await value(`${blank}<option value="1">Nam</option>`)).toBe('');
  });

  it('may hold a code of nought as a choice like others', async () => {
    expect(await value('<option value="">--Chọn--</option><option value="0" selected>Nữ</option>')).toBe('0');
    expect(await value('<option value="0">Tất cả</option><option value="1">Nam</option>')).toBe('');
  });

  it.each(['Vui lòng chọn', '— Chọn —', '[Chọn]', '-- Lựa chọn --'])(
    'is empty while it only asks: %s',
    async (words) => {
      expect(await value(`<option value="0: null">${words}</option><option value="1: 1">Nam</option>`)).toBe(
        '',
      );
    },
  );
});

describe('headings', () => {
  const box = (name: string) => `<div><label for="${name}">Họ và tên</label><input id="${name}"></div>`;
  const sectionOf = async (html: string, name: string) =>
    (await read(`<form><h4>Người nộp</h4>${box('z')}${html}</form>`)).find((it) => it.name === name)?.section;

  it.each([
    ['Bootstrap 4', '<div class="card-header">Người cha</div>'],
    ['Bootstrap 3', '<div class="panel-heading">Người cha</div>'],
    ['Ant', '<div class="ant-collapse-header"><span>Người cha</span></div>'],
    ['a bold line', '<div><b>Người cha</b></div>'],
    ['rows of SurveyJS', '<div class="sd-paneldynamic__header"><div class="sd-title">Người cha</div></div>'],
  ])('of %s open a part of the form', async (_library, heading) => {
    expect(await sectionOf(heading + box('a'), 'a')).toBe('Người cha');
  });

  it('that hold one say it once', async () => {
    const card = `<div class="card-header"><h5>Người cha</h5> (nếu có)</div>`;
    expect(await sectionOf(card + box('a'), 'a')).toBe('Người cha');
  });

  it('that only draw a frame open none, as in Material UI', async () => {
    const frame = '<fieldset aria-hidden="true"><legend><span>Họ và tên</span></legend></fieldset>';
    expect(await sectionOf(frame + box('a'), 'a')).toBe('Người nộp');
  });

  it('of radio buttons open none', async () => {
    const relation = `<fieldset><legend>Quan hệ với người chết</legend>${radios('q')}</fieldset>`;
    expect(await sectionOf(relation + box('a'), 'a')).toBe('Người nộp');
    const part = `<fieldset><legend>Người chết</legend>${radios('gt')}${box('b')}</fieldset>`;
    expect(await sectionOf(part, 'b')).toBe('Người chết');
  });
});

describe('a part of the form that ends', () => {
  const box = (name: string) => `<div><label for="${name}">Họ và tên</label><input id="${name}"></div>`;
  const sectionsOf = async (html: string) =>
    (await read(`<form><h4>Người nộp</h4>${box('z')}${html}</form>`)).map(({ section }) => section);

  it.each([
    ['a fieldset', `<fieldset><legend>Người cha</legend>${box('a')}</fieldset>`],
    [
      'a card of Bootstrap',
      `<div class="card"><div class="card-header"><input type="checkbox" aria-label="Mở"> Người cha</div><div>${box('a')}</div></div>`,
    ],
    [
      'a card of Ant',
      `<div class="ant-card"><div class="ant-card-head"><div class="ant-card-head-title">Người cha</div></div>${box('a')}</div>`,
    ],
    [
      'a panel of Material',
      `<mat-expansion-panel><mat-expansion-panel-header><mat-panel-title class="mat-expansion-panel-header-title">Người cha</mat-panel-title></mat-expansion-panel-header>${box('a')}</mat-expansion-panel>`,
    ],
    [
      'a part of an accordion',
      `<div class="accordion-item"><h2 class="accordion-header"><button type="button" aria-expanded="true">Người cha</button></h2><div>${box('a')}</div></div>`,
    ],
    [
      'a part with parts',
      `<section><div class="card"><h3>Người cha</h3></div><h5>Người cha</h5>${box('a')}</section>`,
    ],
  ])('ends its heading: %s', async (_which, part) => {
    const sections = await sectionsOf(part + box('b'));
    expect(sections.at(-2)).toBe('Người cha');
    expect(sections.at(-1)).toBe('Người nộp');
  });

  it('leaves a heading that stands before it, or in another box, to what follows', async () => {
    const apart = `<h5>Người cha</h5><fieldset>${box('a')}</fieldset>${box('b')}`;
    expect(await sectionsOf(apart)).toEqual(['Người nộp', 'Người cha', 'Người cha']);
    const row = `<div class="row"><div class="card"><h5>Người cha</h5></div>${box('a')}</div>${box('b')}`;
    expect(await sectionsOf(row)).toEqual(['Người nộp', 'Người cha', 'Người cha']);
  });

  it('ends it in SurveyJS, where it is only shown and holds no control', async () => {
    const question = (name: string) =>
      `<div id="sq_${name}" data-name="${name}" class="sd-element"><div class="sd-input">Có</div></div>`;
    const panel = `<div class="sd-panel"><h4 class="sd-panel__title">Người cha</h4>${question('a')}</div>`;
    const sections = (await read(panel + question('b'))).map(({ section }) => section);
    expect(sections).toEqual(['Người cha', '']);
  });

  it('is a dialog as well, though nothing is asked in it', async () => {
    const dialog = '<div class="modal" style="display: none"><h5>Xác nhận</h5><button>Đồng ý</button></div>';
    expect(await sectionsOf(dialog + box('a'))).toEqual(['Người nộp', 'Người nộp']);
  });
});

describe('headings of what opens and closes', () => {
  const box = (name: string) => `<div><label for="${name}">Họ và tên</label><input id="${name}"></div>`;
  const sectionsOf = async (html: string) =>
    Object.fromEntries(
      (await read(`<form><h4>Người nộp</h4>${box('z')}${html}</form>`)).map((it) => [it.name, it.section]),
    );

  it('may stand whole in the button that opens them', async () => {
    const part = (
      words: string,
      name: string,
    ) => `<div class="accordion-item"><h2 class="accordion-header"><button
      class="accordion-button" type="button" aria-expanded="true">${words}</button></h2><div>${box(name)}</div></div>`;
    expect(await sectionsOf(part('Người chồng', 'a') + part('Người vợ', 'b'))).toEqual({
      ...{ z: 'Người nộp', a: 'Người chồng', b: 'Người vợ' },
    });
  });

  it('are the tabs of panels, told by an id or by their place', async () => {
    const tab = (words: string, id: string) =>
      `<li role="tab" id="${id}"><span aria-hidden="true">1</span>${words}</li>`;
    const tabs = `<ul role="tablist">${tab('Người chồng', 'x')}${tab('Người vợ', 'y')}</ul>`;
    const panels = (one: string, two: string) =>
      `<div role="tabpanel" ${one}>${box('a')}</div><div role="tabpanel" ${two}>${box('b')}</div>`;
    const sections = { z: 'Người nộp', a: 'Người chồng', b: 'Người vợ' };
    const named = panels('aria-labelledby="x"', 'aria-labelledby="y" style="display: none"');
    expect(await sectionsOf(`<div>${tabs}</div><div>${named}</div>`)).toEqual(sections);
    const formio = `<div class="card"><div class="card-header">${tabs}</div>${panels('', 'style="display: none"')}</div>`;
    expect(await sectionsOf(formio)).toEqual(sections);
  });

  it('hold no name of an icon', async () => {
    const icon = '<mat-icon class="material-icons" aria-hidden="true">person</mat-icon>';
    expect(await sectionsOf(`<h4>${icon} Người mất</h4>${box('a')}`)).toMatchObject({ a: 'Người mất' });
  });

  it('are none where an older SurveyJS asks for a file', async () => {
    const question = (
      name: string,
      inside: string,
    ) => `<div id="sq_${name}" data-name="${name}" class="sd-element sd-question"><div
      class="sd-question__header"><h5 class="sd-title sd-element__title sd-question__title" id="sq_${name}_ariaTitle">Hỏi
      ${name}</h5></div><div class="sd-question__content">${inside}</div></div>`;
    const text = '<input class="sd-input sd-text">';
    const form = `<div class="sd-panel"><h4 class="sd-title sd-panel__title">Người mất</h4>${question('a', text)}${question('tep', '<div class="sd-file"><input type="file"></div>')}${question('b', text)}</div>`;
    expect((await read(form)).map(({ name, section }) => [name, section])).toEqual([
      ['a', 'Người mất'],
      ['b', 'Người mất'],
    ]);
  });
});

describe('what is locked and drawn without a control', () => {
  it('shows no value where a text of Form.io is empty', async () => {
    const area = (
      words: string,
    ) => `<div class="formio-component formio-component-textarea formio-component-lyDo"><label
      ref="label">Lý do</label><div class="formio-editor-read-only-content" role="textbox" aria-readonly="true">${words}</div></div>`;
    expect(await read(area(''))).toMatchObject([{ name: 'lyDo', value: '', locked: true }]);
    expect(await read(area('Mất thẻ'))).toMatchObject([{ value: 'Mất thẻ' }]);
  });

  const question = (
    content: string,
  ) => `<div id="sq_1" data-name="hoi" class="sd-element sd-question sd-question--readonly"><div
    id="sq_1_ariaTitle" class="sd-question__title">Giới tính</div>${content}</div>`;
  const select = (words: string, classes: string) =>
    question(`<div class="sd-question__content"><div class="sd-selectbase"><div class="sv-dropdown_select-wrapper"><div id="sq_1i"
      class="${classes}" disabled="">${words}</div></div></div></div>`);

  it.each([
    ['1.12 to 2.5', 'sd-input sd-dropdown sd-input--readonly'],
    ['3.0', 'sd-formbox sd-dropdown sd-dropdown--select sd-formbox--readonly'],
  ])('shows what was chosen in a list of the browser’s: SurveyJS %s', async (_version, classes) => {
    const field = { name: 'hoi', label: 'Giới tính', locked: true, widget: 'choice' };
    expect(await read(select('Nữ', classes))).toMatchObject([{ ...field, value: 'Nữ' }]);
    expect(await read(select('-- Chọn --', classes))).toMatchObject([{ ...field, value: '' }]);
  });
});

describe('what looks like a part of the page around the form', () => {
  it.each([
    ['a group that is validated', '<div class="has-feedback"><input name="a"></div>'],
    [
      'a name with «chất» in it',
      '<fieldset id="tinhChat" class="panel-hoa-chat"><input name="a"></fieldset>',
    ],
    ['a list that is searched', '<input name="a" role="combobox" placeholder="Tìm kiếm tỉnh">'],
  ])('is a field all the same: %s', async (_what, html) => {
    expect(await read(`<form>${html}</form>`)).toMatchObject([{ name: 'a' }]);
  });

  it.each(['chatThai.nguyHai', 'chat_luong', 'tinhChat'])(
    'is a field all the same: one called %s, of a matter',
    async (name) => {
      const form = `<form><label for="a">Loại</label><input id="a" name="${name}"></form>`;
      expect(await read(form)).toMatchObject([{ name }]);
    },
  );

  it.each(['chat', 'chatInput', 'chat_message'])('is none: one called %s', async (name) => {
    expect(await read(`<div><input name="${name}"></div>`)).toEqual([]);
  });

  it.each([
    '<div class="chat"><input name="a"></div>',
    '<div class="zalo-chat-widget"><input name="a"></div>',
    '<div id="chatbot"><input name="a"></div>',
    '<div class="feedback-box"><input name="a"></div>',
  ])('is none: %s', async (html) => {
    expect(await read(html)).toEqual([]);
  });
});
