import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FieldRecord, nameOfKey, type Offer, offerOf } from '../../lib/fields/index.ts';
import { openForm } from '../technologies/open.ts';
import { recordSince, smallForm, storedSince } from './small-form.ts';
import { type FormStage, setFormStage, until } from './stage.ts';

const declaration = smallForm('field-history', {
  hoTen: 'Họ, chữ đệm, tên',
  soDinhDanh: 'Số định danh cá nhân',
  dienThoai: 'Số điện thoại',
});

let stage: FormStage;
let page: Page;
let since: number;
beforeAll(async () => {
  stage = await setFormStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  await page?.close();
  page = await stage.launched.context.newPage();
  since = Date.now();
  await openForm(page, stage.server, declaration);
  await record('dienThoai', ({ visible }) => visible);
});

const mine = () => storedSince(stage.extension, since);
const record = (name: string, good: (it: FieldRecord) => boolean) =>
  recordSince(stage.extension, since, name, good);

const box = (name: string) => page.locator(`[name="${name}"]`);
/** What the page's own script does to the block of a field, or to all of the form. */
const show = (selector: string, display: string) =>
  page.evaluate(
    ([what, how]) => {
      for (const it of document.querySelectorAll<HTMLElement>(what)) it.style.display = how;
    },
    [selector, display] as const,
  );
/** The page of the declaration before any form is drawn, in a tab of its own: the form of the other has been told. */
async function openEmpty() {
  const body = '<!doctype html><html lang="vi"><title>Nộp hồ sơ</title><main></main></html>';
  await page.close();
  page = await stage.launched.context.newPage();
  await page.route('**/nop-ho-so*', (route) => route.fulfill({ contentType: 'text/html', body }));
  since = Date.now();
  await page.goto(stage.server.address(declaration, { direct: true }));
  // The page is looked at first as it is, without any form.
  await page.waitForTimeout(600);
}
const button = (id: string) =>
  page.evaluate((name) => {
    const it = document.createElement('button');
    it.id = name;
    it.type = 'button';
    it.textContent = 'Tiếp';
    document.body.append(it);
  }, id);

describe('a field that goes out of sight', () => {
  it('counts no more where the form took the question back', async () => {
    await show(':has(> [name=dienThoai]), [name=dienThoai], label[for=dienThoai]', 'none');
    expect(await record('dienThoai', ({ visible }) => !visible)).toMatchObject({ state: 'empty' });
    expect((await mine()).fields.find(({ key }) => key.endsWith('/hoTen'))?.visible).toBe(true);
    await show(':has(> [name=dienThoai]), [name=dienThoai], label[for=dienThoai]', '');
    await record('dienThoai', ({ visible }) => visible);
  });

  it('is seen again where the page puts its very box back', async () => {
    // Longer than fields are looked at again after they came.
    await page.waitForTimeout(5_500);
    const row = await page.evaluateHandle(() => {
      const row = document.createElement('p');
      const box = document.querySelector('[name=dienThoai]');
      const label = document.querySelector('label[for=dienThoai], label:has([name=dienThoai])');
      box?.before(row);
      row.append(...[label, box].filter((it) => it !== null));
      return row;
    });
    await row.evaluate((it) => it.remove());
    await record('dienThoai', ({ visible }) => !visible);
    await row.evaluate((it) => document.querySelector('#form form')?.append(it));
    await record('dienThoai', ({ visible }) => visible);
  });

  it('counts as it last stood where the whole step of a wizard went, and the next one came', async () => {
    // Longer than fields of one step take to come.
    await page.waitForTimeout(1_200);
    await page.evaluate(() => {
      document.querySelector('form')?.remove();
      const next = document.createElement('section');
      next.innerHTML =
        '<h3>Bước 2: Nhận kết quả</h3><label for="noiNhan">Nơi nhận</label><input id="noiNhan" name="noiNhan"><label for="banSao">Số bản sao</label><input id="banSao" name="banSao">';
      document.body.append(next);
    });
    await record('noiNhan', ({ visible }) => visible);
    const expected = (await mine()).submission?.autofill.expected;
    await page.locator('#banSao').fill('2');
    await page.locator('#noiNhan').click();
    await record('banSao', ({ state }) => state === 'typed');
    const { submission, fields } = await mine();
    expect(fields.map(({ visible }) => visible)).toEqual([true, true, true, true, true]);
    expect(new Set(fields.map(({ order }) => order)).size).toBe(5);
    expect(submission?.autofill).toMatchObject({ expected });
    expect(expected).toBeGreaterThan(0);
  });
});

