import { expect, it } from 'vitest';
import { Outcome } from '../../components/companion/Outcome.tsx';
import { WORDS } from '../../components/companion/words.ts';
import type { RoadView } from '../../lib/messages/index.ts';

const said = (road: Partial<RoadView>) =>
  JSON.stringify(Outcome({ t: WORDS.vi, language: 'vi', road: road as RoadView, targetMs: 300_000 }).props);

it('says of a dossier that was not filed so, and not of one whose end was not seen', () => {
  expect(said({ outcome: 'abandoned', notSeen: false })).toContain('chưa nộp hồ sơ');
  expect(said({ outcome: 'abandoned', notSeen: true })).toContain('Chưa rõ lần này đã nộp hay chưa');
});
