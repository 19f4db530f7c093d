import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FieldRecord } from '../../lib/fields/index.ts';
import type { Declaration } from '../technologies/form.ts';
import { openForm } from '../technologies/open.ts';
import { recordSince, smallForm, storedSince } from './small-form.ts';
import { type FormStage, setFormStage } from './stage.ts';

const declaration = smallForm('input-ways', {
  hoTen: 'Họ, chữ đệm, tên',
  thuDienTu: 'Thư điện tử',
  dienThoai: 'Số điện thoại',
  ghiChu: 'Ghi chú',
});

let stage: FormStage;
let page: Page;
let cdp: CDPSession;
let since: number;
beforeAll(async () => {
  stage = await setFormStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  await page?.close();
  page = await stage.launched.context.newPage();
  cdp = await stage.launched.context.newCDPSession(page);
  since = Date.now();
  await openForm(page, stage.server, declaration);
  await record('hoTen', () => true);
});

const record = (name: string, good: (it: FieldRecord) => boolean) =>
  recordSince(stage.extension, since, name, good);

const isFilled = ({ state }: FieldRecord) => state !== 'empty';
const into = (name: string) => page.locator(`[name="${name}"]`).click();
const value = (name: string) => page.locator(`[name="${name}"]`).inputValue();

/** One key that carries a letter, as an input method sends it. */
async function letter(of: string): Promise<void> {
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'keyDown',
    key: of,
    text: of,
    windowsVirtualKeyCode: 231,
  });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: of, windowsVirtualKeyCode: 231 });
}

