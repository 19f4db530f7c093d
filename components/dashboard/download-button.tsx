import { useState } from 'preact/hooks';
import { useTexts } from '../language.ts';
import { texts } from './texts.ts';

interface DownloadButtonProps {
  label: string;
  action: string;
  /** Hands the file to the browser; answers with its name. */
  onDownload: () => string;
}

/** Downloads a small file at once, and says what it is called: a browser may put it away without a word. */
export function DownloadButton({ label, action, onDownload }: DownloadButtonProps) {
  const t = useTexts(texts);
  const [file, setFile] = useState('');
  return (
    <div class="of-file">
      <button type="button" data-action={action} onClick={() => setFile(onDownload())}>
        {label}
      </button>
      <p role="status" class="good">
        {file && t('export_done', { file })}
      </p>
    </div>
  );
}
