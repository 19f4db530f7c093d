import { useLayoutEffect, useRef } from 'preact/hooks';
import { Faces } from '../people/Faces.tsx';
import type { PeopleWords } from '../people/texts.ts';
import type { PeopleActions } from './people-model.ts';

interface HandOverProps {
  t: PeopleWords;
  act: PeopleActions;
}

/**
 * The faces alone on the whole screen, for the citizen's own hand. A modal dialog of the browser: Escape leaves it, the
 * keyboard stays in it, and the focus goes back by itself.
 */
export function HandOver({ t, act }: HandOverProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="hand-over" ref={dialog} aria-label={t('rate.ask-big')} onClose={() => act.hand(false)}>
      <p>{t('rate.ask-big')}</p>
      <Faces
        t={t}
        label={t('rate.ask-big')}
        rate={(score) => {
          act.rate(score);
          dialog.current?.close();
        }}
      />
      <button type="button" class="link" onClick={() => dialog.current?.close()}>
        {t('rate.close')}
      </button>
    </dialog>
  );
}
