import type { Extension } from '../browser/extension.ts';

/** Presses the dashboard's export button and takes the file where the page hands it to the browser. */
export async function exportedFile(extension: Extension): Promise<string> {
  const dashboard = await extension.open('dashboard');
  const button = dashboard.locator('[data-action="export"]:enabled');
  await button.waitFor();
  const text = dashboard.evaluate(
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
  const file = await text;
  await dashboard.close();
  return file;
}
