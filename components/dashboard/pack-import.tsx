import { useState } from 'preact/hooks';
import { useTexts } from '../language.ts';
import { FileButton } from './file-button.tsx';
import { texts } from './texts.ts';

/** What came of reading a pack: how many corrections were taken over, or why none was. */
export type ImportAnswer =
  | { taken: number }
  | {
      fault: {
        reason:
          | 'json'
          | 'format'
          | 'rules'
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
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);

  return (
    <div class="pack-import">
      <FileButton
        label={t('corrections_import')}
        action="import-corrections"
        onFile={(file) => void onImport(file).then(setAnswer)}
      />
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
