import type { FieldRecord } from '../../lib/fields/index.ts';
import type { Submission } from '../../lib/flow/index.ts';
import { build } from '../../scripts/lib/run-tool.ts';
import { type Extension, lookInto } from '../browser/extension.ts';
import { type Launched, launchBrowser } from '../browser/launch.ts';
import { until } from '../browser/stage.ts';
import type { Declaration } from '../technologies/form.ts';
import type { FormServer } from '../technologies/server.ts';
import { compareFilling, type Filling } from './filling.ts';
import { playFilling } from './play.ts';

/** A browser with the built extension, in which fillings are played. */
export interface Player {
  play(declaration: Declaration): Promise<{ filling: Filling; confusions: string[] }>;
  close(): Promise<void>;
}

/** Where the panel lies on a calendar a person puts it away; our hands would press on it until their time is up. */
async function putPanelAway(extension: Extension): Promise<void> {
  const dashboard = await extension.open('dashboard');
  await dashboard.locator('[data-setting="companion"]').evaluate((it: HTMLElement) => it.click());
  await until(
    () => extension.storageAreas(),
    (areas) => /"companion":\{[^}]*"on":false/.test(JSON.stringify(areas)),
  );
  await dashboard.close();
}

/** Builds the extension, starts a browser with it and agrees. */
export async function startPlayer(server: FormServer): Promise<Player> {
  const launched: Launched = await launchBrowser({ portal: server, extensionDir: await build('chrome') });
  const extension: Extension = await lookInto(launched.context, launched.extensionId ?? '');
  await extension.agree();
  await putPanelAway(extension);
  return {
    async play(declaration) {
      const page = await launched.context.newPage();
      const since = Date.now();
      try {
        const undone = await playFilling(page, server, declaration);
        await page.goto('about:blank');
        await page.waitForTimeout(700);
        const { submissions, fields } = await extension.stores();
        const latest = (submissions as Submission[])
          .filter(({ startedAt }) => startedAt >= since - 1_000)
          .toSorted((a, b) => a.startedAt - b.startedAt)
          .at(-1);
        const records = (fields as FieldRecord[]).filter(({ submissionId }) => submissionId === latest?.id);
        return compareFilling(declaration, records, undone);
      } finally {
        await page.close();
      }
    },
    close: () => launched.close(),
  };
}
