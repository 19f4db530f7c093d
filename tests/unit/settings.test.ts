import { expect, it } from 'vitest';
import { parseSettings } from '../../lib/storage/settings.ts';

it('takes what fits of the companion’s stored settings, and defaults for the rest', () => {
  const of = (companion: unknown) => parseSettings({ companion }).companion;
  expect(of({ large: true, right: 40 })).toMatchObject({ on: true, large: true, right: 40, bottom: 16 });
  expect(of({ large: 'yes' }).large).toBe(false);
  expect(of(undefined).large).toBe(false);
});
