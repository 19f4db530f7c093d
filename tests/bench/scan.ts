import { readFile } from 'node:fs/promises';
import type { BrowserContext } from 'playwright-core';
import { learntFile } from '../../scripts/learning/file.ts';
import { bundleScript } from './bundle-script.ts';
import { quantile } from './samples.ts';
import type { Verdict } from './verdicts.ts';

const SIZES = [100, 1_000, 5_000] as const;
/**
 * Times of a bare walk, of our first scan over so many controls, and of the same with the judgement, which runs in the
 * background, out of sight of the page; ms, one of each per fresh page.
 */
export type Scan = { controls: number } & Record<Work, number[]>;
const WORKS = ['walk', 'scan', 'scanAndJudge'] as const;
type Work = (typeof WORKS)[number];

type Triple = [number, number, number];

const MOST_RATIO = 3;
const LABELS = [
  'Họ, chữ đệm, tên',
  'Số định danh cá nhân',
  'Ngày, tháng, năm sinh',
  'Tỉnh/Thành phố',
  'Giới tính',
  'Dân tộc',
  'Tôi cam đoan lời khai là đúng',
  'Địa chỉ thường trú',
  'Số điện thoại',
  'Thư điện tử',
] as const;
const NAMES = [
  'hoTen',
  'soDinhDanh',
  'ngaySinh',
  'tinh',
  'gioiTinh',
  'danToc',
  'camDoan',
  'diaChi',
  'sdt',
  'email',
];
const KINDS = ['text', 'text', 'date', 'select', 'radio', 'text', 'checkbox', 'textarea', 'tel', 'email'];

/** Scans forms of every size in fresh pages, each work in a page of its own; the first page of each is not counted. */
export async function measureScans(context: BrowserContext, repetitions: number): Promise<Scan[]> {
  const script = await bundleScript(new URL('scan-page.ts', import.meta.url));
  const file = await readFile(learntFile, 'base64');
  const all: Scan[] = SIZES.map((controls) => ({ controls, walk: [], scan: [], scanAndJudge: [] }));
  for (let time = 0; time <= repetitions; time++) {
    for (const one of all) {
      for (const work of WORKS) {
        const { ms, read } = await timeOne(context, { script, file }, one.controls, work);
        // A scan that reads nothing would be the quickest of all.
        if (read < one.controls * 0.8) throw new Error(`only ${read} fields were read`);
        if (time > 0) one[work].push(ms);
      }
    }
  }
  return all;
}

async function timeOne(
  context: BrowserContext,
  { script, file }: { script: string; file: string },
  controls: number,
  work: Work,
) {
  const page = await context.newPage();
  await page.setContent(formOf(controls));
  await page.evaluate(script);
  if (work === 'scanAndJudge') await page.evaluate((it) => window.benchScan?.take(it), file);
  const time = await page.evaluate((what) => {
    const { benchScan } = window;
    if (!benchScan) throw new Error('the scripts are not there');
    const from = performance.now();
    const read = benchScan[what]();
    return { ms: performance.now() - from, read };
  }, work);
  await page.close();
  return time;
}

/** Whether each size keeps to the aim. */
export function scanVerdicts(scans: readonly Scan[]): Verdict[] {
  return scans.map(({ controls, walk, scan, scanAndJudge }) => {
    const [least, ours, judged] = [walk, scan, scanAndJudge].map((times) => quantile(times, 0.5)) as Triple;
    const ratio = ours / least;
    return {
      met: ratio <= MOST_RATIO,
      hard: false,
      text: `first scan of ${controls} controls at most ${MOST_RATIO}× a bare walk: ${ratio.toFixed(1)}× (${ours.toFixed(1)} ms against ${least.toFixed(1)} ms; with the judgement, out of the page, ${(judged / least).toFixed(1)}×)`,
    };
  });
}

function formOf(controls: number): string {
  const rows = Array.from({ length: controls }, (_, index) => rowOf(index));
  const sections: string[] = [];
  for (let from = 0; from < rows.length; from += 25)
    sections.push(
      `<fieldset><legend>Phần ${from / 25 + 1}. Thông tin người yêu cầu</legend>${rows.slice(from, from + 25).join('')}</fieldset>`,
    );
  return `<!doctype html><html lang="vi"><title>Nộp hồ sơ</title><form>${sections.join('\n')}</form></html>`;
}

function rowOf(index: number): string {
  const place = index % LABELS.length;
  const [id, name, kind] = [`o${index}`, `${NAMES[place]}${index}`, KINDS[place]];
  const control =
    kind === 'select'
      ? `<select id="${id}" name="${name}"><option value="">-- Chọn --</option><option>Hà Nội</option></select>`
      : kind === 'textarea'
        ? `<textarea id="${id}" name="${name}"></textarea>`
        : `<input type="${kind}" id="${id}" name="${name}">`;
  return `<div class="row"><label for="${id}">${LABELS[place]}</label>${control}</div>`;
}
