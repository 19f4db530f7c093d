import { useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../lib/packs/index.ts';
import { focusOn } from '../focus.ts';
import { useTexts } from '../language.ts';
import { FileButton } from './file-button.tsx';
import { useRemovals } from './removals.tsx';
import { texts } from './texts.ts';

/** Something loaded that is used in place of the built-in: rules by which a portal is known, or guidance on it. */
export interface UsedPack {
  what: 'rules' | 'guide';
  id: string;
  /** The portal's name. */
  name: string;
}

/** How many of each were taken, being other than the built-in ones; or why the file was refused. */
export type Imported = { rules: number; guides: number } | { refusals: Refusal[] };

interface PacksProps {
  used: readonly UsedPack[];
  onImport: (file: File) => Promise<Imported>;
  /** Goes back to the built-in one, and hands back the way to undo it. */
  onRemove: (pack: UsedPack) => Promise<() => Promise<void>>;
  /** Hands out everything in use as a file, to be mended; answers with its name. */
  onSave: () => Promise<string>;
}

type State =
  | { at: 'idle' | 'failed' }
  | { at: 'taken'; rules: number; guides: number }
  | { at: 'saved'; file: string }
  | { at: 'refused'; refusals: Refusal[] };

const keyOf = ({ what, id }: UsedPack) => `${what}/${id}`;

/** So many faults are shown; mending those is a beginning. */
const MOST = 20;

/** Loads a pack of mended rules and guidance, says which line of a bad one is wrong, and takes one back. */
export function PacksCard({ used, onImport, onRemove, onSave }: PacksProps) {
  const t = useTexts(texts);
  const [state, setState] = useState<State>({ at: 'idle' });
  const title = useRef<HTMLHeadingElement>(null);
  const removals = useRemovals(used.map(keyOf), () => focusOn(title.current));
  const set = (work: Promise<State>) => void work.catch((): State => ({ at: 'failed' })).then(setState);
  const choose = (file: File) =>
    set(onImport(file).then((it) => ('refusals' in it ? { at: 'refused', ...it } : { at: 'taken', ...it })));
  const remove = (pack: UsedPack) => {
    // What came of the last file is not true any more.
    setState({ at: 'idle' });
    removals.remove(keyOf(pack), t(`packs_removed_${pack.what}`, { name: pack.name }), () => onRemove(pack));
  };
  return (
    <div class="card">
      <h3 ref={title}>{t('packs')}</h3>
      <p class="soft">{t('packs_text')}</p>
      <FileButton label={t('packs_choose')} action="import-pack" onFile={choose} />
      <ul>
        {used.map((pack) => (
          <li key={keyOf(pack)}>
            {t(`packs_in_use_${pack.what}`, { name: pack.name })}{' '}
            <button type="button" class="quiet" onClick={() => remove(pack)}>
              {t(`packs_remove_${pack.what}`)}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="quiet"
        data-action="save-pack"
        onClick={() => set(onSave().then((file) => ({ at: 'saved', file })))}
      >
        {t('packs_save')}
      </button>
      <div role="status">
        {state.at === 'taken' && (
          <p class="good">{t(state.rules + state.guides > 0 ? 'packs_taken' : 'packs_same', state)}</p>
        )}
        {state.at === 'saved' && <p class="good">{t('export_done', { file: state.file })}</p>}
        {(state.at === 'failed' || removals.failed) && <p class="bad">{t('packs_failed')}</p>}
        {removals.lines}
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
