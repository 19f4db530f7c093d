import { useEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from '../language.ts';
import { texts } from './texts.ts';

/** Rows written so far, of how many; the total is not known while they are still being read. */
export type OnProgress = (done: number, total: number) => void;

type State =
  | { at: 'idle' | 'reading' | 'failed' }
  | { at: 'writing'; done: number; total: number }
  | { at: 'done'; file: string };

interface ExportProps {
  /** Whether the file has what people wrote. */
  written: boolean;
  /** Makes the file and hands it to the browser; answers with its name. */
  onExport: (progress: OnProgress) => Promise<string>;
}

/** Downloads everything recorded as one file, and says how far it is. */
export function ExportButton({ written, onExport }: ExportProps) {
  const t = useTexts(texts);
  const [state, setState] = useState<State>({ at: 'idle' });
  const busy = state.at === 'reading' || state.at === 'writing';

  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // A button that is out of use loses the focus; whoever has gone on meanwhile is left where they are.
    if (state.at === 'done' || state.at === 'failed')
      if (document.activeElement === document.body) button.current?.focus();
  }, [state.at]);

  async function start() {
    setState({ at: 'reading' });
    const done = onExport((rows, total) => setState({ at: 'writing', done: rows, total }));
    setState(
      await done.then(
        (file): State => ({ at: 'done', file }),
        () => ({ at: 'failed' }),
      ),
    );
  }

  return (
    <div class="export">
      <button type="button" class="primary" data-action="export" ref={button} disabled={busy} onClick={start}>
        {t('export')}
      </button>
      <div role="status">
        {state.at === 'idle' && <p class="soft">{t(written ? 'export_note_written' : 'export_note')}</p>}
        {state.at === 'reading' && <p>{t('export_reading')}</p>}
        {state.at === 'writing' && <p>{t('export_writing', { done: state.done, total: state.total })}</p>}
        {state.at === 'done' && <p class="good">{t('export_done', { file: state.file })}</p>}
        {state.at === 'failed' && <p class="bad">{t('export_failed')}</p>}
      </div>
      {state.at === 'reading' && <progress aria-label={t('export_reading')} />}
      {state.at === 'writing' && (
        <progress aria-label={t('export_reading')} value={state.done} max={state.total} />
      )}
    </div>
  );
}