it('stays the person’s where a step that comes back is drawn empty and gets its values a moment later', async () => {
  await box('hoTen').click();
  await page.keyboard.type('Mai');
  await box('dienThoai').click();
  await record('hoTen', ({ state }) => state === 'typed');
  // Longer than fields are looked at again after they came.
  await page.waitForTimeout(5_500);
  await page.evaluate(async () => {
    const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
    const form = document.querySelector('#form form');
    const anew = form?.cloneNode(true) as Element;
    for (const it of anew.querySelectorAll('input')) it.value = '';
    const place = form?.parentElement;
    form?.remove();
    await wait(500);
    place?.append(anew);
    await wait(600);
    const name = anew.querySelector<HTMLInputElement>('[name=hoTen]');
    if (name) name.value = 'Mai';
  });
  await record('hoTen', ({ state }) => state === 'empty');
  await record('hoTen', ({ state }) => state === 'typed');
  await box('hoTen').click();
  await page.keyboard.type('Anh');
  await box('dienThoai').click();
  expect(await record('hoTen', ({ corrections }) => corrections > 0)).toMatchObject({
    ...{ state: 'typed', corrections: 1, focusCount: 2 },
  });
});

it('is another field where the page gives its box another name and label', async () => {
  await page.evaluate(() => {
    const box = document.querySelector('[name=dienThoai]');
    const label = box && (document.querySelector(`label[for="${box.id}"]`) ?? box.closest('label'));
    const words = label && [...label.childNodes].find((it) => it.nodeType === Node.TEXT_NODE);
    if (words) words.nodeValue = 'Thư điện tử';
    box?.setAttribute('name', 'thu');
  });
  await box('thu').click();
  await page.keyboard.type('a@b.vn');
  await box('hoTen').click();
  expect(await record('thu', ({ state }) => state === 'typed')).toMatchObject({ label: 'Thư điện tử' });
  expect(await record('dienThoai', ({ visible }) => !visible)).toMatchObject({ state: 'empty' });
});

it('takes its history along where the row before it goes, under a heading of its own', async () => {
  await openEmpty();
  await page.evaluate(() => {
    const row = (at: number) =>
      `<fieldset><legend>Con thứ ${at + 1}</legend><label>Họ tên con <input name="con.${at}.ten"></label></fieldset>`;
    const main = document.querySelector('main');
    if (main) main.innerHTML = `<form>${row(0)}${row(1)}<button type="button">Xoá</button></form>`;
    document.querySelector('button')?.addEventListener('click', () => {
      const [first, second] = document.querySelectorAll('fieldset');
      first?.remove();
      second?.querySelector('input')?.setAttribute('name', 'con.0.ten');
      second?.querySelector('legend')?.replaceChildren('Con thứ 1');
    });
  });
  await box('con.1.ten').click();
  await page.keyboard.type('Mai');
  await page.locator('button').click();
  const told = async () =>
    (await mine()).fields.map(({ key, state, visible }) => [key, state, visible].join(' ')).sort();
  await until(told, (all) => all.some((it) => it.endsWith('false')));
  expect(await told()).toEqual(['national/1/con.0.ten typed true', 'national/2/con.1.ten empty false']);
});

