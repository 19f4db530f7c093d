import { expect, it, vi } from 'vitest';
import { PortalSettings } from '../../entrypoints/dashboard/portals.tsx';
import { openView } from '../fixtures/view.tsx';

const machine = vi.hoisted(() => ({ readable: false }));
vi.mock('webextension-polyfill', () => ({ default: {} }));
vi.mock('../../lib/access/index.ts', () => ({
  async missingAccess() {
    if (!machine.readable) throw new Error('no answer');
    return [];
  },
  onAccess: () => () => {},
  requestAccess: async () => true,
}));
vi.mock('../../lib/storage/index.ts', () => {
  const loaded = {
    async all() {
      if (!machine.readable) throw new Error('no answer');
      return [];
    },
  };
  return { loadedGuides: loaded, loadedProfiles: loaded, onPacks: () => () => {} };
});

it('says of each card about portals that cannot be read that it cannot, and reads it when asked again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const view = openView();
  await view.show(<PortalSettings />);
  const titles = () => [...view.root.querySelectorAll('h3')].map((it) => it.textContent);
  const both = ['Các cổng Đồng hành được xem', 'Quy tắc và hướng dẫn cho từng cổng'];
  expect(titles()).toEqual(both);
  expect(view.buttons()).toEqual(['Thử lại', 'Thử lại']);
  machine.readable = true;
  await view.press('Thử lại');
  await view.press('Thử lại');
  expect(titles()).toEqual(both);
  expect(view.root.textContent).not.toContain('Chưa đọc được phần này');
});
