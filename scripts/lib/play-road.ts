import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { FieldRecord } from '../../lib/fields/index.ts';
import type { Submission } from '../../lib/flow/index.ts';
import { formatDuration, formatPercent } from '../../lib/i18n/index.ts';
import words from '../../lib/i18n/messages/vi/common.json' with { type: 'json' };
import { shareOf, targetAt } from '../../lib/metrics/index.ts';
import { type Extension, lookInto } from '../../tests/browser/extension.ts';
import type { Launched } from '../../tests/browser/launch.ts';
import { type Moment, planFor, prepareRoad, walkRoad } from '../../tests/citizen/index.ts';
import type { Portal } from '../../tests/portal/server.ts';

interface Play {
  browser: Launched;
  portal: Portal;
  seed: number;
  /** Folder for the screenshots. */
  pictures: string;
  say(line: string): void;
}

const PASSED: Partial<Record<Moment, string>> = {
  home: 'mở trang chủ của cổng',
  'logged-in': 'đã đăng nhập',
  procedure: 'đã chọn thủ tục',
  'form-shown': 'tờ khai đã mở',
  'mid-form': 'đang khai, đã được nửa tờ',
  documents: 'đã tải giấy tờ',
  'before-submit': 'khai xong, sắp bấm nộp',
  submitted: 'cổng báo nộp thành công',
};

/** Walks one whole road with an invented citizen, takes pictures of companion and popup, prints the summary. */
export async function playRoad({ browser, portal, seed, pictures, say }: Play): Promise<void> {
  const { context, extensionId } = browser;
  if (!extensionId) throw new Error('Trình duyệt đã mở nhưng không nạp được tiện ích.');
  const extension = await lookInto(context, extensionId);
  await extension.agree();
  const plan = { ...planFor(seed), outcome: 'submitted' as const, typingDelayMs: 30 };
  await prepareRoad(context, portal, plan);
  const page = await context.newPage();
  const companion = join(pictures, 'companion.png');
  await walkRoad(page, plan, {
    async at(moment) {
      const passed = PASSED[moment];
      if (passed) say(`  … ${passed}`);
      if (moment === 'form-shown') await picture(page, companion);
    },
  });
  await extension.settled();
  const popup = await extension.open('popup');
  await popup.setViewportSize({ width: 360, height: 640 });
  await popup.locator('[data-metric="last-elapsed"][data-value]').waitFor();
  const popupFile = join(pictures, 'popup.png');
  await popup.screenshot({ path: popupFile });
  await printSummary(extension);
  console.log(`\nẢnh chụp:\n  ${companion}\n  ${popupFile}`);
}

async function picture(page: Page, path: string): Promise<void> {
  // The companion comes when the page is at rest.
  await page.waitForTimeout(1_500);
  await page.screenshot({ path });
}

async function printSummary(extension: Extension): Promise<void> {
  const { submissions, fields } = await extension.stores();
  const it = (submissions as Submission[]).at(-1);
  if (!it || it.elapsedMs === null) throw new Error('Không thấy hồ sơ nào được ghi.');
  const target = targetAt(it.startedAt + it.elapsedMs);
  const share = shareOf(it.autofill.byPortal, it.autofill.expected);
  const flagged = (fields as FieldRecord[])
    .filter(({ visible, flags }) => visible && flags.includes('should-have-been-filled'))
    .sort((a, b) => a.order - b.order);
  const verdict = it.elapsedMs < target.underMs ? 'đạt' : 'chưa đạt';
  console.log(`
Thủ tục        ${it.procedure.code} ${it.procedure.name}
Kết quả        ${words[`outcome_${it.outcome}`]}
Từ đăng nhập đến khi nộp   ${formatDuration(it.elapsedMs, 'vi')}
Trong đó người dân thao tác   ${formatDuration(it.activeMs ?? 0, 'vi')}
Chỉ tiêu       dưới ${formatDuration(target.underMs, 'vi')} (${target.source}): ${verdict}
Tự điền        ${share === null ? 'chưa có' : formatPercent(share, 'vi')} (${it.autofill.byPortal} trên ${it.autofill.expected} ô)
Ô đáng lẽ được điền sẵn: ${flagged.length}`);
  for (const { label, section } of flagged) console.log(`  - ${label}  (${section})`);
}
