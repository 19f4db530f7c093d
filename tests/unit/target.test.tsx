import { expect, it } from 'vitest';
import { Outcome } from '../../components/companion/Outcome.tsx';
import { WORDS } from '../../components/companion/words.ts';
import { DurationMetric } from '../../components/metric.tsx';
import { TargetVerdict } from '../../components/target.tsx';
import type { RoadView } from '../../lib/messages/index.ts';
import { openView } from '../fixtures/view.tsx';

const AT = Date.parse('2026-11-22T10:00:00+07:00');
const MINUTES = 5 * 60_000;

it.each([
  [MINUTES - 60_400, '3 phút 59 giây', 'Nhanh hơn 1 phút 1 giây so với mục tiêu'],
  [MINUTES - 600, '4 phút 59 giây', 'Nhanh hơn 1 giây so với mục tiêu'],
  [MINUTES - 1, '4 phút 59 giây', 'Nhanh hơn 1 giây so với mục tiêu'],
  [MINUTES, '5 phút', 'Đúng bằng mục tiêu, chưa nhanh hơn'],
  [MINUTES + 999, '5 phút', 'Đúng bằng mục tiêu, chưa nhanh hơn'],
  [MINUTES + 1_000, '5 phút 1 giây', 'Lâu hơn 1 giây so với mục tiêu'],
])('a time of %d ms reads "%s", and beside it "%s"', async (elapsedMs, time, verdict) => {
  const view = openView();
  await view.show(<DurationMetric value={elapsedMs} />);
  expect(view.root.textContent).toBe(time);
  await view.show(<TargetVerdict elapsedMs={elapsedMs} at={AT} />);
  expect(view.root.textContent).toBe(verdict);
});

it.each([
  [MINUTES - 600, 'Đạt mục tiêu dưới 5 phút.'],
  [MINUTES + 600, 'Đúng 5 phút, chưa nhanh hơn mục tiêu.'],
  [MINUTES + 1_600, 'Quá mục tiêu 5 phút: 1 giây.'],
])('the panel says of a time of %d ms: %s', async (elapsedMs, words) => {
  const view = openView();
  const road = { outcome: 'submitted', elapsedMs } as RoadView;
  await view.show(<Outcome t={WORDS.vi} language="vi" road={road} targetMs={MINUTES} />);
  expect(view.root.textContent).toContain(words);
});
