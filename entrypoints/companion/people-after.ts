import type { AfterModel, PeopleActions } from '../../components/companion/people-model.ts';
import { type EndToEndCondition, openQuestions, type Told } from '../../lib/flow/index.ts';
import type { Aftermath, RoadView } from '../../lib/messages/index.ts';
import type { Attempt } from './people-attempt.ts';
import { say } from './people-wire.ts';

type AfterActions = Pick<PeopleActions, 'rate' | 'skipRating' | 'hand' | 'answer' | 'answerLater' | 'goBack'>;

/** What is asked once a result screen was seen. */
export interface AfterState {
  model(): AfterModel | null;
  /** The page's road as it is now; null once its person has gone. */
  heard(road: RoadView | null): void;
  act: AfterActions;
}

export function makeAfter(attempt: Attempt, changed: () => void): AfterState {
  /** The filed submission that is asked about; empty where there is none. */
  let id = '';
  let told: Aftermath | null = null;
  let skipped = false;
  let handed = false;
  /** The conditions that were open at first, in order, and how many of them are behind. */
  let asked: readonly EndToEndCondition[] = [];
  let at = 0;

  async function tell(what: Told): Promise<boolean> {
    const answer = await say({ name: 'tell', submissionId: id, told: what });
    if (answer && answer.id === id) told = answer;
    return answer !== null;
  }

  /** The place of the last answer that was given; −1 where none was. */
  const answeredAt = () => asked.slice(0, at).findLastIndex((it) => told?.endToEnd[it] !== 'unknown');

  const act: AfterActions = {
    rate: (satisfaction) => void attempt('rate', () => tell({ satisfaction })),
    skipRating() {
      skipped = true;
      changed();
    },
    hand(on) {
      handed = on;
      changed();
    },
    answer(to) {
      const condition = asked[at];
      if (!condition) return;
      void attempt('end', async () => {
        const kept = to === 'unknown' || (await tell({ endToEnd: { [condition]: to } }));
        // One "no" decides: nothing more is asked.
        if (kept) at = to === 'no' ? asked.length : at + 1;
        return kept;
      });
    },
    answerLater() {
      at = asked.length;
      changed();
    },
    goBack() {
      const before = answeredAt();
      const condition = asked[before];
      if (!condition) return;
      void attempt('end', async () => {
        const kept = await tell({ endToEnd: { [condition]: 'unknown' } });
        if (kept) at = before;
        return kept;
      });
    },
  };

  return {
    act,
    heard(road) {
      const next = road?.outcome === 'submitted' ? road.submissionId : '';
      if (next === id) return;
      id = next;
      told = null;
      skipped = handed = false;
      asked = [];
      at = 0;
      if (id === '') return;
      void tell({}).then(() => {
        asked = told ? openQuestions(told) : [];
        changed();
      });
    },
    model() {
      if (!told) return null;
      const condition = asked[at];
      return {
        satisfaction: told.satisfaction,
        skipped,
        handed,
        question: condition ? { condition, at: at + 1, of: asked.length } : null,
        canGoBack: answeredAt() >= 0,
      };
    },
  };
}
