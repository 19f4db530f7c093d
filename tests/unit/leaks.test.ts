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

it.each([
  ['text', '{"code":"264051"}'],
  ['two-byte text', Buffer.concat([Buffer.from([6]), Buffer.from('264051', 'utf16le'), Buffer.from([0, 7])])],
])('finds a short number that stands alone in %s', (place, content) => {
  expect(findLeaks(['264051'], { [place]: content })).toEqual([{ place, secret: 0 }]);
});

it.each([
  ['a time in milliseconds', '{"at":1795634264051}'],
  ['an id', 'id-a264051b'],
  ['a time in two bytes a letter', Buffer.from('1795634264051', 'utf16le')],
])('takes no short number for found within %s', (place, content) => {
  expect(findLeaks(['264051'], { [place]: content })).toEqual([]);
});
