import type { Frame, Page } from 'playwright-core';
import type { Declaration } from './form.ts';
import type { FormServer } from './server.ts';

/** An opened declaration: the frame it lives in, and its model seen from Node. */
export type OpenForm = {
  frame: Frame;
  set(name: string, value: string): Promise<void>;
  lock(name: string): Promise<void>;
  filled(): Promise<string[]>;
  get(name: string): Promise<string>;
};

/** Goes to a declaration, and resolves once it is mounted in the page or in the page's frame. */
export async function openForm(
  page: Page,
  server: FormServer,
  declaration: Declaration,
  options: { direct?: boolean } = {},
): Promise<OpenForm> {
  // Two declarations of one path that differ in the hash alone would not load anew.
  await page.goto('about:blank');
  await page.goto(server.address(declaration, options));
  const frame = await frameOf(page);
  return {
    frame,
    set: (name, value) => frame.evaluate(([n, v]) => globalThis.evalForm?.set(n, v), [name, value] as const),
    lock: (name) => frame.evaluate((n) => globalThis.evalForm?.lock(n), name),
    filled: () => frame.evaluate(() => globalThis.evalForm?.filled() ?? []),
    get: (name) => frame.evaluate((n) => globalThis.evalForm?.get(n) ?? '', name),
  };
}

/** The frame in which a form stands ready. */
async function frameOf(page: Page): Promise<Frame> {
  const inFrame = page.locator('iframe[title="Tờ khai điện tử"]');
  const element = (await inFrame.count()) > 0 ? await inFrame.elementHandle() : null;
  const frame = (await element?.contentFrame()) ?? page.mainFrame();
  await frame.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 20_000 });
  return frame;
}
