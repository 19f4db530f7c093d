import { describe, expect, it } from 'vitest';
import type { Correction } from '../../lib/fields/index.ts';
import { packText, readPack } from '../../lib/storage/correction-pack.ts';

const one: Correction = {
  form: 'national/1.000656',
  field: 'citizenNDK_HoVaTen',
  kind: 'full-name',
  subject: 'deceased',
  expectation: 'on-lookup',
};
const pack = { format: 'dong-hanh-pack', version: 1, corrections: [one] };

it('comes back from a file as it went into it', () => {
  expect(readPack(packText([one, { ...one, field: 'data[hoTen]' }]))).toEqual({
    corrections: [one, { ...one, field: 'data[hoTen]' }],
  });
});

describe('a file is refused as a whole, with its reason', () => {
  it.each([
    ['json', '{"format":'],
    ['format', JSON.stringify([])],
    ['format', JSON.stringify({ ...pack, format: 'dong-hanh' })],
    ['version', JSON.stringify({ ...pack, version: 2 })],
    ['empty', JSON.stringify({ ...pack, corrections: [] })],
    ['empty', JSON.stringify({ format: 'dong-hanh-pack', version: 1 })],
    ['too-many', packText(Array.from({ length: 2_001 }, () => one))],
    ['extra', JSON.stringify({ ...pack, profiles: [] })],
    ['rules', JSON.stringify({ format: 'dong-hanh-pack', version: 1, profiles: [] })],
  ])('%s', (reason, text) => {
    expect(readPack(text)).toEqual({ fault: { reason } });
  });

  it('which names the faulty correction', () => {
    const corrections = [one, { ...one, kind: 'shoe-size' }];
    expect(readPack(JSON.stringify({ ...pack, corrections }))).toEqual({
      fault: { reason: 'entry', at: 2 },
    });
  });
});