describe('the ways in which a value comes into a box', () => {
  it('rewriting with backspaces, as Unikey does, is typing and no correction', async () => {
    await into('hoTen');
    for (const [typed, back, rewritten] of [
      ['La', 0, ''],
      ['a', 1, 'â'],
      ['m', 0, ''],
      [' Thu', 0, ''],
      ['y', 2, 'uỷ'],
      ['', 1, 'ỳ'],
    ] as const) {
      for (const one of typed) await letter(one);
      for (let index = 0; index < back; index++) await page.keyboard.press('Backspace');
      for (const one of rewritten) await letter(one);
    }
    await page.keyboard.press('Tab');
    expect((await value('hoTen')).length).toBeGreaterThan(5);
    expect(await record('hoTen', isFilled)).toMatchObject({ state: 'typed', corrections: 0 });
    // Coming back and writing anew is one, however often the method rewrites.
    await into('hoTen');
    await page.keyboard.press('End');
    await letter('a');
    await page.keyboard.press('Backspace');
    await letter('ă');
    await page.keyboard.press('Tab');
    expect(await record('hoTen', ({ corrections }) => corrections > 0)).toMatchObject({ corrections: 1 });
  });

  it('composing, as phones and other input methods do, is typing and no correction', async () => {
    await into('hoTen');
    for (const step of ['L', 'Lò', 'Lò T', 'Lò Th'])
      await cdp.send('Input.imeSetComposition', {
        text: step,
        selectionStart: step.length,
        selectionEnd: step.length,
      });
    await cdp.send('Input.insertText', { text: 'Lò Thị' });
    await page.keyboard.press('Tab');
    expect(await value('hoTen')).toBe('Lò Thị');
    expect(await record('hoTen', isFilled)).toMatchObject({ state: 'typed', corrections: 0 });
  });

  it('pasting is typing', async () => {
    await into('hoTen');
    await page.keyboard.type('Mai');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await into('ghiChu');
    await page.keyboard.press('Control+V');
    await page.keyboard.press('Tab');
    expect(await value('ghiChu')).toBe('Mai');
    expect(await record('ghiChu', isFilled)).toMatchObject({ state: 'typed', corrections: 0 });
  });

  it('a word that the page proposed and Enter took, by a script that tells of nothing, is typing', async () => {
    await page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('[name=ghiChu]');
      box?.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        box.value = 'Nông dân';
      });
    });
    // Longer than a field counts as filled on load.
    await page.waitForTimeout(5_500);
    await into('ghiChu');
    await page.keyboard.type('Nông');
    expect(await record('ghiChu', isFilled)).toMatchObject({ state: 'typed' });
    await page.keyboard.press('Enter');
    // It is looked at before the box tells, on being left, that it was changed.
    await page.waitForTimeout(500);
    await page.keyboard.press('Tab');
    await into('hoTen');
    await page.keyboard.type('Mai');
    await page.keyboard.press('Tab');
    await record('hoTen', isFilled);
    expect(await record('ghiChu', isFilled)).toMatchObject({ state: 'typed', corrections: 0 });
  });

  it('what the page writes in a form of its own, just after the person typed it and left, is typing', async () => {
    await page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('[name=dienThoai]');
      box?.addEventListener('change', () =>
        setTimeout(() => {
          box.value = box.value.replace(/^0/, '+84 ');
        }, 200),
      );
    });
    // Longer than a field counts as filled on load.
    await page.waitForTimeout(5_500);
    await into('dienThoai');
    await page.keyboard.type('0912345678');
    await into('ghiChu');
    await page.waitForTimeout(1_500);
    await page.keyboard.type('x');
    await into('hoTen');
    await record('ghiChu', isFilled);
    expect(await value('dienThoai')).toBe('+84 912345678');
    expect(await record('dienThoai', isFilled)).toMatchObject({ state: 'typed', corrections: 0 });
  });

  it('a letter that the person takes back at once leaves what the portal filled the portal’s', async () => {
    await page.evaluate(() => {
      for (const name of ['hoTen', 'thuDienTu'])
        document.querySelector(`[name=${name}]`)?.setAttribute('value', 'Lò Thị Mai');
    });
    await into('dienThoai');
    await page.keyboard.type('0');
    await into('hoTen');
    for (const name of ['hoTen', 'thuDienTu'])
      expect(await record(name, isFilled)).toMatchObject({ state: 'portal-on-load' });
    for (const [name, back] of [
      ['hoTen', 'Backspace'],
      ['thuDienTu', 'Control+Z'],
    ] as const) {
      await into(name);
      await page.keyboard.press('End');
      await page.keyboard.type('x');
      expect(await record(name, ({ state }) => state === 'typed')).toMatchObject({ corrections: 0 });
      await page.keyboard.press(back);
      await page.keyboard.press('Tab');
      expect(await value(name)).toBe('Lò Thị Mai');
      const told = await record(name, ({ state }) => state !== 'typed');
      expect(told).toMatchObject({ state: 'portal-on-load', corrections: 0 });
    }
  });

  it('what the page puts back, just after the person wrote over it and left, is whose it was', async () => {
    await page.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('[name=hoTen]');
      if (!box) return;
      box.value = 'Lò Thị Mai';
      box.addEventListener('change', () =>
        setTimeout(() => {
          box.value = 'Lò Thị Mai';
        }, 200),
      );
    });
    await into('hoTen');
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    expect(await record('hoTen', ({ state }) => state === 'typed')).toMatchObject({ corrections: 0 });
    await into('ghiChu');
    const told = await record('hoTen', ({ state }) => state !== 'typed');
    expect(told).toMatchObject({ state: 'portal-on-load', corrections: 0 });
    expect(await value('hoTen')).toBe('Lò Thị Mai');
  });

  it('a script of another extension is never the person’s hand', async () => {
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'another-extension',
    });
    await into('ghiChu');
    await page.keyboard.type('x');
    // Longer than a field counts as filled on load.
    await page.waitForTimeout(5_500);
    await cdp.send('Runtime.evaluate', {
      contextId: executionContextId,
      expression: `{ const box = document.querySelector('[name=hoTen]'); box.focus(); box.value = 'by a tool';
        for (const type of ['keydown', 'input', 'change', 'keyup']) box.dispatchEvent(new Event(type, { bubbles: true }));
        box.blur(); }`,
    });
    await into('dienThoai');
    expect(await record('hoTen', isFilled)).toMatchObject({ state: 'portal-late', corrections: 0 });
  });

  it('what the page ticks by a click of its own is the page’s, and the person’s where they clicked for it', async () => {
    await page.evaluate(() => {
      const ticks = ['nam', 'nu'].map(
        (it) => `<input type="radio" name="gioiTinh" value="${it}"><b>${it}</b>`,
      );
      const block = document.createElement('div');
      block.innerHTML = `<p>Giới tính: ${ticks.join('')}</p>
        <p><input type="checkbox" name="camDoan" value="1"><label>Cam đoan</label></p>
        <p><i id="ve">Vẽ</i><input type="checkbox" name="dongY" value="1"><label>Đồng ý</label></p>
        <p><i id="phim" tabindex="0">Vẽ</i><input type="checkbox" name="nhanTin" value="1"><label>Nhận tin</label></p>`;
      document.querySelector('#form form')?.append(block);
      const click = (name: string) => document.querySelector<HTMLInputElement>(`[name=${name}]`)?.click();
      document.querySelector('#ve')?.addEventListener('click', () => click('dongY'));
      document.querySelector('#phim')?.addEventListener('keydown', () => click('nhanTin'));
      click('gioiTinh');
    });
    expect(await record('gioiTinh', isFilled)).toMatchObject({ state: 'portal-on-load' });
    const { submission } = await storedSince(stage.extension, since);
    expect(submission?.milestones['first-input']).toBeUndefined();
    await into('ghiChu');
    await page.keyboard.type('x');
    // Longer than a field counts as filled on load.
    await page.waitForTimeout(5_500);
    await page.locator('#ve').click();
    expect(await record('dongY', isFilled)).toMatchObject({ state: 'chosen' });
    await page.locator('#phim').focus();
    await page.waitForTimeout(400);
    await page.keyboard.press('Space');
    expect(await record('nhanTin', isFilled)).toMatchObject({ state: 'chosen' });
    await page.waitForTimeout(400);
    await page.evaluate(() => document.querySelector<HTMLInputElement>('[name=camDoan]')?.click());
    // Such a tick leaves no trace in the page: what is left is looked at with all that stands beside it.
    await into('hoTen');
    await into('thuDienTu');
    expect(await record('camDoan', isFilled)).toMatchObject({ state: 'portal-late' });
    // A person ticks by keys, too.
    await page.locator('[name=gioiTinh]').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await record('gioiTinh', ({ state }) => state !== 'portal-on-load')).toMatchObject({
      state: 'chosen',
    });
  });

  const ADDRESS = [
    { name: 'NAME_FULL', value: 'Lò Thị Mai' },
    { name: 'EMAIL_ADDRESS', value: 'mai@example.com' },
    { name: 'PHONE_HOME_WHOLE_NUMBER', value: '0912345678' },
    { name: 'ADDRESS_HOME_STREET_ADDRESS', value: 'Bản Tâm 4' },
    { name: 'ADDRESS_HOME_COUNTRY', value: 'VN' },
  ];

  /** The person takes the address that the browser offers for a box, once it knows what the form asks. */
  async function takeAddress(selector: string): Promise<void> {
    await cdp.send('DOM.enable');
    await cdp.send('Autofill.enable');
    await cdp.send('Autofill.setAddresses', { addresses: [{ fields: ADDRESS }] });
    await page.locator(selector).click();
    const { root } = await cdp.send('DOM.getDocument');
    const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { node } = await cdp.send('DOM.describeNode', { nodeId });
    const fieldId = node.backendNodeId;
    await cdp.send('Autofill.trigger', { fieldId, address: { fields: ADDRESS } } as never);
  }

  it('the browser’s own filling is the browser’s', async () => {
    await page.evaluate(() => {
      const tokens = { hoTen: 'name', thuDienTu: 'email', dienThoai: 'tel' };
      for (const [name, token] of Object.entries(tokens))
        document.querySelector(`[name="${name}"]`)?.setAttribute('autocomplete', token);
    });
    await takeAddress('[name=hoTen]');
    await page.waitForFunction(() => document.querySelector('[name=thuDienTu]')?.matches(':autofill'));
    for (const name of ['hoTen', 'thuDienTu', 'dienThoai'])
      expect(await record(name, isFilled)).toMatchObject({ state: 'browser', corrections: 0 });
  });

  it('the browser’s own filling of a list is the browser’s too, whatever draws the form', async () => {
    await page.evaluate(() => {
      const tokens = { ten: 'name', thu: 'email', dt: 'tel', diaChi: 'street-address' };
      const boxes = Object.entries(tokens).map(
        ([name, token]) =>
          `<p><label for="${name}">Ô ${name}</label><input id="${name}" formcontrolname="${name}" autocomplete="${token}"></p>`,
      );
      const form = document.createElement('form');
      form.innerHTML = `${boxes.join('')}<label for="nuoc">Quốc gia</label><select id="nuoc" formcontrolname="quocGia"
        autocomplete="country"><option value="">-- Chọn --</option><option value="US">United States</option><option
        value="VN">Vietnam</option></select>`;
      document.querySelector('form')?.replaceWith(form);
    });
    await record('quocGia', ({ visible }) => visible);
    await takeAddress('#ten');
    await page.waitForFunction(() => document.querySelector('#nuoc')?.matches(':autofill'));
    for (const name of ['ten', 'quocGia'])
      expect(await record(name, isFilled)).toMatchObject({ state: 'browser', corrections: 0 });
  });

  /** Opens a form of two drawn lists, and waits until they are known. */
  async function openLists(tech: string, widget: string): Promise<void> {
    const list = (name: string, label: string) => ({
      ...{ name, label, widget, kind: 'other', expect: 'none', options: ['Kinh', 'Tày', 'Thái'] },
      ...{ required: false, locked: false, hasValue: false, conditional: false },
    });
    const fields = [list('danToc', 'Dân tộc'), list('danTocKhac', 'Dân tộc khác')];
    const { build: _, ...form } = declaration;
    await page.close();
    page = await stage.launched.context.newPage();
    since = Date.now();
    await openForm(page, stage.server, {
      ...{ ...form, id: `lists-${tech}`, tech },
      sections: [{ title: 'Thông tin người yêu cầu', subject: 'requester', fields }],
    } as Declaration);
    await record('danTocKhac', ({ visible }) => visible);
  }

  it('an arrow or a letter on a list that is closed chooses', async () => {
    await openLists('angular-material', 'mat-select');
    const [first] = await page.locator('[role=combobox]').all();
    await first?.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('T');
    for (const name of ['danToc', 'danTocKhac'])
      expect(await record(name, isFilled)).toMatchObject({ state: 'chosen' });
  });

  it('a press on an entry chooses, though the list is gone before it is a click', async () => {
    await openLists('formio', 'select');
    await page.locator('.choices .selection').first().click();
    // Longer than what opened the list is taken for a choice.
    await page.waitForTimeout(1_200);
    await page.locator('.is-open [role=option]').getByText('Tày', { exact: true }).click({ delay: 150 });
    expect(await record('danToc', isFilled)).toMatchObject({ state: 'chosen' });
  });
});