it('takes its history along where the rows are drawn by their places, and the last one goes whichever is removed', async () => {
  await openEmpty();
  await page.evaluate(() => {
    const row = (at: number) =>
      `<p><label>Họ tên con <input name="con[${at}].ten"></label><label>Nghề <input name="con[${at}].nghe"></label></p>`;
    const main = document.querySelector('main');
    if (main)
      main.innerHTML = `<form>${[0, 1, 2].map(row).join('')}<button type="button">Xoá</button></form>`;
    // As React does with `key={index}`, Angular with `track $index` and Vue without a key.
    document.querySelector('button')?.addEventListener('click', () => {
      const boxes = [...document.querySelectorAll('input')];
      boxes.forEach((it, at) => {
        it.value = boxes[at + 2]?.value ?? '';
      });
      document.querySelector('form p:nth-of-type(3)')?.remove();
    });
  });
  // Longer than a field counts as filled on load.
  await page.waitForTimeout(5_500);
  for (const name of ['con[0].ten', 'con[1].ten', 'con[2].ten', 'con[2].nghe', 'con[2].ten']) {
    await box(name).click();
    await page.keyboard.type(name.slice(4));
  }
  await page.locator('button').click();
  const told = async () =>
    (await mine()).fields
      .map(({ key, state, corrections, visible }) => [nameOfKey(key), state, corrections, visible].join(' '))
      .sort();
  await until(told, (all) => all.some((it) => it.endsWith('false')));
  // What is told later of what was seen then.
  await box('con[0].nghe').click();
  await page.keyboard.type('x');
  await box('con[1].ten').click();
  await until(told, (all) => all.includes('con[0].nghe typed 0 true'));
  expect(await told()).toEqual([
    'con[0].nghe typed 0 true',
    'con[0].ten typed 0 true',
    'con[1].nghe typed 0 true',
    'con[1].ten typed 1 true',
    'con[2].nghe empty 0 false',
    'con[2].ten typed 0 false',
  ]);
});

it('is no field any more where another technology turns out to draw the declaration', async () => {
  await page.evaluate(() => {
    const question = (name: string) =>
      `<div id="sq_${name}" class="sd-element" data-name="${name}"><h5 id="sq_${name}_ariaTitle">Câu ${name}</h5><input></div>`;
    const survey = document.createElement('section');
    survey.innerHTML = ['a', 'b', 'c', 'd'].map(question).join('');
    document.body.append(survey);
  });
  await record('d', ({ visible }) => visible);
  const shown = async () =>
    (await mine()).fields.filter(({ visible }) => visible).map(({ key }) => key.split('/').at(-1));
  expect((await until(shown, (it) => it.length === 4)).toSorted()).toEqual(['a', 'b', 'c', 'd']);
});

describe('a field that the person leaves for a button', () => {
  it('is left: what is changed on coming back is a correction, and acts elsewhere are not its time', async () => {
    await button('tiep');
    await box('hoTen').click();
    await page.keyboard.type('Mai');
    await page.locator('#tiep').click();
    const before = await record('hoTen', ({ state }) => state === 'typed');
    expect(before).toMatchObject({ corrections: 0, focusCount: 1 });
    await page.waitForTimeout(1_500);
    await page.locator('#tiep').click();
    await box('hoTen').click();
    await page.keyboard.type('h');
    await page.locator('#tiep').click();
    const after = await record('hoTen', ({ corrections }) => corrections > 0);
    expect(after).toMatchObject({ corrections: 1, focusCount: 2 });
    expect(after.activeMs - before.activeMs).toBeLessThan(1_500);
  });

  it('keeps what is chosen in a calendar that took the focus from it', async () => {
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('[name=dienThoai]');
      const calendar = document.createElement('div');
      calendar.className = 'my-calendar';
      calendar.innerHTML = '<button type="button">‹</button><div role="gridcell" tabindex="-1">7</div>';
      calendar.querySelector('[role=gridcell]')?.addEventListener('click', () => {
        if (field) field.value = '07/11/2026';
      });
      document.body.append(calendar);
    });
    await box('dienThoai').click();
    await page.locator('.my-calendar button').click();
    await page.locator('.my-calendar [role=gridcell]').click();
    await box('hoTen').click();
    expect(await record('dienThoai', ({ state }) => state !== 'empty')).toMatchObject({ state: 'chosen' });
  });

  it.each(['ui-menu ui-autocomplete', 'typeahead dropdown-menu'])(
    'keeps what is picked with the mouse in what it proposes, as a list of %s draws it',
    async (drawn) => {
      await page.evaluate((name) => {
        const field = document.querySelector<HTMLInputElement>('[name=dienThoai]');
        const list = document.createElement('ul');
        list.className = name;
        list.innerHTML = '<li class="ui-menu-item"><a href="#">0912345678</a></li>';
        list.addEventListener('click', (event) => {
          event.preventDefault();
          if (field) field.value = list.textContent ?? '';
          field?.focus();
        });
        document.body.append(list);
      }, drawn);
      // Longer than a field counts as filled on load.
      await page.waitForTimeout(5_500);
      await box('dienThoai').click();
      await page.keyboard.type('09');
      await page.waitForTimeout(1_500);
      await page.locator('.ui-menu-item a').click();
      await page.waitForTimeout(500);
      await box('hoTen').click();
      await page.keyboard.type('Mai');
      await box('soDinhDanh').click();
      await record('hoTen', ({ state }) => state === 'typed');
      expect(await record('dienThoai', () => true)).toMatchObject({ state: 'typed', corrections: 0 });
    },
  );
});

