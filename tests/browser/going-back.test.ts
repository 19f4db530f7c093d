import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Road, Submission } from '../../lib/flow/index.ts';
import { logArrived } from '../citizen/index.ts';
import { procedures } from '../portal/catalog.ts';
import { type Stage, setStage, submitAtOnce, until } from './stage.ts';

/** What a person does who goes back, or has a form shown once more. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.extension.agree();
});
afterAll(() => stage.close());

/** Opens the form once more, as the portal's own log has it. */
async function shownOnceMore(page: Page): Promise<void> {
  const shown = () => stage.portal.log.entries().filter(({ type }) => type === 'form-shown').length;
  const before = shown();
  await page.reload();
  await page.locator('.sd-root-modern [data-name]').first().waitFor();
  await logArrived(page);
  await until(shown, (count) => count === before + 1);
}

/** The road that began last: they are stored by ids, which are of no order. */
async function lastRoad(): Promise<Road | undefined> {
  const { meta } = await stage.extension.stores();
  const roads = (meta as { value: { road?: Road } }[]).flatMap(({ value }) => value.road ?? []);
  return roads.toSorted((one, other) => one.submission.startedAt - other.submission.startedAt).at(-1);
}

const outcomes = async () =>
  (await stage.extension.submissions())
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map(({ outcome }: Submission) => outcome);

it('the form that is shown once more is no dossier that is given up, and one as soon as it is filled in', async () => {
  const page = await stage.openDeclaration();
  await submitAtOnce(page, stage.extension);
  await shownOnceMore(page);
  // Its opening was written: what is not there by then never comes.
  await until(lastRoad, (road) => road?.submission.startedBy === 'next-dossier' && road.formTab !== null);
  expect(await outcomes()).toEqual(['submitted']);
  await shownOnceMore(page);
  await page.locator('.sd-root-modern input[type=text]:not([readonly])').first().focus();
  await page.keyboard.type('Mai');
  await until(outcomes, (all) => all.length === 2);
  await page.close();
  expect(await until(outcomes, (all) => !all.includes('open'))).toEqual(['submitted', 'abandoned']);
});

it('a look at another procedure in the middle of a form, and back to it, is no dossier of that procedure', async () => {
  const since = Date.now();
  const ofProcedure = (code: string) =>
    `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/${procedures.find((it) => it.code === code)?.id}`;
  const page = await stage.openDeclaration();
  const form = page.url();
  await page.goto('https://dichvucong.gov.vn/');
  for (const address of [ofProcedure('1.000656'), form, ofProcedure('2.000635')]) {
    await page.goto(address);
    const known = async () => (await lastRoad())?.submission.steps.at(-1)?.id;
    await until(known, (step) => step === (address === form ? 'national/declare' : 'national/procedure'));
    if (address === form) await page.locator('.sd-root-modern [data-name]').first().waitFor();
  }
  await page.goBack();
  await page.locator('.sd-root-modern [data-name]').first().waitFor();
  await submitAtOnce(page, stage.extension);
  await page.close();
  const begun = (await stage.extension.submissions()).filter(({ startedAt }) => startedAt >= since - 500);
  expect(begun).toMatchObject([{ outcome: 'submitted', procedure: { code: '1.000656' } }]);
});

it('the form that stands in one tab is no second dossier in another until it is filled in there, and then has all of its page', async () => {
  const since = Date.now();
  const begun = async () =>
    (await stage.extension.submissions())
      .filter(({ startedAt }) => startedAt >= since - 500)
      .toSorted((a, b) => a.startedAt - b.startedAt);
  const page = await stage.openDeclaration();
  await until(begun, ([first]) => first?.milestones['form-opened'] !== undefined);
  await page.locator('.sd-root-modern input[type=text]:not([readonly])').first().focus();
  await page.keyboard.type('Mai');
  await until(begun, ([first]) => first?.milestones['first-input'] !== undefined);
  const openedBeside = async () => {
    const [beside] = await Promise.all([
      stage.launched.context.waitForEvent('page'),
      page.evaluate(() => void window.open(location.href)),
    ]);
    await beside.locator('.sd-root-modern [data-name]').first().waitFor();
    await until(lastRoad, (road) => road?.submission.startedBy === 'next-dossier' && road.formTab !== null);
    return beside;
  };
  const looked = await openedBeside();
  await looked.close();
  await until(lastRoad, (road) => road?.endReason === 'tab-closed');
  expect(await begun()).toMatchObject([{ outcome: 'open' }]);
  const filled = await openedBeside();
  await filled.locator('.sd-root-modern input[type=text]:not([readonly])').first().focus();
  await filled.keyboard.type('Lan');
  const [, second] = await until(begun, (all) => all.length === 2);
  expect(second).toMatchObject({ outcome: 'open', portals: ['national'] });
  expect(second?.milestones['portal-opened']?.at).toBe(second?.startedAt);
  await filled.close();
  await page.close();
  await until(outcomes, (all) => !all.includes('open'));
});

it('two forms that are opened in tabs of their own from the page of one procedure are both of that', async () => {
  const example = await stage.openDeclaration();
  const form = example.url();
  await example.close();
  await until(lastRoad, (road) => road?.endReason === 'tab-closed');
  const since = Date.now();
  const codes = async () =>
    (await stage.extension.submissions())
      .filter(({ startedAt }) => startedAt >= since)
      .map(({ procedure }) => procedure.code);
  const page = await stage.launched.context.newPage();
  const { id } = procedures.find(({ code }) => code === '1.000656') ?? {};
  await page.goto(`https://dichvucong.gov.vn/thu-tuc-hanh-chinh/${id}`);
  await until(lastRoad, (road) => road?.submission.procedure.code === '1.000656');
  for (const startedBy of ['first-page', 'next-dossier']) {
    // The browser takes the tab in sight for the opener.
    await page.bringToFront();
    const [opened] = await Promise.all([
      stage.launched.context.waitForEvent('page'),
      page.evaluate((address) => void window.open(address), form),
    ]);
    await until(lastRoad, (road) => road?.submission.startedBy === startedBy && road.formTab !== null);
    await opened.locator('.sd-root-modern input[type=text]:not([readonly])').first().focus();
    await opened.keyboard.type('Mai');
  }
  expect(await until(codes, (all) => all.length === 2)).toEqual(['1.000656', '1.000656']);
});
