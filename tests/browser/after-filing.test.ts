import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Road, Submission } from '../../lib/flow/index.ts';
import { logArrived } from '../citizen/index.ts';
import { type Stage, setStage, submitAtOnce, until } from './stage.ts';

/** What a person does in the tab in which a dossier was just filed. */

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

const roads = async () =>
  ((await stage.extension.stores()).meta as { value: { road?: Road } }[]).flatMap(
    ({ value }) => value.road ?? [],
  );
const outcomes = async () =>
  (await stage.extension.submissions())
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map(({ outcome }: Submission) => outcome);

it('the form that is shown once more is no dossier that is given up, and one as soon as it is filled in', async () => {
  const page = await stage.openDeclaration();
  await submitAtOnce(page, stage.extension);
  await shownOnceMore(page);
  // Its opening was written: what is not there by then never comes.
  await until(roads, ([road]) => road?.submission.startedBy === 'next-dossier' && road.formTab !== null);
  expect(await outcomes()).toEqual(['submitted']);
  await shownOnceMore(page);
  await page.locator('.sd-root-modern input[type=text]:not([readonly])').first().focus();
  await page.keyboard.type('Mai');
  await until(outcomes, (all) => all.length === 2);
  await page.close();
  expect(await until(outcomes, (all) => !all.includes('open'))).toEqual(['submitted', 'abandoned']);
});