it('is the person’s where they type into it before anyone has looked at the page that drew it', async () => {
  await page.evaluate(() => {
    const block = document.createElement('p');
    block.innerHTML = '<label for="moi">Số bản sao</label> <input id="moi" name="banSao">';
    document.querySelector('#form form')?.append(block);
    block.querySelector('input')?.focus();
  });
  await page.keyboard.type('2');
  await box('hoTen').click();
  expect(await record('banSao', ({ visible }) => visible)).toMatchObject({ state: 'typed' });
});

it('is the person’s where it was drawn later in an element that stood there long before', async () => {
  await page.evaluate(() => {
    document.querySelector('#form form')?.append(document.createElement('my-late'));
  });
  // Longer than the page is looked through anew after its fields came.
  await page.waitForTimeout(5_500);
  await page.evaluate(() => {
    const root = document.querySelector('my-late')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<p>Số bản sao: <input name="banSao"></p>';
  });
  await page.locator('my-late input').click();
  await page.keyboard.type('2');
  await box('hoTen').click();
  expect(await record('banSao', ({ visible }) => visible)).toMatchObject({
    state: 'typed',
    label: 'Số bản sao',
  });
});

it('is followed where the person acts in it as soon as the form is drawn, before anyone has looked', async () => {
  await openEmpty();
  await page.evaluate(() => {
    const form = document.createElement('form');
    const rows = ['ghiChu', 'lyDo', 'noiNhan'].map(
      (it) => `<label for="${it}">Ô ${it}</label><input id="${it}" name="${it}">`,
    );
    form.innerHTML = `<label for="a">Họ và tên</label><input id="a" name="hoTen">${rows.join('')}`;
    document.querySelector('main')?.append(form);
    document.querySelector('input')?.focus();
  });
  await page.keyboard.type('Mai');
  await box('lyDo').click();
  expect(await record('hoTen', ({ state }) => state !== 'empty')).toMatchObject({
    state: 'typed',
    focusCount: 1,
  });
  expect((await mine()).submission?.milestones['first-input']).toBeDefined();
});

it('is in one visit where the page draws it anew at each letter and gives the focus back', async () => {
  await page.evaluate(() => {
    document.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const anew = target.cloneNode() as HTMLInputElement;
      anew.value = target.value;
      target.replaceWith(anew);
      anew.focus();
    });
  });
  await box('hoTen').click();
  for (const letter of 'Mai') {
    await page.keyboard.press(letter);
    await page.waitForTimeout(300);
  }
  await box('soDinhDanh').click();
  const told = await record('hoTen', ({ state, focusCount }) => state === 'typed' && focusCount > 0);
  expect(told).toMatchObject({ focusCount: 1, corrections: 0 });
});

it('is told as opened when it came, though the page stood still and changed again before anyone could look', async () => {
  await openEmpty();
  const drawnAt = await page.evaluate(async () => {
    const at = Date.now();
    const form = document.createElement('form');
    form.innerHTML = '<label for="a">Họ và tên</label><input id="a" name="hoTen">';
    document.querySelector('main')?.append(form);
    // Whoever hears of changes hears of this one now, and of the next after a long while.
    await null;
    while (Date.now() < at + 700);
    document.body.append('Đang tải…');
    return at;
  });
  const openedAt = async () => (await mine()).submission?.milestones['form-opened']?.at;
  const told = await until(openedAt, (at) => at !== undefined);
  expect(Math.abs((told ?? 0) - drawnAt)).toBeLessThan(200);
});

