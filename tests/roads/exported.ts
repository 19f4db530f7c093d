import type { Page } from 'playwright-core';
import type { Extension } from '../browser/extension.ts';

/** Presses the dashboard's export button and takes the file where the page hands it to the browser. */
export async function exportedFile(extension: Extension): Promise<string> {
  const dashboard = await extension.open('dashboard');
  const file = await handedOut(dashboard, '[data-action="export"]:enabled');
  await dashboard.close();
  return file;
}

/** The text of the file that a page hands to the browser when this control is pressed. */
export async function handedOut(page: Page, control: string): Promise<string> {
  await page.bringToFront();
  const button = page.locator(control);
  await button.waitFor();
  const text = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const make = URL.createObjectURL;
        URL.createObjectURL = (file) => {
          if (file instanceof Blob) resolve(file.text());
          return make(file);
        };
      }),
  );
  await button.click();
  return text;
}
