import { arrive } from '../citizen.ts';
import { openCard, walkToCard } from '../way.ts';
import type { SiteCitizen } from './citizen.ts';
import { handIn, pressDisabled } from './hand-in.ts';
import { currentStep, doStep, goOn } from './steps.ts';

/** From the portal's first page to the declaration on another host. The citizen goes on in the tab that has it. */
export async function walkToSite(citizen: SiteCitizen): Promise<void> {
  const { page, turns, site } = citizen;
  await walkToCard(citizen);
  const opened = turns.opens === 'same-tab' ? null : page.context().waitForEvent('page');
  await openCard(citizen, true);
  if (opened) {
    citizen.page = await opened;
    await citizen.page.bringToFront();
  }
  await citizen.page.waitForURL((url) => site.hosts.includes(url.hostname));
  const begin = citizen.page.locator('a.begin');
  const there = citizen.page.locator('.stepper, .nav-tabs').first();
  await begin.or(there).first().waitFor();
  if (await begin.isVisible()) await begin.click();
}

/** From wherever the dossier stands to its end. After a reload or a restored tab it goes on from there. */
export async function finishSite(citizen: SiteCitizen): Promise<void> {
  const { site, turns } = citizen;
  for (;;) {
    const index = await currentStep(citizen);
    const step = site.steps[index];
    if (!step) throw new Error(`${site.system} shows no step of its own`);
    const submit = step.buttons.find(({ does }) => does === 'submit');
    if (submit) await pressDisabled(citizen, submit);
    await doStep(citizen, step);
    const refusesAndLeaves = submit && site.confirms && turns.refusesConfirm;
    if (turns.outcome === 'abandoned' && submit && !refusesAndLeaves) return arrive(citizen, 'before-submit');
    if (submit) return handIn(citizen, submit);
    await goOn(citizen, index);
    // A session that ran out leads back to where it did.
    await turnBack(citizen, await currentStep(citizen));
  }
}

/** A step back and on again, or out of the site and back by the browser's own buttons; once a road. */
async function turnBack(citizen: SiteCitizen, index: number): Promise<void> {
  const { page, site, turns } = citizen;
  if (turns.goesBack === 'no' || citizen.did.has('back')) return;
  citizen.did.add('back');
  if (turns.goesBack === 'history') {
    if (turns.opens !== 'same-tab' || citizen.plan.startedBy === 'login-on-demand' || turns.expires) return;
    await page.goBack({ waitUntil: 'commit' }).catch((error: Error) => {
      // The page before was posted and is not kept: the browser shows a page of its own, from which one goes on again.
      if (!error.message.includes('ERR_CACHE_MISS')) throw error;
    });
    await page.waitForTimeout(250);
    await page.goForward({ waitUntil: 'commit' });
    await page.waitForLoadState();
    return;
  }
  const hasBack = site.steps[index]?.buttons.some(({ does }) => does === 'back');
  if (hasBack) await goOn(citizen, index, 'back');
}
