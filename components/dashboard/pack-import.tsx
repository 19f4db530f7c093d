import { useState } from 'preact/hooks';
import { useTexts } from '../language.ts';
import { FileButton } from './file-button.tsx';
import { texts } from './texts.ts';

/**
 * What came of reading a pack: how many corrections it holds, of how many fields it says otherwise than was said here
 * before, and the way back, null where it says nothing new; or why none was taken over.
 */
export type ImportAnswer =
  | { taken: number; replaced: number; undo: (() => Promise<void>) | null }
  | {
      fault: {
        reason:
          | 'json'
          | 'format'
          | 'rules'
          | 'version'
          | 'empty'
          | 'too-many'
          | 'full'
          | 'extra'
          | 'entry'
          | 'too-large'
          | 'write';
        at?: number;
        /** So many corrections are kept at most. */
        most?: number;
      };
    };

interface PackImportProps {
  onImport: (file: File) => Promise<ImportAnswer>;
  /** Something was taken over. */
  onTaken: (words: string, undo: () => Promise<void>) => void;
}

/** Takes over another reviewer's corrections from a file, and says in words why a file is refused. */
export function PackImport({ onImport, onTaken }: PackImportProps) {
  const t = useTexts(texts);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const take = async (file: File) => {
    const given = await onImport(file);
    setAnswer(given);
    if ('fault' in given || !given.undo) return;
    const { taken, replaced, undo } = given;
    const said = [t('corrections_taken', { count: taken })];
    if (replaced > 0) said.push(t('corrections_replaced', { count: replaced }));
    onTaken(said.join(' '), undo);
  };

  return (
    <div class="of-file">
      <FileButton
        label={t('corrections_import')}
        action="import-corrections"
        onFile={(file) => void take(file)}
      />
      <p role="status">
        {answer && 'taken' in answer && !answer.undo && t('corrections_same')}
        {answer && 'fault' in answer && (
          <span class="bad">
            {t(`pack_${answer.fault.reason}`, { at: '', most: '', ...answer.fault })} {t('pack_nothing')}
          </span>
        )}
      </p>
    </div>
  );
}
