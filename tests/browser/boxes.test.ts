import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
const readNow = () => page.evaluate(() => readAgain());
const watchOver = (html: string) => page.evaluate((it) => watch(it), html);
const told = () => page.evaluate(() => globalThis.told());
const namesOf = (fields: readonly FieldRead[]) => fields.map(({ name }) => name);

const box = (label: string, name: string, id: string, more = '') =>
  `<div class="row" ${more}><label for="${id}">${label}</label><input id="${id}" name="${name}"></div>`;
const part = (title: string, inside: string) => `<section><h3>${title}</h3>${inside}</section>`;
const parents = `<form>${part('Thông tin cha', box('Họ tên', 'hoTen', 'a'))}${part('Thông tin mẹ', box('Họ tên', 'hoTen', 'b'))}</form>`;

describe('two boxes of one name that are both seen', () => {
  it('are two fields where they stand in different parts of the form, and the first keeps its name', async () => {
    expect(await read(parents)).toMatchObject([
      { name: 'hoTen', section: 'Thông tin cha' },
      { name: 'hoTen~2', section: 'Thông tin mẹ' },
    ]);
  });

  it('are two fields where they ask different things', async () => {
    const form = `<form>${box('Họ tên cha', 'hoTen', 'a')}${box('Họ tên mẹ', 'hoTen', 'b')}</form>`;
    expect(await read(form)).toMatchObject([
      { name: 'hoTen', label: 'Họ tên cha' },
      { name: 'hoTen~2', label: 'Họ tên mẹ' },
    ]);
  });

  it('are two fields in Angular forms whose groups have no name in the page', async () => {
    const group = (title: string) =>
      part(title, `<div class="ng-untouched"><label>Họ tên</label><input formcontrolname="hoTen"></div>`);
    expect(namesOf(await read(`<form>${group('Cha')}${group('Mẹ')}</form>`))).toEqual(['hoTen', 'hoTen~2']);
  });

  it('have a history each', async () => {
    await watchOver(parents);
    await told();
    await page.locator('#b').pressSequentially('Lan');
    await page.locator('#a').focus();
    expect(await told()).toMatchObject([
      { key: 'test/1/hoTen', section: 'Thông tin cha', state: 'empty', focusCount: 1 },
      { key: 'test/2/hoTen~2', section: 'Thông tin mẹ', state: 'typed', focusCount: 1 },
    ]);
  });

  it('keep their names when the first goes out of sight, or away', async () => {
    await read(parents);
    await page.evaluate(() => document.querySelector('section')?.style.setProperty('display', 'none'));
    expect(namesOf(await readNow())).toEqual(['hoTen', 'hoTen~2']);
    await page.evaluate(() => document.querySelector('section')?.remove());
    expect(namesOf(await readNow())).toEqual(['hoTen~2']);
  });

  it('are one where only one is seen: a layout for other screens repeats them', async () => {
    const hidden = part('Thông tin cha', box('Họ tên', 'hoTen', 'b', 'style="display: none"'));
    const form = `<form>${part('Thông tin cha', box('Họ tên', 'hoTen', 'a'))}${hidden}</form>`;
    expect(namesOf(await read(form))).toEqual(['hoTen']);
  });

  it('are one where nothing tells them apart', async () => {
    const row = '<tr><td><input name="hoTen[]"></td><td><input name="soDinhDanh[]"></td></tr>';
    const table = `<table><tr><th>Họ tên</th><th>Số định danh</th></tr>${row.repeat(3)}</table>`;
    expect(namesOf(await read(`<form>${table}</form>`))).toEqual(['hoTen[]', 'soDinhDanh[]']);
  });

  it('keep their names when another comes', async () => {
    await read(parents);
    await page.evaluate(
      (guardian) => document.querySelector('form')?.insertAdjacentHTML('beforeend', guardian),
      part('Người giám hộ', box('Họ tên', 'hoTen', 'c')),
    );
    expect(namesOf(await readNow())).toEqual(['hoTen', 'hoTen~2', 'hoTen~3']);
  });

  it('are one where they are the buttons or boxes of one answer, though headings stand between', async () => {
    const radio = (value: string) =>
      `<h4>Nhóm ${value}</h4><label><input type="radio" name="loai" value="${value}"> Loại ${value}</label>`;
    expect(namesOf(await read(`<form>${radio('1')}${radio('2')}${radio('3')}</form>`))).toEqual(['loai']);
  });

  it('as radio buttons of two forms are two answers, each chosen by its own', async () => {
    const radios = (title: string, id: string) =>
      `<form><h3>${title}</h3><p>Giới tính</p><div>${['Nam', 'Nữ'].map((it) => `<label><input type="radio" name="gt" id="${id}${it}" value="${it}"> ${it}</label>`).join('')}</div></form>`;
    await watchOver(radios('Cha', 'a') + radios('Mẹ', 'b'));
    await told();
    await page.locator('#bNữ').click();
    expect(await told()).toMatchObject([
      { key: 'test/1/gt', state: 'empty' },
      { key: 'test/2/gt~2', state: 'chosen' },
    ]);
  });
});

