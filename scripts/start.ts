/**
 * `npm start`: builds, starts the practice portal and opens a browser with the extension on it. Without a display it
 * walks one whole road by itself with an invented citizen and prints what Đồng hành made of it.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lookInto } from '../tests/browser/extension.ts';
import { type Launched, launchBrowser } from '../tests/browser/launch.ts';
import { type Portal, startPortal } from '../tests/portal/server.ts';
import { ensureChromium } from './lib/chromium.ts';
import { playRoad } from './lib/play-road.ts';
import { build } from './lib/run-tool.ts';

const HELP = `npm start [-- --headless] [-- --seed N]
  --headless   tự đi trọn một hồ sơ rồi in tóm tắt, dù máy có màn hình
  --seed N     chọn một hồ sơ khác (mặc định 3)`;

const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    seed: { type: 'string', default: '3' },
    help: { type: 'boolean', default: false },
  },
});
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const started = Date.now();
const say = (line: string) =>
  console.log(`[${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s] ${line}`);

let portal: Portal | undefined;
let launched: Launched | undefined;
async function stop(code: number): Promise<never> {
  await launched?.close();
  await portal?.close();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    say('Đang dừng…');
    void stop(130);
  });
}

try {
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  ensureChromium(say);
  say('Đang dựng tiện ích…');
  const extensionDir = await build('chrome');
  say('Đang mở cổng luyện tập…');
  portal = await startPortal();
  const headless = values.headless || !hasDisplay;
  launched = await launchBrowser({ portal, extensionDir, headless });
  if (headless) await playAlone(launched, portal);
  else await leaveToPerson(launched);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}
await stop(0);

async function playAlone(browser: Launched, practice: Portal): Promise<void> {
  say('Không có màn hình: một công dân bịa sẽ tự đi trọn một hồ sơ.');
  const pictures = join(import.meta.dirname, '..', 'out');
  await mkdir(pictures, { recursive: true });
  await playRoad({ browser, portal: practice, seed: Number(values.seed), pictures, say });
}

async function leaveToPerson({ context, page, extensionId }: Launched): Promise<void> {
  if (!extensionId) throw new Error('Trình duyệt đã mở nhưng không nạp được tiện ích.');
  await lookInto(context, extensionId).then((extension) => extension.close());
  await page.goto('https://dichvucong.gov.vn/');
  say('Cổng luyện tập đang mở trong trình duyệt. Mọi người ở đó đều là người bịa.');
  say('Đọc trang chào mừng, bấm đồng ý, rồi đăng nhập với số và mật khẩu bất kỳ. Dừng bằng Ctrl-C.');
  say(`Bài tập cho từng vai, tự chấm: chrome-extension://${extensionId}/dashboard.html#training`);
  await new Promise<void>((resolve) => context.once('close', () => resolve()));
}
