import { useEffect, useRef, useState } from 'preact/hooks';
import { TABLES, type TableName } from '../../lib/report/index.ts';
import { useTexts } from '../language.ts';
import type { OnProgress } from '../progress.ts';
import { texts } from './texts.ts';

const FORMATS = ['json', 'csv', 'parquet'] as const;

/** What a person asks for: everything in one file of JSON, or one table of it. */
export interface ExportChoice {
  format: (typeof FORMATS)[number];
  table: TableName;
}

type State =
  | { at: 'idle' | 'reading' | 'failed' }
  | { at: 'writing'; done: number; total: number }
  | { at: 'done'; file: string };

export interface ExportProps {
  /** Whether the file has what people wrote. */
  written: boolean;
  /** Makes the file and hands it to the browser; answers with its name. Progress is in rows written, once all are read. */
  onExport: (choice: ExportChoice, progress: OnProgress) => Promise<string>;
}

/** Downloads what was recorded, all of it or one table, and says how far it is. */
export function ExportButton({ written, onExport }: ExportProps) {
  const t = useTexts(texts);
  const [choice, setChoice] = useState<ExportChoice>({ format: 'json', table: 'submissions' });
  const { format, table } = choice;
  const [state, setState] = useState<State>({ at: 'idle' });
  // Of the tables one alone has the names of rounds.
  const hasWords = written && (format === 'json' || table === 'submissions');
  const busy = state.at === 'reading' || state.at === 'writing';

  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // A button that is out of use loses the focus; whoever has gone on meanwhile is left where they are.
    if (state.at === 'done' || state.at === 'failed')
      if (document.activeElement === document.body) button.current?.focus();
  }, [state.at]);

  async function start() {
    setState({ at: 'reading' });
    const done = onExport(choice, (rows, total) => setState({ at: 'writing', done: rows, total }));
    setState(
      await done.then(
        (file): State => ({ at: 'done', file }),
        () => ({ at: 'failed' }),
      ),
    );
  }

  /** What was said of the last file is not true of the next. */
  function choose(next: ExportChoice) {
    setChoice(next);
    setState({ at: 'idle' });
  }

  return (
    <div class="export">
      <fieldset class="row" disabled={busy}>
        <legend class="unseen">{t('export_title')}</legend>
        <Select
          name="format"
          label={t('export_format')}
          value={format}
          options={FORMATS}
          wordFor={(it) => t(`export_format_${it}`)}
          onSelect={(it) => choose({ ...choice, format: it })}
        />
        {format !== 'json' && (
          <Select
            name="table"
            label={t('export_table')}
            value={table}
            options={TABLES}
            wordFor={(it) => t(`export_table_${it}`)}
            onSelect={(it) => choose({ ...choice, table: it })}
          />
        )}
        <button type="button" class="primary" data-action="export" ref={button} onClick={start}>
          {t('export')}
        </button>
      </fieldset>
      <div role="status">
        {state.at === 'idle' && (
          <p class="soft">
            {t(hasWords ? `export_note_written_${format === 'json' ? 'json' : 'table'}` : 'export_note')}
          </p>
        )}
        {state.at === 'reading' && <p>{t('export_reading')}</p>}
        {state.at === 'writing' && <p>{t('export_writing', { done: state.done, total: state.total })}</p>}
        {state.at === 'done' && <p class="good">{t('export_done', { file: state.file })}</p>}
        {state.at === 'done' && format === 'csv' && <p class="soft">{t('export_done_csv')}</p>}
        {state.at === 'failed' && <p class="bad">{t('export_failed')}</p>}
      </div>
      {state.at === 'reading' && <progress aria-label={t('export_reading')} />}
      {state.at === 'writing' && (
        <progress aria-label={t('export_reading')} value={state.done} max={state.total} />
      )}
    </div>
  );
}

interface SelectProps<Option extends string> {
  name: string;
  label: string;
  value: Option;
  options: readonly Option[];
  wordFor: (option: Option) => string;
  onSelect: (option: Option) => void;
}

function Select<Option extends string>(props: SelectProps<Option>) {
  const { name, label, value, options, wordFor, onSelect } = props;
  return (
    <label>
      {label}{' '}
      <select
        name={name}
        value={value}
        onChange={({ currentTarget }) => onSelect(options.find((it) => it === currentTarget.value) ?? value)}
      >
        {options.map((it) => (
          <option key={it} value={it}>
            {wordFor(it)}
          </option>
        ))}
      </select>
    </label>
  );
}
