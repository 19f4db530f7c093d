import { beforeEach, describe, expect, it, vi } from 'vitest';
import { missingAccess, unseenHere } from '../../lib/access/index.ts';

const { NATIONAL, front, given } = vi.hoisted(() => ({
  NATIONAL: ['https://dichvucong.gov.vn/*', 'https://*.dichvucong.gov.vn/*'],
  front: { url: '' },
  given: new Set<string>(),
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getManifest: () => ({ host_permissions: NATIONAL }) },
    tabs: { query: async () => [front] },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((it) => given.has(it)),
    },
  },
}));

const START = 'https://dichvucong.gov.vn/*';
beforeEach(() => {
  given.clear();
  for (const it of [START, 'https://lienthong.dichvucong.gov.vn/*']) given.add(it);
});

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

describe('where the access to the national portal was taken away', () => {
  const withdrawn = { name: 'Cổng Dịch vụ công quốc gia', missing: NATIONAL, withdrawn: true };

  it.each([
    ['the portal', 'https://dichvucong.gov.vn/nop-ho-so'],
    ['another portal that may be seen', 'https://dvc.moc.gov.vn/vi/ho-so'],
    ['one that may not', 'https://dichvucong.laichau.gov.vn/'],
    ['any other page', 'https://example.com/'],
    ['one that the browser does not tell', ''],
  ])('asks for that alone, with %s in front', async (_what, url) => {
    given.add('https://dvc.moc.gov.vn/*');
    given.delete(START);
    front.url = url;
    expect(await unseenHere()).toEqual(withdrawn);
  });

  it('asks for what was left out of it once that is in front', async () => {
    given.delete('https://lienthong.dichvucong.gov.vn/*');
    front.url = START;
    expect(await unseenHere()).toBeNull();
    front.url = 'https://lienthong.dichvucong.gov.vn/nop';
    expect(await unseenHere()).toMatchObject({ missing: NATIONAL, withdrawn: true });
  });

  it('calls it missing wherever portals are listed', async () => {
    expect(await missingAccess(['dichvucong.gov.vn'])).toEqual([]);
    given.delete(START);
    expect(await missingAccess(['dichvucong.gov.vn'])).toEqual([START]);
  });
});
