import { useState } from 'preact/hooks';
import { common } from '../common.ts';
import { useTexts } from '../language.ts';

interface PauseButtonProps {
  paused: boolean;
  onPause: (paused: boolean) => Promise<void>;
}

/** Switches recording off and on. Says so when the choice could not be kept, for then recording goes on as before. */
export function PauseButton({ paused, onPause }: PauseButtonProps) {
  const words = useTexts(common);
  const [failed, setFailed] = useState(false);
  const press = () => {
    onPause(!paused).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <>
      <button type="button" data-action={paused ? 'resume' : 'pause'} onClick={press}>
        {words(paused ? 'resume' : 'pause')}
      </button>
      {failed && (
        <p role="alert" class="bad">
          {words('failed_save')}
        </p>
      )}
    </>
  );
}
