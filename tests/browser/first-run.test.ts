import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage, until } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const kept = async () => {
  const { days, events, fields, meta, submissions } = await stage.extension.stores();
  return [...days, ...events, ...fields, ...meta, ...submissions].length;
};

describe('first run', () => {
  it('opens the welcome page by itself', async () => {
    const opened = () => stage.launched.context.pages().map((page) => page.url());
    await until(opened, (urls) => urls.some((url) => url.endsWith('/welcome.html')));
  });

  it('records nothing before consent, though a declaration is filled', async () => {
    const page = await stage.openDeclaration();
    await page.locator('.sd-root-modern [data-name^="citizenmoiquanhe"] input').click();
    await page.keyboard.type('con de');
    await page.keyboard.press('Tab');
    await page.waitForTimeout(1_500);
    expect(await kept()).toBe(0);
    // Not even the rules of portals, or a key; the browser's run alone has a number, which dies with it.
    const areas = (await stage.extension.storageAreas()) as object[];
    expect(areas.flatMap((area) => Object.keys(area)).filter((key) => key !== 'session')).toEqual([]);
    expect(await stage.extension.heard()).toEqual([]);
    expect(await page.locator('dong-hanh-companion').count()).toBe(0);
    await page.close();
  });

  it('begins on the open page as soon as consent is given', async () => {
    const page = await stage.openDeclaration();
    await stage.extension.agree();
    const submissions = await until(
      async () => (await stage.extension.stores()).submissions,
      ({ length }) => length > 0,
    );
    expect(submissions).toHaveLength(1);
    expect(submissions).toMatchObject([{ outcome: 'open', startedBy: 'first-page' }]);
    await page.close();
    await stage.extension.settled();
  });

  it('stops while it is paused, and goes on afterwards', async () => {
    const popup = await stage.extension.open('popup');
    await popup.click('[data-action="pause"]');
    await popup.locator('[data-action="resume"]').waitFor();
    const before = JSON.stringify(await stage.extension.stores());
    const paused = await stage.openDeclaration();
    await paused.waitForTimeout(1_500);
    await paused.close();
    expect(JSON.stringify(await stage.extension.stores())).toBe(before);
    await popup.bringToFront();
    await popup.click('[data-action="resume"]');
    await popup.close();
    const page = await stage.openDeclaration();
    await until(
      async () => (await stage.extension.stores()).submissions.length,
      (count) => count === 2,
    );
    await page.close();
  });
});
