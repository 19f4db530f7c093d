import { useId, useState } from 'preact/hooks';
import type { Counts } from '../lib/metrics/index.ts';
import { common } from './common.ts';
import { useFocus } from './focus.ts';
import { useTexts } from './language.ts';
import type { OnProgress } from './progress.ts';

/** In the order of the question. */
const KINDS = ['submissions', 'fields', 'days', 'notes', 'rounds', 'health'] as const;

interface EraseProps {
  /** False where nothing is recorded: then there is nothing to offer, save to undo. */
  offered: boolean;
  running: boolean;
  count: () => Promise<Counts>;
  /** Deletes, and hands back the way to undo it, which works as long as the page lives. */
  erase: () => Promise<Undo>;
}

/** Resolves to how much could not be brought back; rejects where another try may do it. */
export type Undo = (progress: OnProgress) => Promise<Counts>;

type State =
  | { at: 'idle' | 'counting' | 'failed' | 'kept' }
  | { at: 'undone'; lost: Counts }
  | { at: 'asking' | 'erasing'; counts: Counts }
  | { at: 'erased' | 'undoing' | 'stuck'; counts: Counts; undo: Undo; done?: number };

/** Deletes everything: asks once, says what goes, and keeps the way back open until the page is closed. */
export function Erase({ offered, running, count, erase }: EraseProps) {
  const t = useTexts(common);
  const title = useId();
  const [state, setState] = useState<State>({ at: 'idle' });
  // The safe answer gets the focus: Enter pressed twice by a tired hand must not delete.
  const keep = useFocus<HTMLButtonElement>(state.at === 'asking');
  const again = useFocus<HTMLButtonElement>(state.at === 'kept');
  const back = useFocus<HTMLButtonElement>(state.at === 'erased' || state.at === 'stuck');
  const status = useFocus<HTMLDivElement>(state.at === 'failed' || state.at === 'undone');

  async function ask() {
    setState({ at: 'counting' });
    setState(
      await count().then(
        (counts): State => ({ at: 'asking', counts }),
        () => ({ at: 'failed' }),
      ),
    );
  }
  async function confirm(counts: Counts) {
    setState({ at: 'erasing', counts });
    setState(
      await erase().then(
        (undo): State => ({ at: 'erased', counts, undo }),
        () => ({ at: 'failed' }),
      ),
    );
  }
  async function goBack(counts: Counts, undo: Undo) {
    setState({ at: 'undoing', counts, undo });
    setState(
      await undo((done, total) => setState({ at: 'undoing', counts, undo, done: done / total })).then(
        (lost): State => ({ at: 'undone', lost }),
        () => ({ at: 'stuck', counts, undo }),
      ),
    );
  }

  if (state.at === 'asking' || state.at === 'erasing') {
    const { counts } = state;
    const isErasing = state.at === 'erasing';
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, and this is a question.
      <div class="erase card" role="group" aria-labelledby={title}>
        <h3 id={title}>{t('erase_title')}</h3>
        <Kinds of={counts} />
        <p>
          {running && `${t('erase_running')} `}
          {t('erase_kept')}
        </p>
        <div class="row">
          <button type="button" ref={keep} disabled={isErasing} onClick={() => setState({ at: 'kept' })}>
            {t('erase_cancel')}
          </button>
          <button type="button" class="danger" disabled={isErasing} onClick={() => confirm(counts)}>
            {t(isErasing ? 'erase_working' : 'erase_confirm')}
          </button>
        </div>
      </div>
    );
  }

  if (state.at === 'erased' || state.at === 'undoing' || state.at === 'stuck') {
    const { counts, undo } = state;
    return (
      <div class="erase card" role="status">
        <p>
          <b>
            {counts.submissions > 0 ? t('erase_done', { count: counts.submissions }) : t('erase_done_rest')}
          </b>{' '}
          {t(state.at === 'stuck' ? 'erase_undo_failed' : 'erase_undo_note')}
        </p>
        <button
          type="button"
          ref={back}
          disabled={state.at === 'undoing'}
          onClick={() => goBack(counts, undo)}
        >
          {t(state.at === 'undoing' ? 'erase_undoing' : 'erase_undo')}
        </button>
        {state.at === 'undoing' && <progress aria-label={t('erase_undoing')} value={state.done} />}
      </div>
    );
  }

  return (
    <div class="erase-idle">
      <div role="status" ref={status} tabIndex={-1}>
        {state.at === 'failed' && <p class="bad">{t('erase_failed')}</p>}
        {state.at === 'undone' && <Undone lost={state.lost} />}
      </div>
      {offered && (
        <button type="button" class="quiet" ref={again} disabled={state.at === 'counting'} onClick={ask}>
          {t(state.at === 'counting' ? 'erase_counting' : 'erase')}
        </button>
      )}
    </div>
  );
}

/** Of each kind how many, where there are any. */
function Kinds({ of }: { of: Counts }) {
  const t = useTexts(common);
  return (
    <ul>
      {KINDS.filter((kind) => of[kind] > 0).map((kind) => (
        <li key={kind}>{t(`erase_${kind}`, { count: of[kind] })}</li>
      ))}
    </ul>
  );
}

/** That everything is back, or what is not and never will be. */
function Undone({ lost }: { lost: Counts }) {
  const t = useTexts(common);
  if (KINDS.every((kind) => lost[kind] === 0)) return <p class="good">{t('erase_undone')}</p>;
  return (
    <>
      <p>{t('erase_undone_but')}</p>
      <Kinds of={lost} />
    </>
  );
}
