import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Asked, FieldRecord } from '../../lib/fields/index.ts';
import { openForm } from '../technologies/open.ts';
import { recordSince, smallForm, storedSince } from './small-form.ts';
import { type FormStage, setFormStage, submitAtOnce, until } from './stage.ts';

const declaration = smallForm('slow-machine', { hoTen: 'Họ, chữ đệm, tên' });

let stage: FormStage;
let page: Page;
let since: number;
beforeAll(async () => {
  stage = await setFormStage();
});
afterAll(() => stage.close());
afterEach(() => page.close());

const row = (name: string, label: string) =>
  `<p><label for="${name}">${label}</label> <input id="${name}" name="${name}"></p>`;
const FORM = `<form onsubmit="return false">
  <h3>Thông tin người chết</h3>
  ${row('soDinhDanh', 'Số định danh cá nhân của người chết')}
  ${row('hoTenNguoiChet', 'Họ, chữ đệm, tên người chết')}
  <h3>Thông tin người yêu cầu</h3>
  ${row('hoTen', 'Họ, chữ đệm, tên người yêu cầu')}
  ${row('ngayCap', 'Ngày cấp')}
  ${row('ghiChu', 'Ghi chú')}
</form>
<button id="nop" type="button">Lưu và nộp hồ sơ</button>
<script>
  /** Nothing else happens on the page for so long. */
  function work(ms) {
    const until = Date.now() + ms;
    while (Date.now() < until);
  }
</script>`;

