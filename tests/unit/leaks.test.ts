import { expect, it } from 'vitest';
import { findLeaks } from '../roads/leaks.ts';

const secret = 'Lò Thị Hoa';

it.each([
  ['plain text', `{"label":"x ${secret}"}`],
  ['decomposed text', secret.normalize('NFD')],
  ['two-byte text at an odd place', Buffer.concat([Buffer.from('x'), Buffer.from(secret, 'utf16le')])],
  ['an address', `?q=${encodeURIComponent(secret)}`],
])('finds a secret in %s', (place, content) => {
  expect(findLeaks(['nothing', secret], { [place]: content })).toEqual([{ place, secret: 1 }]);
});

it('finds nothing where nothing is', () => {
  expect(findLeaks([secret], { text: 'Lò Thị Hòa', bytes: Buffer.from([1, 2, 3]) })).toEqual([]);
});
