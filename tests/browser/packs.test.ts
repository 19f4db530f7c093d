import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Submission } from '../../lib/flow/index.ts';
import { packOf } from '../../lib/guide/index.ts';
import { national } from '../../lib/portal/profiles/national.ts';
import { packText, readPack } from '../../lib/storage/correction-pack.ts';
import { PROFILE_PREFIX } from '../../lib/storage/settings.ts';
import { openPanel } from '../newcomer/panel.ts';
import { handedOut } from '../roads/exported.ts';
import { type Stage, setStage, until } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.extension.agree();
});
afterAll(() => stage.close());

const present = async () => (await stage.extension.stores()).submissions.at(-1) as Submission | undefined;
const mended = 'Gửi hồ sơ ngay';

/** A pack as a person writes it, with the submit's label in it. */
function pack(label: string): string {
  const [submit] = national.submit;
  const profile = { ...national, submit: [{ ...submit, text: label }] };
  return JSON.stringify({ format: 'dong-hanh-pack', version: 1, profiles: [profile] }, null, 2);
}

/** The rules that pages of the National Portal are to use, as text. */
async function laidOut(): Promise<string> {
  const [local] = (await stage.extension.storageAreas()) as [Record<string, unknown>];
  return JSON.stringify(local[`${PROFILE_PREFIX}dichvucong.gov.vn`]);
}