describe('a mark of what must be filled in', () => {
  it.each([
    [
      'beside the label',
      '<div><label>Họ tên</label><span class="req">*</span><div><input name="a"></div></div>',
    ],
    [
      'beside the label that names its box',
      '<div><label for="a">Họ tên</label> <span style="color: red">(*)</span><input id="a" name="a"></div>',
    ],
    ['as bare text behind the label', '<div><label for="a">Họ tên</label> *<input id="a" name="a"></div>'],
    ['in text without a label element', '<p>Họ tên <b>*</b>: <input name="a"></p>'],
    [
      'before the label',
      '<div><span class="text-danger">*</span><label for="a">Họ tên</label><input id="a" name="a"></div>',
    ],
    ['in a cell of its own', '<table><tr><td>Họ tên</td><td>(*)</td><td><input name="a"></td></tr></table>'],
    [
      'beside the label of an Angular control',
      '<div><label>Họ tên</label> <span class="text-danger">*</span><input formcontrolname="a"></div>',
    ],
    ['in the label of an Angular control', '<div><label>Họ tên (*)</label><input formcontrolname="a"></div>'],
  ])('counts %s', async (_where, html) => {
    expect(await read(`<form>${html}</form>`)).toMatchObject([{ label: 'Họ tên', required: true }]);
  });

  it('of a field is not its neighbour’s', async () => {
    const stars = `<form><div><label for="a">Họ tên</label><span>*</span><input id="a" name="a"></div>
      <div><label for="b">Tên khác</label><input id="b" name="b"></div>
      <div><label for="c">Ngày sinh</label> <input id="c" name="c"> <label for="d">Dân tộc</label><i>*</i> <input id="d" name="d"></div></form>`;
    expect((await read(stars)).map(({ name, required }) => [name, required])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
      ['d', true],
    ]);
  });
});

describe('controls without a name in open shadow roots', () => {
  beforeAll(() =>
    page.evaluate(() => {
      /** Draws a box for each of its words, with the words before it where they are any. */
      class Drawn extends HTMLElement {
        connectedCallback(): void {
          const words = this.getAttribute('inner')?.split(',') ?? [''];
          const boxes = words.map((it) => `<p>${it && `${it}: `}<input></p>`);
          this.attachShadow({ mode: 'open' }).innerHTML = boxes.join('');
        }
      }
      customElements.define('my-input', Drawn);
    }),
  );

  it('have the name of their host, and its label', async () => {
    const form = `<form><my-input name="hoTen" label="Họ tên"></my-input>
      <label for="ns">Ngày sinh</label><my-input id="ns"></my-input>
      <my-input name="noiSinh" inner="Nơi sinh"></my-input>
      <p>Dân tộc: <my-input name="danToc"></my-input> Tôn giáo: <my-input name="tonGiao"></my-input></p></form>`;
    expect(await read(form)).toMatchObject([
      { name: 'hoTen', label: 'Họ tên' },
      { name: 'ns', label: 'Ngày sinh' },
      { name: 'noiSinh', label: 'Nơi sinh' },
      { name: 'danToc', label: 'Dân tộc' },
      { name: 'tonGiao', label: 'Tôn giáo' },
    ]);
  });

  it('are each a field where their host has no name, and one where it has', async () => {
    const form = `<form><my-input inner="Họ tên,Ngày sinh"></my-input>
      <p>Ngày cấp: <my-input name="ngayCap" inner=",,"></my-input></p></form>`;
    expect(await read(form)).toMatchObject([
      { name: 'my-input', label: 'Họ tên' },
      { name: 'my-input~2', label: 'Ngày sinh' },
      { name: 'ngayCap', label: 'Ngày cấp' },
    ]);
  });
});

