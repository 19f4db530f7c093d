import { useState } from 'preact/hooks';
import type { Refusal } from '../../lib/packs/index.ts';
import { useTexts } from '../language.ts';
import { texts } from './texts.ts';

export type Imported = { names: string[] } | { refusals: Refusal[] };

interface PacksProps {
  imported: readonly { id: string; name: string }[];
  onImport: (file: File) => Promise<Imported>;
  /** Goes back to the built-in profile, and hands back the way to undo it. */
  onRemove: (id: string) => Promise<() => Promise<void>>;
}

type State =
  | { at: 'idle' | 'failed' }
  | { at: 'taken'; names: string[] }
  | { at: 'refused'; refusals: Refusal[] }
  | { at: 'removed'; name: string; undo: () => Promise<void> };

/** So many faults are shown; mending those is a beginning. */
const MOST = 20;

/** Loads a pack of mended portal rules, says which line of a bad one is wrong, and takes one back. */
export function PacksCard({ imported, onImport, onRemove }: PacksProps) {
  const t = useTexts(texts);
  const [state, setState] = useState<State>({ at: 'idle' });
  const set = (work: Promise<State>) => void work.catch((): State => ({ at: 'failed' })).then(setState);
  const choose = (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    set(onImport(file).then((it) => ('names' in it ? { at: 'taken', ...it } : { at: 'refused', ...it })));
    // The same file, mended, can be chosen again.
    input.value = '';
  };
  return (
    <div class="card">
      <h3>{t('packs')}</h3>
      <p class="soft">{t('packs_text')}</p>
      <label>
        {t('packs_choose')}{' '}
        <input
          type="file"
          accept=".json,application/json"
          data-action="import-pack"
          onChange={(event) => choose(event.currentTarget)}
        />
      </label>
      <ul>
        {imported.map(({ id, name }) => (
          <li key={id}>
            {t('packs_in_use', { name })}{' '}
            <button
              type="button"
              class="quiet"
              onClick={() => set(onRemove(id).then((undo) => ({ at: 'removed', name, undo })))}
            >
              {t('packs_remove')}
            </button>
          </li>
        ))}
      </ul>
      <div role="status">
        {state.at === 'taken' && <p class="good">{t('packs_taken', { names: state.names.join(', ') })}</p>}
        {state.at === 'failed' && <p class="bad">{t('packs_failed')}</p>}
        {state.at === 'removed' && (
          <p>
            {t('packs_removed', { name: state.name })}{' '}
            <button type="button" onClick={() => set(state.undo().then(() => ({ at: 'idle' })))}>
              {t('packs_undo')}
            </button>
          </p>
        )}
        {state.at === 'refused' && (
          <>
            <p class="bad">{t('packs_refused')}</p>
            <ul>
              {state.refusals.slice(0, MOST).map(({ line, at, reason, values }) => (
                <li key={`${line} ${at} ${reason}`} data-line={line}>
                  {t('packs_line', { line })} {t(`reason_${reason}`, values)} {at && <code>{at}</code>}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
