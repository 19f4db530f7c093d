import { expect, it } from 'vitest';
import type { GuideActions, GuideModel } from '../../components/companion/guide-model.ts';
import { Tools } from '../../components/companion/Tools.tsx';
import { WORDS } from '../../components/companion/words.ts';

it('names the key that opens and collapses only for where it is heard', () => {
  const advice = { now: 'now.unknown', next: null, often: null, count: 0 };
  const said = (framed: boolean) => {
    const guide = { advice, large: false, speaks: false, framed } as unknown as GuideModel;
    return JSON.stringify(Tools({ guide, language: 'vi', t: WORDS.vi, act: {} as GuideActions }).props);
  };
  expect(said(false)).toContain('Alt + Shift + D"');
  expect(said(true)).toContain('Alt + Shift + D (khi con trỏ ở ngoài khung)');
});