describe('a box that only a calendar writes into', () => {
  it.each([
    [
      'flatpickr’s box beside the hidden one',
      '<input type="hidden" class="flatpickr-input" name="b" id="b"><input class="form-control input" readonly>',
    ],
    ['flatpickr’s own', '<input class="flatpickr-input" name="b" readonly="readonly">'],
    [
      'Ant Design’s',
      '<div class="ant-picker"><div class="ant-picker-input"><input id="b" readonly></div></div>',
    ],
    [
      'Angular Material’s',
      '<mat-form-field><input class="mat-datepicker-input" id="b" name="b" readonly aria-haspopup="dialog"></mat-form-field>',
    ],
    ['jQuery UI’s', '<input class="hasDatepicker" name="b" readonly>'],
    [
      'Angular Material’s, bound to a form',
      '<mat-form-field><mat-label>Ngày sinh</mat-label><input class="mat-datepicker-input" formcontrolname="b" readonly aria-haspopup="dialog"></mat-form-field>',
    ],
    [
      'Ant Design’s in a form',
      '<div class="ant-form-item"><div class="ant-form-item-control"><div class="ant-picker"><input id="b" readonly></div></div></div>',
    ],
  ])('is not locked: %s', async (_whose, html) => {
    expect(await read(`<form><label for="b">Ngày sinh</label>${html}</form>`)).toMatchObject([
      { name: 'b', locked: false, widget: 'date' },
    ]);
  });

  it.each([
    ['disabled', '<input class="flatpickr-input" name="b" readonly disabled>'],
    [
      'disabled as Ant Design draws it',
      '<div class="ant-picker ant-picker-disabled"><input id="b" readonly disabled></div>',
    ],
    ['without a calendar', '<input name="b" readonly>'],
    ['of the browser’s own calendar', '<input type="date" name="b" readonly>'],
  ])('is locked: %s', async (_how, html) => {
    expect(await read(`<form><label for="b">Ngày sinh</label>${html}</form>`)).toMatchObject([
      { locked: true },
    ]);
  });
});

describe('a list of Ant Design outside its form items', () => {
  const select = (more: string, inside: string) =>
    `<div class="ant-select ${more}"><div class="ant-select-selector"><span class="ant-select-selection-search"><input id="rc_select_0" role="combobox" aria-expanded="false" readonly></span>${inside}</div></div>`;

  it.each([
    ['a list', 'ant-select-single', '<span class="ant-select-selection-item" title="Tày">Tày</span>', 'Tày'],
    [
      'an empty list',
      'ant-select-single',
      '<span class="ant-select-selection-placeholder">Chọn dân tộc</span>',
      '',
    ],
    ['a box with proposals', 'ant-select-auto-complete', '', ''],
    [
      'lists that follow from each other',
      'ant-cascader',
      '<span class="ant-select-selection-item" title="A / B">A / B</span>',
      'A / B',
    ],
  ])('has its label and is a choice: %s', async (_what, more, inside, value) => {
    const expected = [{ label: 'Dân tộc', widget: 'choice', value }];
    expect(await read(`<form><div><label>Dân tộc</label>${select(more, inside)}</div></form>`)).toMatchObject(
      expected,
    );
    expect(await read(`<form><div><span>Dân tộc</span>${select(more, inside)}</div></form>`)).toMatchObject(
      expected,
    );
  });
});

describe('an item of Ant Design without a label', () => {
  it('has the hint in its box for one, unless that only says how to fill it', async () => {
    const item = (id: string, hint: string) =>
      `<div class="ant-form-item"><input id="${id}" placeholder="${hint}"></div>`;
    const form = `<form>${item('a', 'Họ và tên')}${item('b', 'Chọn thời điểm')}</form>`;
    expect((await read(form)).map(({ label }) => label)).toEqual(['Họ và tên', '']);
  });
});

