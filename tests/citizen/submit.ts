import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { arrive, type Citizen, type } from './citizen.ts';
import { pressFree } from './hands.ts';

/** Papers, draft, feedback, the way of receiving the result, and submitting until it is accepted. */
export async function finish(citizen: Citizen, fillForgotten: () => Promise<void>): Promise<void> {
  const { page, plan } = citizen;
  for (let row = 0; row < plan.uploads; row++) await upload(citizen, row);
  await arrive(citizen, 'documents');
  if (plan.savesDraft) {
    await page.getByRole('button', { name: 'Lưu hồ sơ', exact: true }).click();
    await page.getByText('Lưu hồ sơ thành công').waitFor();
  }
  if (plan.sendsFeedback) await sendFeedback(citizen);
  await page.locator('.methods label').getByText(plan.resultMethod, { exact: true }).click();
  await arrive(citizen, 'before-submit');
  if (plan.forgets) {
    await pressSubmit(citizen);
    await page.locator('.sd-root-modern .sd-question--error').first().waitFor();
    await fillForgotten();
  }
  for (let tries = 0; tries < plan.rejectSubmits; tries++) {
    if ((await pressSubmit(citizen)) !== 'rejected')
      throw new Error('the portal should have rejected this submit');
    if (plan.waitsForToast) await page.locator('.Toastify__toast--error').waitFor({ state: 'detached' });
  }
  if ((await pressSubmit(citizen)) !== 'accepted') throw new Error('the portal did not accept the dossier');
}

/** Presses the button and waits until the portal has answered, whatever it says. */
async function pressSubmit({ page }: Citizen): Promise<'accepted' | 'rejected'> {
  const button = page.getByRole('button', { name: 'Lưu và nộp hồ sơ', exact: true });
  await button.click();
  const result = page.getByRole('heading', { name: 'Nộp hồ sơ thành công', exact: true });
  // The button is disabled from the click itself until the answer, so enabled means answered.
  const enabled = page.locator('.actions button.primary:not(:disabled)');
  await result.or(enabled).first().waitFor();
  return (await result.isVisible()) ? 'accepted' : 'rejected';
}

/** Gives a paper to a row, again after each failure. */
export async function upload(citizen: Citizen, index: number): Promise<void> {
  const { page } = citizen;
  const row = page.locator('.document-row').nth(index);
  for (let tries = 0; tries < 5; tries++) {
    await chooseFile(page, row);
    await row.locator('progress').waitFor({ state: 'detached' });
    const done = row.locator('.good');
    await done.or(row.locator('.bad')).waitFor();
    if (await done.isVisible()) return;
  }
  throw new Error('the portal took no paper in five tries');
}

/**
 * Answers the file dialog of a row. Not Playwright's own way: that makes the change events by script, while a person's
 * choice is a trusted one, and the browser's own command makes it so.
 */
async function chooseFile(page: Page, row: Locator): Promise<void> {
  const file = await paperFile();
  // Firefox has the command, and tells of no dialog: there the file comes without the press.
  if (page.context().browser()?.browserType().name() === 'firefox') {
    await row.locator('input[type=file]').setInputFiles(file);
  } else
    await chooseInChromium(page, file, () =>
      pressFree({ page }, row.getByRole('button', { name: 'Chọn tệp' })),
    );
}

/** Gives the paper where `open` opens a file dialog. Chromium only. */
export async function giveFile(page: Page, open: () => Promise<void>): Promise<void> {
  await chooseInChromium(page, await paperFile(), open);
}

/** One paper for all: a browser may read it long after it was chosen. */
let paper: Promise<string> | undefined;
const paperFile = () => {
  paper ??= writePaper();
  return paper;
};

async function writePaper(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'giay-to-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'giay-to.pdf');
  await writeFile(file, '%PDF-1.4 thử');
  return file;
}

async function chooseInChromium(page: Page, file: string, open: () => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Page.enable');
    await session.send('Page.setInterceptFileChooserDialog', { enabled: true });
    const opened = new Promise<number>((resolve) => {
      session.once('Page.fileChooserOpened', ({ backendNodeId }) => resolve(backendNodeId ?? 0));
    });
    await open();
    await session.send('DOM.setFileInputFiles', { files: [file], backendNodeId: await opened });
  } finally {
    await session.detach();
  }
}

async function sendFeedback(citizen: Citizen): Promise<void> {
  const { page } = citizen;
  await page.locator('.feedback textarea').click();
  await type(citizen, 'Trang tai cham o ban Huoi Vang');
  await page.getByRole('button', { name: 'Gửi Phản ánh kiến nghị', exact: true }).click();
  await page.getByText('Gửi thành công').waitFor();
}
