import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldRecord } from '../../lib/fields/index.ts';
import type { Declaration, Field } from '../technologies/form.ts';
import { openForm } from '../technologies/open.ts';
import { storedSince } from './small-form.ts';
import { type FormStage, setFormStage, until } from './stage.ts';

let stage: FormStage;
let page: Page;
beforeAll(async () => {
  stage = await setFormStage();
});
afterAll(() => stage.close());

const field = (name: string, label: string, options?: string[]): Field => ({
  ...{ name, label, widget: options ? 'select' : 'text', kind: 'other', expect: 'none' },
  ...{ required: false, locked: false, hasValue: false, conditional: false },
  ...(options && { options }),
});

/** A declaration with a list of children, of whom two are asked to begin with. */
const declaration = (tech: string): Declaration => ({
  ...{ id: `rows-${tech}`, tech, host: 'dichvucong.gov.vn', path: '/nop-ho-so?formalityCaseId=1' },
  procedure: { code: '1.000656', name: 'Đăng ký khai tử' },
  sections: [
    { title: 'Thông tin người yêu cầu', subject: 'requester', fields: [field('nguoiNop', 'Người nộp')] },
    {
      ...{ title: 'Các con', subject: 'child', rows: 'con' },
      fields: [field('hoTen', 'Họ và tên'), field('nghe', 'Nghề nghiệp')],
    },
  ],
});

/** Per technology: the boxes of a column in order, and the buttons that remove a row and add one. */
const LISTS: Record<string, { column: (name: string) => string; remove: string; add: string; name: string }> =
  {
    surveyjs: {
      column: (name) => `[data-name="${name}"] input`,
      remove: '.sd-paneldynamic__remove-btn',
      add: '.sd-paneldynamic__add-btn',
      name: 'con.ROW.NAME',
    },
    formio: {
      column: (name) => `.formio-component-${name} input`,
      remove: '.formio-button-remove-row',
      add: '.formio-button-add-row',
      name: 'con.ROW.NAME',
    },
    antd: {
      column: (name) => `input[id$="_${name}"]`,
      remove: 'button:text("Xoá")',
      add: 'button:text("Thêm")',
      name: 'con_ROW_NAME',
    },
  };

describe.each(Object.entries(LISTS))('a row of %s that a person removes', (tech, list) => {
  let since: number;
  const box = (name: string, row: number) => page.locator(list.column(name)).nth(row);
  const told = async () =>
    Object.fromEntries(
      (await storedSince(stage.extension, since)).fields.map((it) => [it.key.split('/').at(-1), it]),
    );
  const nameOf = (name: string, row: number) => list.name.replace('ROW', `${row}`).replace('NAME', name);
  const record = (name: string, row: number, good: (it: FieldRecord) => boolean) =>
    until(
      async () => (await told())[nameOf(name, row)],
      (it) => it !== undefined && good(it),
    );

  async function type(name: string, row: number, words: string): Promise<void> {
    await box(name, row).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }

  it('takes its history with it, and those after it keep theirs', async () => {
    await page?.close();
    page = await stage.launched.context.newPage();
    since = Date.now();
    await openForm(page, stage.server, declaration(tech));
    await record('nghe', 1, ({ visible }) => visible);
    // Longer than a field counts as filled on load.
    await page.waitForTimeout(5_500);
    await type('hoTen', 0, 'Mai');
    await type('hoTen', 0, 'Mai Anh');
    await type('hoTen', 1, 'Lan');
    await type('nghe', 1, 'thợ may');
    await record('nghe', 1, ({ state }) => state === 'typed');
    expect(await record('hoTen', 0, ({ corrections }) => corrections > 0)).toMatchObject({ focusCount: 2 });
    await page.locator(list.remove).first().click();
    await record('hoTen', 1, ({ visible }) => !visible);
    expect(await record('nghe', 0, ({ state }) => state !== 'empty')).toMatchObject({
      ...{ state: 'typed', corrections: 0, focusCount: 1, visible: true },
    });
    expect((await told())[nameOf('hoTen', 0)]).toMatchObject({
      ...{ state: 'typed', corrections: 0, focusCount: 1, visible: true },
    });
    // The one correction is of the row that went, whose key the added one has: what is written now is no second one.
    await page.locator(list.add).first().click();
    await record('hoTen', 1, ({ visible, state }) => visible && state === 'empty');
    await type('hoTen', 1, 'Cúc');
    const added = await record('hoTen', 1, ({ state }) => state !== 'empty');
    const kept = (await told())[nameOf('hoTen', 0)];
    expect([added.state, added.corrections, kept?.state, kept?.corrections]).toEqual([
      'typed',
      1,
      'typed',
      0,
    ]);
  });
});
