import type { AfterModel, PeopleActions } from '../../components/companion/people-model.ts';
import { type Answer, type EndToEndCondition, openQuestions, type Told } from '../../lib/flow/index.ts';
import type { Aftermath, RoadView } from '../../lib/messages/index.ts';
import { paced } from './pace.ts';
import type { Attempt } from './people-attempt.ts';
import { say } from './people-wire.ts';

/** What could not be told now is told anew after so long, and so often at most. */
const AGAIN_MS = 2_000;
const MOST_TRIES = 5;
/** A second press so soon after an answer is that of a double click, and no answer to the next question. */
const DOUBLE_MS = 400;

type AfterActions = Pick<
  PeopleActions,
  'rate' | 'rateAgain' | 'skipRating' | 'hand' | 'answer' | 'answerLater' | 'goBack'
>;

/** What is asked once a result screen was seen. */
export interface AfterState {
  model(): AfterModel | null;
  /** The page's road as it is now; null once its person has gone. */
  heard(road: RoadView | null): void;
  act: AfterActions;
}

/** Ends with the signal. */
export function makeAfter(attempt: Attempt, changed: () => void, signal: AbortSignal): AfterState {
  /** The filed submission that is asked about; empty where there is none. */
  let id = '';
  let told: Aftermath | null = null;
  let skipped = false;
  let again = false;
  let handed = false;
  /** The conditions that were open at first, in order, and how many of them are behind. */
  let asked: readonly EndToEndCondition[] = [];
  let at = 0;
  let tries = 0;
  let isAnswering = false;
  let answeredAtMs = Number.NEGATIVE_INFINITY;

  async function tell(what: Told): Promise<boolean> {
    const answer = await say({ name: 'tell', submissionId: id, told: what });
    if (answer && answer.id === id) told = answer;
    return answer !== null;
  }

  /** What is known of the submission already: a word to the background can be lost. */
  const ask = paced(
    () => {
      if (id === '' || told) return;
      const wanted = id;
      tries += 1;
      void tell({}).then(() => {
        if (id !== wanted) return;
        if (told) asked = openQuestions(told);
        else if (tries < MOST_TRIES) ask();
        changed();
      });
    },
    AGAIN_MS,
    signal,
  );

  const known = (condition: EndToEndCondition): Answer => told?.endToEnd[condition] ?? 'unknown';

  /** The place of the last answer that was given; −1 where none was. */
  const answeredAt = () => asked.slice(0, at).findLastIndex((it) => known(it) !== 'unknown');

  /** The place of the next condition without an answer. */
  function openAfter(condition: EndToEndCondition): number {
    const from = asked.indexOf(condition);
    const next = asked.findIndex((it, index) => index > from && known(it) === 'unknown');
    return next < 0 ? asked.length : next;
  }

  const act: AfterActions = {
    rate: (satisfaction) =>
      void attempt('rate', async () => {
        const kept = await tell({ satisfaction });
        if (kept) again = false;
        return kept;
      }),
    rateAgain() {
      again = true;
      changed();
    },
    skipRating() {
      skipped = true;
      again = false;
      changed();
    },
    hand(on) {
      handed = on;
      changed();
    },
    answer(to) {
      const condition = asked[at];
      if (!condition || isAnswering || performance.now() - answeredAtMs < DOUBLE_MS) return;
      isAnswering = true;
      void attempt('end', async () => {
        const kept = to === known(condition) || (await tell({ endToEnd: { [condition]: to } }));
        isAnswering = false;
        answeredAtMs = performance.now();
        // One "no" decides: nothing more is asked.
        const decided = asked.some((it) => known(it) === 'no');
        if (kept) at = decided ? asked.length : openAfter(condition);
        return kept;
      });
    },
    answerLater() {
      at = asked.length;
      changed();
    },
    goBack() {
      const before = answeredAt();
      if (before < 0) return;
      // What was answered holds until another answer is given: who goes away now has lost nothing.
      at = before;
      changed();
    },
  };

  return {
    act,
    heard(road) {
      const next = road?.outcome === 'submitted' ? road.submissionId : '';
      if (next === id) return;
      id = next;
      told = null;
      skipped = again = handed = false;
      asked = [];
      at = 0;
      tries = 0;
      ask();
    },
    model() {
      if (!told) return null;
      const condition = asked[at];
      return {
        satisfaction: told.satisfaction,
        rating: again || (told.satisfaction === null && !skipped),
        handed,
        question: condition ? { condition, at: at + 1, of: asked.length, given: known(condition) } : null,
        canGoBack: answeredAt() >= 0,
      };
    },
  };
}
