import { useRef, useState } from 'preact/hooks';
import { useTexts } from '../language.ts';
import { texts } from './texts.ts';

/** What came of reading a pack: how many corrections were taken over, or why none was. */
export type ImportAnswer =
  | { taken: number }
  | {
      fault: {
        reason:
          | 'json'
          | 'format'
          | 'version'
          | 'empty'
          | 'too-many'
          | 'extra'
          | 'entry'
          | 'too-large'
          | 'write';
        at?: number;
      };
    };

interface PackImportProps {
  onImport: (file: File) => Promise<ImportAnswer>;
}

/** Takes over another reviewer's corrections from a file, and says in words why a file is refused. */
export function PackImport({ onImport }: PackImportProps) {
  const t = useTexts(texts);
  const input = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);

  async function take(file: File | undefined) {
    if (!file) return;
    setAnswer(await onImport(file));
    // The same file, mended, can be chosen again.
    if (input.current) input.current.value = '';
  }

  return (
    <div class="pack-import">
      <label class="button">
        {t('corrections_import')}
        <input
          ref={input}
          class="unseen"
          type="file"
          accept=".json,application/json"
          data-action="import-corrections"
          onChange={(event) => take(event.currentTarget.files?.[0])}
        />
      </label>
      <p role="status">
        {answer && 'taken' in answer && (
          <span class="good">{t('corrections_taken', { count: answer.taken })}</span>
        )}
        {answer && 'fault' in answer && (
          <span class="bad">
            {t(`pack_${answer.fault.reason}`, { at: answer.fault.at ?? '' })} {t('pack_nothing')}
          </span>
        )}
      </p>
    </div>
  );
}