describe('the value of a question of SurveyJS', () => {
  const question = (inside: string) =>
    `<div class="sd-question" id="sq_1" data-name="q"><div id="sq_1_ariaTitle">Người liên hệ</div>${inside}</div>`;
  const list = (more: string, ...chosen: string[]) =>
    `<div class="sd-input sd-dropdown ${more}"><div class="sd-dropdown__value">${chosen.map((it) => `<span class="sv-string-viewer">${it}</span>`).join('')}<input role="combobox" readonly></div><button>Lựa</button></div>`;

  it('is not its title, though all of the question is called a list, as in 1.12', async () => {
    const form = question(list('sd-dropdown--empty')).replace('<div ', '<div role="combobox" ');
    const title = '<span class="sv-string-viewer">Người liên hệ</span>';
    expect(await read(form.replace('Người liên hệ', title))).toMatchObject([{ value: '' }]);
  });

  it.each([
    ['several boxes', '<input value=""><input value="09">', '09'],
    ['a list of several', list('sd-tagbox', 'Tày', 'Kinh'), 'Tày Kinh'],
    ['an empty list', list('sd-dropdown--empty', '-- Chọn --'), ''],
    [
      'a table of lists and boxes',
      `<table><tr><td><input value="Mai"></td><td>${list('sd-dropdown--empty')}</td></tr>
        <tr><td><input></td><td>${list('', 'Con')}</td></tr></table>`,
      'Con Mai',
    ],
    [
      'ticks with words of one’s own',
      '<label><input type="checkbox" value="other" checked>Khác</label><textarea>Giấy uỷ quyền</textarea>',
      'other Giấy uỷ quyền',
    ],
    [
      'a switch that says no',
      '<label><input type="checkbox" role="switch" value="false"><span class="sd-boolean__thumb-text"><span class="sv-string-viewer">Không</span></span></label>',
      'Không',
    ],
    ['a block without a box', '<div class="sd-input sd-text">05/09/1999</div>', '05/09/1999'],
  ])('is all that is given: %s', async (_what, inside, value) => {
    expect(await read(question(inside))).toMatchObject([{ name: 'q', value }]);
  });
});

describe('a switch, or a row of buttons of which one is pressed', () => {
  const material = (on: boolean) =>
    `<mat-slide-toggle formcontrolname="a"><button role="switch" type="button" aria-checked="${on}" id="s"></button><label for="s">Đã kết hôn</label></mat-slide-toggle>`;
  const ant = (on: boolean) =>
    `<div class="ant-form-item"><div class="ant-form-item-label"><label for="a">Đã kết hôn</label></div><button id="a" role="switch" aria-checked="${on}"></button></div>`;
  const pressed = (on: boolean) =>
    `<div><label>Đã kết hôn</label><mat-button-toggle-group formcontrolname="a" role="radiogroup"><button role="radio" aria-checked="${on}">Có</button></mat-button-toggle-group></div>`;

  it.each([
    ['Material', material, 'on'],
    ['Ant Design', ant, 'on'],
    ['Material’s buttons', pressed, 'Có'],
  ])('is a choice with a value where it is on: %s', async (_whose, drawn, value) => {
    const field = { name: 'a', label: 'Đã kết hôn', widget: 'choice' };
    expect(await read(drawn(false))).toMatchObject([{ ...field, value: '' }]);
    expect(await read(drawn(true))).toMatchObject([{ ...field, value }]);
  });
});

describe('ticks', () => {
  const material = (last: string) =>
    `<label id="l">Hình thức</label><mat-radio-group formcontrolname="a" aria-labelledby="l"><input type="radio" name="r" disabled><input type="radio" name="r" ${last}></mat-radio-group>`;
  const ant = (last: string) =>
    `<div class="ant-form-item"><div class="ant-radio-group" id="a"><label class="ant-radio-wrapper-disabled"><input type="radio" disabled>Bưu chính</label><label><input type="radio" ${last}>Trực tiếp</label></div></div>`;

  it.each([
    ['Material', material],
    ['Ant Design', ant],
  ])('are locked where all of them are, not where one is: %s', async (_whose, group) => {
    expect(await read(`<form>${group('disabled')}</form>`)).toMatchObject([{ name: 'a', locked: true }]);
    expect(await read(`<form>${group('')}</form>`)).toMatchObject([{ name: 'a', locked: false }]);
  });
});