/** Opens the declaration with a script of its own, in a tab of its own; `slower`: so many times as slow as this machine. */
async function open(script = '', slower = 1): Promise<void> {
  const body = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Nộp hồ sơ</title><main>${FORM}</main><script>${script}</script></html>`;
  page = await stage.launched.context.newPage();
  await page.route('**/nop-ho-so*', (route) => route.fulfill({ contentType: 'text/html', body }));
  const cdp = await stage.launched.context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
  since = Date.now();
  await page.goto(stage.server.address(declaration, { direct: true }));
}
const record = (name: string, good: (it: FieldRecord) => boolean) =>
  recordSince(stage.extension, since, name, good);
/** What the background was asked to judge, by any page. */
const questions = async () =>
  ((await stage.extension.heard()) as ({ name: string } & Asked)[]).filter(({ name }) => name === 'judge');
const isFilled = ({ state }: FieldRecord) => state !== 'empty';
const box = (name: string) => page.locator(`#${name}`);
async function write(name: string, text: string): Promise<void> {
  await box(name).click();
  await page.keyboard.press('End');
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}
const LOOKS_UP = (ms: number) => `soDinhDanh.addEventListener('change', () => {
  setTimeout(() => { hoTenNguoiChet.value = 'Lò Thị A'; }, ${ms});
});`;

describe('while nobody has judged the fields yet', () => {
  /** Longer than the acts take. */
  const BUSY_MS = 4_000;

  it('what a key brings is its look-up’s, and what a person writes anew is a correction', async () => {
    await stage.extension.occupyWorker(BUSY_MS);
    await open(LOOKS_UP(100));
    await page.waitForTimeout(300);
    await write('soDinhDanh', '011050000001');
    await write('hoTen', 'Mai');
    await write('hoTen', 'h');
    await page.waitForTimeout(300);
    expect(await record('hoTenNguoiChet', isFilled)).toMatchObject({ state: 'portal-on-lookup' });
    expect(await record('soDinhDanh', isFilled)).toMatchObject({ state: 'typed', corrections: 0 });
    expect(await record('hoTen', isFilled)).toMatchObject({ corrections: 1, focusCount: 2 });
  });

  it('a value that a person only copies stays the portal’s', async () => {
    await stage.extension.occupyWorker(BUSY_MS);
    await open("ghiChu.value = 'Không'");
    await page.waitForTimeout(300);
    await box('ghiChu').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await page.keyboard.press('Tab');
    expect(await record('ghiChu', isFilled)).toMatchObject({ state: 'portal-on-load', focusCount: 1 });
  });
});

describe('while the page is busy', () => {
  it('what a person chose is theirs, however late it comes into its box', async () => {
    await open(`const calendar = document.createElement('div');
      calendar.className = 'my-calendar';
      calendar.innerHTML = '<div role="gridcell" tabindex="-1">7</div>';
      ngayCap.onfocus = () => ngayCap.after(calendar);
      const soon = (then) => setTimeout(() => { work(800); then(); });
      calendar.onclick = () => soon(() => soon(() => { ngayCap.value = '07/11/2026'; ngayCap.className = 'full'; }));`);
    await record('ngayCap', ({ visible }) => visible);
    await box('ngayCap').click();
    await page.locator('[role=gridcell]').click();
    expect(await record('ngayCap', isFilled)).toMatchObject({ state: 'chosen' });
  });

  it('a look-up that left no trace is one, though the last look at it comes late', async () => {
    await open(`${LOOKS_UP(6_000)}
      soDinhDanh.addEventListener('change', () => setTimeout(() => work(1_500), 9_000));`);
    await record('hoTenNguoiChet', ({ visible }) => visible);
    // Longer than a field counts as filled on load.
    await page.waitForTimeout(5_000);
    await write('soDinhDanh', '011050000001');
    await page.waitForTimeout(6_000);
    expect(await record('hoTenNguoiChet', isFilled)).toMatchObject({ state: 'portal-on-lookup' });
  }, 40_000);

  it('the fields of a long form are asked about together, though it is read bit by bit', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `them${index}`);
    const rows = names.map((name) => row(name, 'Số giấy tờ khác')).join('');
    const before = (await questions()).length;
    await open(`document.querySelector('form').insertAdjacentHTML('beforeend', ${JSON.stringify(rows)});`, 8);
    await record('them299', ({ visible }) => visible);
    const sizes = (await questions()).slice(before).map(({ fields }) => fields.length);
    expect(sizes).toEqual([305]);
  });

  it('what a person writes into a field that came while a long form is read again is theirs', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => row(`them${index}`, 'Số giấy tờ khác')).join('');
    await open(`document.querySelector('form').insertAdjacentHTML('beforeend', ${JSON.stringify(rows)});`, 8);
    await record('them299', ({ visible }) => visible);
    // New fields are read again 1.5 s after they were found, at this pace for some seconds: some of these come meanwhile.
    const names = ['maSo1', 'maSo2', 'maSo3', 'maSo4', 'maSo5', 'maSo6'];
    for (const name of names) {
      await page.waitForTimeout(300);
      await page.evaluate(
        ({ html, id }) => {
          document.querySelector('form')?.insertAdjacentHTML('beforeend', html);
          document.getElementById(id)?.focus();
        },
        { html: row(name, 'Mã số'), id: name },
      );
      await page.keyboard.type('01');
    }
    for (const name of names)
      expect(await record(name, isFilled)).toMatchObject({ state: 'typed', focusCount: 1 });
  });

  it('a submit that the form refuses is refused, however long its checks take', async () => {
    await open(`nop.onclick = () => { work(3_500); hoTen.classList.add('sd-question--error'); };`);
    await write('ghiChu', 'Không');
    await box('nop').click();
    const rejections = async () => (await storedSince(stage.extension, since)).submission?.rejections;
    expect(await until(rejections, (count) => count === 1)).toBe(1);
  });

  it('a press on the submit is one, and is waited for from then on, however long the page takes to send it', async () => {
    await open(`const form = document.querySelector('form');
      nop.type = 'submit';
      form.append(nop);
      nop.onclick = () => work(1_500);
      form.onsubmit = () => {
        form.outerHTML = '<h2>Nộp hồ sơ thành công</h2>';
        return false;
      };`);
    await write('hoTen', 'Mai');
    await box('hoTen').click();
    await page.keyboard.press('Enter');
    const ended = async () => (await storedSince(stage.extension, since)).submission;
    const it = await until(ended, (submission) => submission?.outcome === 'submitted');
    expect(it?.waitingMs).toBeGreaterThanOrEqual(1_500);
  });
});

