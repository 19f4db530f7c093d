import { afterAll, beforeAll, expect, it } from 'vitest';
import { walkRoads } from '../roads/walk.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/**
 * The short course: login at home, on demand and before; a rejected submit, a form that refuses, a reload, a look
 * away, a killed worker, an abandoned road. `npm run roads` walks the long one.
 */
it('roads on the practice portal are recorded as the portal saw them, and nothing of a value is kept', async () => {
  const lines: string[] = [];
  const { faults } = await walkRoads({ ...stage, seeds: [6, 7, 11, 14], say: (line) => lines.push(line) });
  expect(faults, lines.join('\n')).toBe(0);
}, 300_000);