async function choose(text: string) {
  const dashboard = await stage.extension.open('dashboard');
  const file = { name: 'quy-tac.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await dashboard.locator('[data-action="import-pack"]').setInputFiles(file);
  return dashboard;
}

describe('rules of a portal that a person loads', () => {
  it('are refused with the line of the fault, and the built-in ones stay', async () => {
    const text = pack('Gửi Hồ Sơ');
    const line = text.split('\n').findIndex((it) => it.includes('Gửi Hồ Sơ')) + 1;
    const dashboard = await choose(text);
    await dashboard.locator(`[data-line="${line}"]`).getByText(`Dòng ${line}:`).waitFor();
    expect(Object.keys(((await stage.extension.storageAreas()) as object[])[0] ?? {})).not.toContain('packs');
    await dashboard.close();
  });

  it('hold at once on a page that stands open, until the built-in ones are wanted again', async () => {
    const page = await stage.openDeclaration();
    await until(present, (it) => it?.milestones['form-opened'] !== undefined);
    const button = page.locator('.actions button.primary');
    await button.evaluate((it, label) => {
      it.textContent = label;
    }, mended);
    await button.click();
    await page.waitForTimeout(1_000);
    expect((await present())?.milestones['submit-clicked']).toBeUndefined();

    const dashboard = await choose(pack('gui ho so ngay'));
    await dashboard.getByText('Đã dùng tệp mới').waitFor();
    // The background lays rules out for their pages once they are stored, and one click is all that is done here.
    await until(laidOut, (it) => it.includes('gui ho so ngay'));
    await page.bringToFront();
    const before = (await stage.extension.stores()).submissions.length;
    await button.click();
    await until(present, (it) => it?.milestones['submit-clicked'] !== undefined);
    expect((await stage.extension.stores()).submissions).toHaveLength(before);

    await dashboard.bringToFront();
    await dashboard.getByRole('button', { name: 'Trở về quy tắc có sẵn' }).click();
    await dashboard.getByText('Đã trở về quy tắc có sẵn').waitFor();
    await dashboard.getByRole('button', { name: 'Hoàn tác' }).click();
    await dashboard.getByText('Đang dùng quy tắc đã nạp').waitFor();
    await dashboard.close();
    await page.close();
  });

  it('say what a loaded guidance says, at once and in the language of the panel, until it is taken back', async () => {
    const page = await stage.openDeclaration();
    const panel = await openPanel(page);
    const says = (text: string) =>
      until(
        () => panel.read(),
        (seen) => seen?.text.includes(text) ?? false,
      );
    await says('Bước 4/7');
    const now = { vi: 'Bấm «Gửi ngay» ở cuối trang.', en: 'Press «Gửi ngay» at the end of the page.' };
    const guide = { ...packOf('national'), rules: [{ when: {}, stage: null, now, next: null }] };
    const dashboard = await choose(
      JSON.stringify({ format: 'dong-hanh-pack', version: 1, guides: [guide] }, null, 2),
    );
    await dashboard.getByText('Đã dùng tệp mới').waitFor();
    await page.bringToFront();
    expect((await says(now.vi))?.text).not.toContain('Bước 4/7');

    await dashboard.bringToFront();
    const saved = await handedOut(dashboard, '[data-action="save-pack"]');
    expect(saved).toContain(now.vi);
    await dashboard.getByRole('button', { name: 'Trở về hướng dẫn có sẵn' }).click();
    await dashboard.getByText('Đã trở về hướng dẫn có sẵn').waitFor();
    await page.bringToFront();
    await says('Bước 4/7');
    await dashboard.close();

    // Of a file of everything only what is not built in is taken: this guidance, and the rules that were loaded above.
    const again = await choose(saved);
    await again.getByText('quy tắc của 1 cổng, hướng dẫn của 1 cổng').waitFor();
    await again.getByRole('button', { name: 'Trở về hướng dẫn có sẵn' }).click();
    await again.getByText('Đã trở về hướng dẫn có sẵn').waitFor();
    await again.close();
    await page.close();
  });

  it('are counted where they no longer match, and what stands there is told without a word of anybody', async () => {
    // Before anything looks at it: a page on which nothing changes any more is counted as well.
    await stage.launched.context.addInitScript(() => {
      new MutationObserver((_, observer) => {
        const submit = document.querySelector('.actions button.primary');
        if (!submit) return;
        observer.disconnect();
        submit.textContent = 'Nộp cho bà Lò Thị Mai';
      }).observe(document, { subtree: true, childList: true });
    });
    const page = await stage.openDeclaration();
    await page.bringToFront();
    const told = async () => JSON.stringify((await stage.extension.stores()).meta);
    await expect.poll(told, { timeout: 25_000 }).toContain('health/national/submit/text');
    const dashboard = await stage.extension.open('dashboard');
    await dashboard.locator('#health [data-rule="national/submit/text"]').waitFor();
    // Each number stands under the words that say what it is.
    const begins = (selector: string) =>
      dashboard.locator(`#health ${selector}`).evaluateAll((all) =>
        all.map((it) => {
          const text = document.createRange();
          text.selectNodeContents(it);
          return Math.round(text.getBoundingClientRect().left);
        }),
      );
    expect(await begins('[data-rule="national/submit/text"] > *')).toEqual(await begins('thead th'));
    const report = await handedOut(dashboard, '[data-action="health-report"]');
    const [rule] = (JSON.parse(report) as { rules: { controls: { tag: string; label: string }[] }[] }).rules;
    expect(rule?.controls).toContainEqual({ tag: 'button', role: '', label: 'luu ho so' });
    expect(report).not.toMatch(/lo thi|mai/i);
    await dashboard.close();
    await page.close();
  }, 60_000);

  it('says which portals may be seen, and asks for the others in one click', async () => {
    const dashboard = await stage.extension.open('dashboard');
    const card = dashboard.locator('.card', { hasText: 'Các cổng Đồng hành được xem' });
    await card.locator('li').first().waitFor();
    const given = card.locator('li', { hasText: 'đã cho phép' });
    expect(await given.count()).toBe(2);
    expect(await card.locator('li', { hasText: 'chưa cho phép' }).count()).toBe(7);
    expect(await card.locator('[data-action="grant"]').isVisible()).toBe(true);
    await dashboard.close();
  });
});

it('corrections of a reviewer are taken over from a file, and handed on as one', async () => {
  const corrections = [
    {
      form: 'national/1.000656',
      field: 'citizenField19',
      kind: 'reason',
      subject: 'deceased',
      expectation: 'none',
    },
  ] as const;
  await stage.extension.choose({ role: 'reviewer' });
  const dashboard = await stage.extension.open('dashboard');
  const file = { name: 'sua.json', mimeType: 'application/json', buffer: Buffer.from(packText(corrections)) };
  await dashboard.locator('[data-action="import-corrections"]').setInputFiles(file);
  const handed = await handedOut(dashboard, '[data-action="export-corrections"]');
  expect(readPack(handed)).toEqual({ corrections });
  await dashboard.close();
});
