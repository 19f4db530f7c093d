import type { Locator } from 'playwright-core';
import type { Button, Step } from '../../portal/systems/index.ts';
import { arrive } from '../citizen.ts';
import { upload } from '../submit.ts';
import { logIn } from '../way.ts';
import type { SiteCitizen } from './citizen.ts';
import { fillDeclaration } from './fill.ts';

/** The index of the step that the page shows. */
export async function currentStep({ page, site }: SiteCitizen): Promise<number> {
  if (site.shape === 'tabs') {
    const shown = page.locator('.tab-pane:visible');
    await shown.waitFor();
    return Number(await shown.getAttribute('data-step'));
  }
  const active = page.locator('.stepper .active');
  await active.waitFor();
  const title = (await active.textContent())?.trim();
  return site.steps.findIndex((step) => step.title === title);
}

/** The button as a person finds it, on the step that is shown. */
export function buttonOf({ page, site }: SiteCitizen, { text, attributes }: Button): Locator {
  if (site.system === 'business') return page.locator(`input[type=submit][value="${text}"]`);
  const all = page.locator('.buttons button:visible').filter({ hasText: new RegExp(`^\\s*${text}\\s*$`) });
  return attributes?.id ? all.and(page.locator(`#${attributes.id}`)) : all;
}

/** Everything of one step, but its last button. */
export async function doStep(citizen: SiteCitizen, step: Step): Promise<void> {
  const { page, plan, turns, site } = citizen;
  for (const part of step.parts) {
    if (part === 'declaration') await fillDeclaration(citizen);
    if (part === 'documents') await giveDocuments(citizen);
    if (part === 'fee') await payFee(citizen);
    if (part === 'method')
      await page.locator('.methods label').getByText(plan.resultMethod, { exact: true }).click();
    if (part === 'captcha') {
      await page.locator('input[name=captcha]').click();
      await page.keyboard.type('x7k2');
    }
  }
  if (turns.pressesDecoys && !citizen.did.has('decoys') && site.shape !== 'pages')
    await pressDecoys(citizen, step);
  const draft = step.buttons.find(({ does }) => does === 'draft');
  if (!draft || !turns.savesDraft || citizen.did.has('draft')) return;
  citizen.did.add('draft');
  await buttonOf(citizen, draft).click();
  if (site.shape !== 'pages') await page.getByText('Lưu hồ sơ thành công').first().waitFor();
  else await page.waitForLoadState();
}

async function giveDocuments(citizen: SiteCitizen): Promise<void> {
  if (!citizen.did.has('documents')) {
    for (let row = 0; row < citizen.turns.uploads; row++) await upload(citizen, row);
  }
  citizen.did.add('documents');
  await arrive(citizen, 'documents');
}

/** Pays where something is to be paid and the submit does not lead there itself. */
async function payFee(citizen: SiteCitizen): Promise<void> {
  const { page, site, turns } = citizen;
  if (turns.fee === 'free' || site.submitPays || citizen.did.has('payment')) return;
  citizen.did.add('payment');
  await page.locator('[data-does=pay]:visible').click();
  await payThere(citizen);
  await page.locator('.fees:visible').getByText('Đã thanh toán').waitFor();
  // What is pressed before the page's own scripts run is pressed in vain.
  await page.waitForLoadState();
}

/** The payment host's one page. */
export async function payThere({ page }: SiteCitizen): Promise<void> {
  await page.locator('input[name=otp]').click();
  await page.keyboard.type('771942');
  await page.locator('#xac-nhan-thanh-toan').click();
}

async function pressDecoys(citizen: SiteCitizen, step: Step): Promise<void> {
  const { page } = citizen;
  citizen.did.add('decoys');
  await page.locator('[data-does=feedback]').click();
  await page.getByText('Gửi thành công').first().waitFor();
  for (const button of step.buttons) {
    if (button.does === 'preview' || button.does === 'close') await buttonOf(citizen, button).click();
  }
}

/** Presses the step's button and waits for the next one; a session that ran out is begun again on the way. */
export async function goOn(
  citizen: SiteCitizen,
  index: number,
  does: 'next' | 'back' = 'next',
): Promise<void> {
  const { page, site } = citizen;
  const button = site.steps[index]?.buttons.find((one) => one.does === does);
  if (!button) throw new Error(`${site.system} has no way ${does} from step ${index}`);
  await buttonOf(citizen, button).click();
  const wanted = index + (does === 'next' ? 1 : -1);
  const shown =
    site.shape === 'tabs'
      ? page.locator(`.tab-pane[data-step="${wanted}"]:visible`)
      : page.locator('.stepper .active').filter({ hasText: site.steps[wanted]?.title ?? '' });
  const login = page.locator('input[name=account]');
  await shown.or(login).first().waitFor();
  if (await login.isVisible()) await logIn(citizen);
}