it('is told anew of a page that the browser had kept aside', async () => {
  const opened = async () => {
    const { events } = await stage.extension.stores();
    return (events as { event: { type: string; name?: string } }[]).filter(
      ({ event }) => event.type === 'page',
    ).length;
  };
  const before = await opened();
  await page.evaluate(() => {
    const id = location.href;
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    return id;
  });
  await until(opened, (count) => count === before + 1);
  // Its fields are followed as before.
  await box('soDinhDanh').click();
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  expect(await record('soDinhDanh', ({ state }) => state === 'typed')).toMatchObject({ focusCount: 1 });
});

it('is asked about once it has stood, where questions come and go by the dozen', async () => {
  const { came, standing } = await page.evaluate(async () => {
    const form = document.querySelector('[name=hoTen]')?.closest('form') ?? document.body;
    const rows: Element[] = [];
    let came = 0;
    for (let times = 0; times < 25; times++) {
      for (let count = 0; count < 20; count++) {
        const row = document.createElement('div');
        row.innerHTML = `<label for="c${came}">Câu hỏi ${came}</label><input id="c${came}" name="c${came}">`;
        form.append(row);
        rows.push(row);
        came += 1;
      }
      for (const row of rows.splice(0, Math.max(0, rows.length - 60))) row.remove();
      await new Promise((done) => setTimeout(done, 100));
    }
    return { came, standing: rows.map((row) => row.querySelector('input')?.name ?? '') };
  });
  await record(standing.at(-1) ?? '', ({ visible }) => visible);
  const stored = (await mine()).fields.map(({ key }) => key.split('/').at(-1) ?? '');
  expect(stored).toEqual(expect.arrayContaining(standing));
  // The first of them were asked about before anyone could know.
  expect(stored.length).toBeLessThan(came / 2);
});

/** Two choices of each sort that a field may offer. */
const CHOICES: Record<Offer, [string, string]> = {
  sexes: ['Nam', 'Nữ'],
  marriages: ['Chưa kết hôn', 'Đã kết hôn'],
  relatives: ['Vợ', 'Con'],
  countries: ['Việt Nam', 'Lào'],
  ethnicities: ['Kinh', 'Thái'],
  religions: ['Phật giáo', 'Công giáo'],
  provinces: ['Tỉnh Sơn La', 'Tỉnh Lào Cai'],
  communes: ['Xã Chiềng Lau', 'Phường Bản Hoa'],
  districts: ['Quận 1', 'Huyện Mộc Châu'],
  agencies: ['UBND xã Chiềng Lau', 'Công an xã Chiềng Lau'],
  papers: ['Căn cước', 'Hộ chiếu'],
  deliveries: ['Nhận trực tiếp', 'Qua bưu chính'],
  payments: ['Tiền mặt', 'Chuyển khoản'],
  records: ['Khai sinh', 'Kết hôn'],
  stays: ['Thường trú', 'Tạm trú'],
  variants: ['Cấp mới', 'Cấp lại'],
  answers: ['Có', 'Không'],
};

it('is told whatever it offers to choose from, and so are those beside it', async () => {
  for (const [sort, choices] of Object.entries(CHOICES)) expect(offerOf(choices)).toBe(sort);
  const form = smallForm('offers', Object.fromEntries(Object.keys(CHOICES).map((it) => [it, it])));
  for (const section of form.sections)
    section.fields = section.fields.map((field) => ({
      ...field,
      widget: 'select',
      options: CHOICES[field.name as Offer],
    }));
  await page.close();
  page = await stage.launched.context.newPage();
  since = Date.now();
  await openForm(page, stage.server, form);
  const told = await until(
    async () => (await mine()).fields.map(({ key }) => key.split('/').at(-1)),
    ({ length }) => length === form.sections[0]?.fields.length,
  );
  expect(told.toSorted()).toEqual(Object.keys(CHOICES).toSorted());
});
