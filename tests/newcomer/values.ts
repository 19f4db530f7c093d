import { fold } from '../portal/catalog.ts';

/** What this invented person enters into a field of which only the words are known. The first that fits is taken. */
const BY_WORDS: readonly (readonly [words: RegExp, value: string])[] = [
  [/so dinh danh|can cuoc|cccd|cmnd/, '038195007142'],
  [/dien thoai/, '0900417733'],
  [/thu dien tu|email/, 'sao.mai@vi-du.vn'],
  [/so luong|so ban/, '1'],
  [/dien tich/, '417'],
  [/von/, '41700000'],
  [/thua/, '7719'],
  [/ngay/, '12/04/1990'],
  [/ten/, 'Lường Thị Thử Nghiệm'],
];

/** A value that fits the words of a field, as a person would think of one. */
export function valueFor(label: string): string {
  const words = fold(label);
  return BY_WORDS.find(([fits]) => fits.test(words))?.[1] ?? 'Thử nghiệm Khuổi';
}
