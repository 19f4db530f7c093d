/**
 * Draws the PNG icons of the extension from our two SVG drawings: `node scripts/icons.ts`.
 * The smaller one leaves the ring out, which would only be a grey haze at 16 and 32 px.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';

const FOLDER = new URL('../public/icon/', import.meta.url);
const DRAWING_OF: Readonly<Record<number, string>> = {
  16: 'icon-small.svg',
  32: 'icon-small.svg',
  48: 'icon.svg',
  96: 'icon.svg',
  128: 'icon.svg',
};

for (const [size, drawing] of Object.entries(DRAWING_OF)) {
  const svg = await readFile(new URL(drawing, FOLDER), 'utf8');
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: Number(size) } }).render().asPng();
  await writeFile(new URL(`${size}.png`, FOLDER), png);
  console.log(`public/icon/${size}.png  ${png.length} bytes, from ${drawing}`);
}
