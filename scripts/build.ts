/** `npm run build`: the extension for Chromium browsers and for Firefox, unpacked, in `.output/`. */
import { build } from './lib/run-tool.ts';

for (const browser of ['chrome', 'firefox'] as const) {
  console.log(`${browser}: ${await build(browser)}`);
}
