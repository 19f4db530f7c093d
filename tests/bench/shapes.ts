import type { BrowserContext } from 'playwright-core';
import { bundleScript } from './bundle-script.ts';
import type { Verdict } from './verdicts.ts';

/** Of a form four times as large a scan that looks at each control once takes four times as long; one that goes through
 * the form for each of them sixteen times. */
const SIZES = [250, 1_000] as const;
const MOST_GROWTH = 8;
/** The quickest of so many counts: what else the machine does only makes them slower. */
const TIMES = 8;

/** Ways in which plain forms are laid out, a row each, and what stands around the rows. */
const SHAPES: Record<string, { row(index: number): string; around?(rows: string): string }> = {
  'words before': { row: (at) => `Ô số ${at}: <input name="a${at}"><br>` },
  'no words': { row: (at) => `<input name="a${at}">` },
  placeholders: { row: (at) => `<div><input name="a${at}" placeholder="Ô số ${at}"></div>` },
  'labels for nothing': { row: (at) => `<label>Ô số ${at}</label><input name="a${at}">` },
  'labels by class': {
    row: (at) =>
      `<div><div class="form-label">Ô số ${at} <b>*</b></div><div><div><input name="a${at}"></div></div></div>`,
  },
  'labels by ARIA': {
    row: (at) =>
      `<div><span id="l${at}">Ô số ${at}</span></div><input name="a${at}" aria-labelledby="l${at}">`,
  },
  'a table with heads': {
    row: (at) =>
      `<tr><td><input name="a${at}"></td><td><select name="b${at}"><option></option></select></td></tr>`,
    around: (rows) => `<table><tr><th>Tên</th><th>Loại</th></tr>${rows}</table>`,
  },
  'radio buttons': {
    row: (at) =>
      `<div>Câu ${at}: <label><input type="radio" name="r${at}">Có</label><label><input type="radio" name="r${at}">Không</label></div>`,
  },
  'boxes to tick': {
    row: (at) =>
      `<div><input type="checkbox" id="c${at}" name="c${at}"><label for="c${at}">Mục ${at}</label></div>`,
  },
  'dates in three boxes': {
    row: (at) =>
      `<div><label>Ngày ${at}</label><input name="d${at}.ngay"><input name="d${at}.thang"><input name="d${at}.nam"></div>`,
  },
  'drawn lists': {
    row: (at) =>
      `<div class="x-control"><input role="combobox" id="react-select-${at}-input"><input type="hidden" name="h${at}"></div>`,
  },
  'buttons beside': { row: (at) => `<div><input name="a${at}"><button type="button">Xóa</button></div>` },
  'buttons elsewhere': {
    row: (at) => `<div><input name="a${at}"></div>`,
    around: (rows) =>
      `${rows}</form><div>${rows.replaceAll(/<input[^>]*>/g, '<span><button type="button">Xem</button></span>')}</div><form>`,
  },
  'far down': {
    row: (at) => `<div><div><div><div><input name="a${at}"></div></div></div></div>`,
    around: (rows) => `<div>${rows}</div>`,
  },
};

/** How many times longer a scan of the larger form takes, for each way in which it may be laid out. */
export type Growth = { shape: string; times: number };

/** Scans forms of both sizes in one page, whose code is warm by then. */
export async function measureGrowth(context: BrowserContext): Promise<Growth[]> {
  const page = await context.newPage();
  await page.setContent('<!doctype html><html lang="vi"><title>Nộp hồ sơ</title></html>');
  await page.evaluate(await bundleScript(new URL('scan-page.ts', import.meta.url)));
  const growth: Growth[] = [];
  for (const [shape, { row, around = (rows: string) => rows }] of Object.entries(SHAPES)) {
    const forms = SIZES.map((size) => {
      const rows = Array.from({ length: size }, (_, at) => row(at)).join('');
      return `<form>${around(rows)}</form>`;
    });
    const [small = 0, large = 0] = await page.evaluate(
      ({ forms, times }) =>
        forms.map((form) => {
          document.body.innerHTML = form;
          const took = Array.from({ length: times }, () => {
            const from = performance.now();
            window.benchScan?.scan();
            return performance.now() - from;
          });
          return Math.min(...took);
        }),
      { forms, times: TIMES },
    );
    growth.push({ shape, times: large / small });
  }
  await page.close();
  return growth;
}

/** Whether none grows as if the form were gone through for each of its controls. */
export function growthVerdict(growth: readonly Growth[]): Verdict {
  const worst = growth.toSorted((a, b) => b.times - a.times).slice(0, 3);
  const told = worst.map(({ shape, times }) => `${shape} ${times.toFixed(1)}×`).join(', ');
  return {
    met: worst.every(({ times }) => times <= MOST_GROWTH),
    hard: false,
    text: `a scan of ${SIZES[1]} rows at most ${MOST_GROWTH}× one of ${SIZES[0]}, however they are laid out (${growth.length} ways): ${told}`,
  };
}
