import { expect, it, vi } from 'vitest';
import { session } from '../../lib/background/session.ts';

const { get, set } = vi.hoisted(() => ({ get: vi.fn(), set: vi.fn() }));
vi.mock('webextension-polyfill', () => ({ default: { storage: { session: { get, set } } } }));

it('a run of the browser that could not be read is read anew, and not refused as long as the worker lives', async () => {
  get.mockRejectedValueOnce(new Error('not now')).mockResolvedValue({ session: { id: 'this', at: 1 } });
  await expect(session()).rejects.toThrow('not now');
  expect(await session()).toEqual({ id: 'this', at: 1 });
  await session();
  expect(get).toHaveBeenCalledTimes(2);
});
