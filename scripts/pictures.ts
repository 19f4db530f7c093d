/** `npm run pictures`: the README's screenshots, taken anew from the built extension on the practice portal. */
import { join } from 'node:path';
import type { Role } from '../lib/flow/index.ts';
import { clickInside } from '../tests/browser/inside.ts';
import { setStage } from '../tests/browser/stage.ts';
import { planFor, prepareRoad, walkRoad } from '../tests/citizen/index.ts';
import { ensureChromium } from './lib/chromium.ts';
import { build } from './lib/run-tool.ts';

const folder = join(import.meta.dirname, '..', 'tests', 'pictures');
/** The companion waits so long before it judges an empty field. */
const SETTLED_MS = 7_000;

async function pictureOfDeclaration(
  name: string,
  { width = 1280, height = 800, role = 'helper' as Role },
): Promise<void> {
  const stage = await setStage({ viewport: { width, height } });
  await stage.extension.agree();
  const popup = await stage.extension.open('popup');
  await popup.locator(`[data-role="${role}"]`).click();
  await popup.close();
  const page = await stage.openDeclaration();
  await page.waitForTimeout(SETTLED_MS);
  if (role === 'reviewer') await clickInside(page, { role: 'button', name: /^Các ô/ });
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await stage.close();
}

async function picturesAfterRoad(): Promise<void> {
  const stage = await setStage();
  await stage.extension.agree();
  const { context } = stage.launched;
  const plan = {
    ...planFor(8),
    reloads: false,
    forgets: null,
    outcome: 'submitted' as const,
    typingDelayMs: 60,
  };
  await prepareRoad(context, stage.portal, plan);
  const page = await context.newPage();
  await walkRoad(page, plan);
  await page.close();
  await stage.extension.settled();
  for (const [name, width, height] of [
    ['popup', 360, 620],
    ['dashboard', 1100, 720],
  ] as const) {
    const shown = await stage.extension.open(name);
    await shown.setViewportSize({ width, height });
    await shown.locator('[data-metric="last-elapsed"][data-value]').waitFor();
    if (name === 'dashboard') {
      await shown.locator('tr[data-submission] button').first().click();
      await shown.locator('tr[data-field]').first().waitFor();
    }
    await shown.screenshot({ path: join(folder, `${name}.png`) });
    await shown.close();
  }
  await stage.close();
}

ensureChromium(console.log);
await build('chrome');
await pictureOfDeclaration('companion', {});
await pictureOfDeclaration('reviewer', { role: 'reviewer' });
await pictureOfDeclaration('volunteer', { role: 'volunteer' });
await pictureOfDeclaration('companion-360', { width: 360, height: 740 });
await picturesAfterRoad();
console.log(folder);