describe('a page that never rests', () => {
  const LABEL = 'Ghi chú về giấy tờ kèm theo, số';

  // First: its login begins a dossier of which the test after it must not be the next within half a second.
  it('tells of a login that it shows only once its form stands', async () => {
    const LOGIN = `
      const start = document.body.appendChild(document.createElement('button'));
      start.textContent = 'Đăng nhập';
      start.onclick = () => setTimeout(() => {
        const user = document.body.appendChild(document.createElement('p'));
        user.className = 'user-dropdown';
        user.textContent = 'Tài khoản';
      }, 1_000);`;
    await open(LOGIN);
    await record('hoTen', () => true);
    const before = Date.now();
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    const passed = async () => (await storedSince(stage.extension, since)).submission?.milestones;
    const { 'login-completed': login } =
      (await until(passed, (it) => Boolean(it?.['login-completed']))) ?? {};
    // It is looked for with the fields, which wait for 1.4 s at most.
    expect(login?.at).toBeGreaterThanOrEqual(before + 1_000);
    expect(login?.at).toBeLessThan(before + 2_500);
  });

  it('has all fields of a long form known all the same', async () => {
    // A clock that is drawn anew twenty times a second, beside a form that takes longer to go through than to read a bit.
    const script = `
      const clock = document.body.appendChild(document.createElement('p'));
      setInterval(() => { clock.innerHTML = '<b>Còn lại</b> ' + Date.now(); }, 50);
      const add = (count) => {
        for (let i = 0; i < 200; i++)
          document.forms[0].insertAdjacentHTML('beforeend',
            '<p><label for="giayTo' + count + '_' + i + '">${LABEL} ' + i + '</label> <input id="giayTo' + count + '_' + i + '"></p>');
      };
      add('Dau');
      setTimeout(() => add('Sau'), 3_000);`;
    await open(script, 4);
    const known = async () =>
      (await storedSince(stage.extension, since)).fields.filter(({ label }) => label.startsWith(LABEL))
        .length;
    await page.waitForTimeout(8_000);
    await until(known, (it) => it === 400);
  });
});

describe('a tab that a machine short of memory puts aside', () => {
  type Tabs = { id: number; url?: string }[];
  type World = {
    chrome: {
      tabs: {
        query(of: object): Promise<Tabs>;
        discard(id: number): Promise<{ id: number }>;
        update(id: number, how: { active: true }): Promise<unknown>;
      };
    };
  };

  /** Has the browser end the page of the declaration, whose tab is behind another. Resolves to the tab's number then. */
  const putAside = () =>
    worker().evaluate(async () => {
      const { tabs } = (globalThis as unknown as World).chrome;
      const tab = (await tabs.query({})).find(({ url }) => url?.includes('/nop-ho-so'));
      return (await tabs.discard(tab?.id ?? 0)).id;
    });
  const comeBackTo = (tab: number) =>
    worker().evaluate((id) => (globalThis as unknown as World).chrome.tabs.update(id, { active: true }), tab);
  function worker() {
    const [running] = stage.launched.context.serviceWorkers();
    if (!running) throw new Error('no worker is running');
    return running;
  }

  it('comes back under another number, and its dossier goes on in it', async () => {
    const { context } = stage.launched;
    page = await context.newPage();
    since = Date.now();
    await openForm(page, stage.server, declaration);
    await record('hoTen', () => true);
    const front = await stage.extension.open('popup');
    const tab = await putAside();
    await comeBackTo(tab);
    const isBack = (it: Page) => it !== page && it.url().includes('/nop-ho-so');
    page = (await until(async () => context.pages().find(isBack), Boolean)) as Page;
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await submitAtOnce(page, stage.extension);
    await front.close();
    const begun = (await stage.extension.submissions()).filter(({ startedAt }) => startedAt >= since - 500);
    expect(begun).toMatchObject([{ outcome: 'submitted', startedBy: 'first-page' }]);
    expect(begun[0]?.steps.length).toBeGreaterThan(0);
    expect((await storedSince(stage.extension, since)).fields).toHaveLength(1);
  });
});