describe('a box with a mask', () => {
  it.each(['dd/mm/yyyy', 'DD-MM-YYYY', '__/__/____', '(___) ___-____'])(
    'is empty where only that stands: %s',
    async (mask) => {
      expect(await read(`<form><input name="a" value="${mask}"></form>`)).toMatchObject([{ value: '' }]);
    },
  );

  it.each(['05/mm/yyyy', '12_/____', 'My', 'Mỹ', 'Y Dung'])(
    'has what is written into it: %s',
    async (value) => {
      expect(await read(`<form><input name="a" value="${value}"></form>`)).toMatchObject([{ value }]);
    },
  );
});

it('a list of which several may be chosen shows all of them', async () => {
  const options = ['', 'Tày', 'Thái', 'Nùng'].map(
    (it) => `<option value="${it}">${it || '-- Chọn --'}</option>`,
  );
  await watchOver(`<form><label for="a">Ngôn ngữ</label><select id="a" name="a" multiple>${options.join('')}</select>
    <input id="b" name="b"></form>`);
  const choose = async (...chosen: string[]) => {
    await page.locator('#a').selectOption(chosen);
    return (await readNow())[0]?.value;
  };
  expect(await choose()).toBe('');
  expect(await choose('Tày')).toBe('Tày');
  expect(await choose('Tày', 'Nùng')).toBe('Tày Nùng');
  expect(await choose('')).toBe('');
});

describe('what only says that the page is busy', () => {
  const spinners = [
    '<div class="overlay"><div class="spinner"></div><span>Đang tải…</span></div>',
    '<div role="alert" aria-busy="true">Đang tải dữ liệu, vui lòng chờ</div>',
    '<div role="dialog" aria-modal="true"><h4>Đang xử lý</h4><p>Vui lòng chờ trong giây lát</p></div>',
    '<div class="modal"><div class="modal-content"><h5 class="modal-title">Vui lòng chờ</h5></div></div>',
    '<div class="ant-spin"><span class="ant-spin-dot"></span><div class="ant-spin-text">Đang tải</div></div>',
    '<div role="progressbar">Đang tải</div>',
    '<ngx-spinner><div class="overlay"><p>Đang tải...</p></div></ngx-spinner>',
    '<div class="loading-mask"><h3>Đang tải dữ liệu...</h3></div>',
  ];

  it.each(spinners)('is neither the label nor the section of a field after it: %s', async (spinner) => {
    const form = `<form><h3>Thông tin cha</h3>${box('Họ tên', 'a', 'a')}${spinner}<div><input name="b"></div>${box('Dân tộc', 'c', 'c')}</form>`;
    expect(await read(form)).toMatchObject([
      { name: 'a', label: 'Họ tên', section: 'Thông tin cha' },
      { name: 'b', label: '', section: 'Thông tin cha' },
      { name: 'c', label: 'Dân tộc', section: 'Thông tin cha' },
    ]);
  });

  it.each([
    ['in a line', '<p>Dân tộc: <span class="spinner">Đang tải…</span> <input name="a"></p>'],
    [
      'over the box',
      '<div><div class="mask"><label>Vui lòng chờ</label></div><label>Dân tộc</label><input name="a"></div>',
    ],
    [
      'before a group',
      `<p>Dân tộc</p><div><b>Đang tải…</b>${['1', '2'].map((it) => `<label><input type="radio" name="a" value="${it}"> ${it}</label>`).join('')}</div>`,
    ],
  ])('leaves a field its label: %s', async (_where, html) => {
    expect(await read(`<form>${html}</form>`)).toMatchObject([{ name: 'a', label: 'Dân tộc' }]);
  });

  it('is not what begins like it', async () => {
    const form = `<form>${box('Đang cư trú tại', 'a', 'a')}${box('Vui lòng chọn nơi cư trú', 'b', 'b')}${box('Đang xử lý kỷ luật', 'c', 'c')}</form>`;
    expect(await read(form)).toMatchObject([
      { label: 'Đang cư trú tại' },
      { label: 'Vui lòng chọn nơi cư trú' },
      { label: 'Đang xử lý kỷ luật' },
    ]);
  });
});
