import type { Dialog } from 'playwright-core';
import type { Button } from '../../portal/systems/index.ts';
import { arrive } from '../citizen.ts';
import type { SiteCitizen } from './citizen.ts';
import { buttonOf, payThere } from './steps.ts';

/** Submits until the portal takes the dossier, with all the turns that the plan has. */
export async function handIn(citizen: SiteCitizen, button: Button): Promise<void> {
  const { page, turns, site } = citizen;
  await arrive(citizen, 'before-submit');
  if (site.confirms && turns.refusesConfirm) {
    await press(citizen, button, false);
    await page.waitForTimeout(300);
    if (turns.outcome === 'abandoned') return;
  }
  for (let tries = 0; tries < turns.rejectSubmits; tries++) {
    await press(citizen, button, true);
    await refused(citizen);
  }
  await press(citizen, button, true);
  if (site.submitPays) await payThere(citizen);
  await taken(citizen);
  await arrive(citizen, 'submitted');
}

/** Presses as planned, and answers what is asked back. */
async function press(citizen: SiteCitizen, button: Button, agrees: boolean): Promise<void> {
  const { page, turns, site } = citizen;
  const control = buttonOf(citizen, button);
  const answer = (dialog: Dialog) => void (agrees ? dialog.accept() : dialog.dismiss());
  if (site.confirms) page.once('dialog', answer);
  await control.and(page.locator(':enabled')).waitFor();
  if (turns.submitsBy === 'click') return control.click();
  await control.focus();
  await page.keyboard.press(turns.submitsBy);
}

async function refused({ page, site, turns }: SiteCitizen): Promise<void> {
  const error = page.locator('.Toastify__toast--error, .alert-danger').last();
  if (site.shape === 'pages') await page.waitForLoadState('domcontentloaded');
  await error.waitFor();
  if (turns.waitsForToast && site.shape !== 'pages') await error.waitFor({ state: 'detached' });
  // Where one toast is like the next, wait until the button can be pressed again.
  await page.waitForTimeout(150);
}

async function taken({ page, site }: SiteCitizen): Promise<void> {
  const heading = site.result?.[0] ?? 'Danh sách hồ sơ';
  await page.getByRole('heading', { name: heading, exact: true }).waitFor();
}

/** Tries to press what is disabled, where the page has such a button. */
export async function pressDisabled(citizen: SiteCitizen, button: Button): Promise<void> {
  if (!button.whenReady || !citizen.turns.pressesDisabled) return;
  const control = buttonOf(citizen, button);
  if (await control.isEnabled()) return;
  await control.scrollIntoViewIfNeeded();
  const box = await control.boundingBox();
  if (box) await citizen.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
