import { beforeEach, expect, it, vi } from 'vitest';
import { unseenHere } from '../../lib/access/index.ts';

const { front, given } = vi.hoisted(() => ({ front: { url: '' }, given: new Set<string>() }));
vi.mock('webextension-polyfill', () => ({
  default: {
    tabs: { query: async () => [front] },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((it) => given.has(it)),
    },
  },
}));

beforeEach(() => given.clear());

it('a page of the national portal is seen from the start, whether or not the bank’s pages are', async () => {
  front.url = 'https://dichvucong.gov.vn/nop-ho-so?formalityCaseId=1';
  expect(await unseenHere()).toBeNull();
});

it('a page of a host that was given is seen, though others of its portal are not', async () => {
  front.url = 'https://dvc.moc.gov.vn/vi/ho-so';
  given.add('https://dvc.moc.gov.vn/*');
  expect(await unseenHere()).toBeNull();
});

it('a page of a host that was not given asks for that, and in the same question for what belongs to it', async () => {
  front.url = 'https://dvc.moc.gov.vn/vi/ho-so';
  expect((await unseenHere())?.missing).toEqual(
    expect.arrayContaining(['https://dvc.moc.gov.vn/*', 'https://pay.vnpay.vn/*']),
  );
});

it('a page whose declaration stands in a frame of another host asks for that host', async () => {
  front.url = 'https://dichvucongnganhtuphap.moj.gov.vn/nop';
  given.add('https://dichvucongnganhtuphap.moj.gov.vn/*');
  expect((await unseenHere())?.missing).toContain('https://tokhaidientu.moj.gov.vn/*');
});
