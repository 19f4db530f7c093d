import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PEOPLE } from '../people/texts.ts';
import type { NotesModel, PeopleActions, PeopleModel } from './people-model.ts';

interface NoteFormProps {
  model: PeopleModel;
  notes: NotesModel;
  act: PeopleActions;
}

/** So long a note at most. */
const MOST = 500;

/**
 * In place of all else: the notes on a field or step, and room for another one. Whether somebody's data is in it is
 * looked at by the background when it is to be kept: the rules for that are no load for every page.
 */
export function NoteForm({ model, notes, act }: NoteFormProps) {
  const t = PEOPLE[model.language];
  const [text, setText] = useState(notes.draft);
  const [sure, setSure] = useState(false);
  // Someone on the keyboard goes on from the button that vanished to the way back.
  const byKey = useRef(false);
  const restore = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (notes.dropped && byKey.current) restore.current?.focus({ preventScroll: true });
  }, [notes.dropped]);
  // What must not be kept is mended where it was written: the button to save it is off, and has no focus any more.
  useLayoutEffect(() => {
    if (notes.warned && byKey.current) box.current?.focus({ preventScroll: true });
  }, [notes.warned]);
  // What was said of other words than those that stand there now is said no more.
  const warned = notes.warned?.text === text.trim() ? notes.warned : null;
  const change = (to: string) => {
    setText(to);
    act.keepDraft(to);
    setSure(false);
  };
  const save = async (pressedByKey: boolean) => {
    byKey.current = pressedByKey;
    if (!(await act.saveNote(text.trim(), sure))) return;
    change('');
    // With nothing to save the button loses the focus.
    if (pressedByKey) box.current?.focus({ preventScroll: true });
  };
  return (
    <div class="body note">
      <p class="audit-name">
        {'field' in notes.about ? t('note.title-field', { label: notes.label }) : t('note.title-step')}
      </p>
      {notes.notes && notes.notes.length > 0 && (
        <ul aria-label={t('note.list')}>
          {notes.notes.map(({ id, text: written }) => (
            <li key={id}>
              {written}{' '}
              <button
                type="button"
                class="link"
                onClick={({ detail }) => {
                  byKey.current = detail === 0;
                  void act.dropNote(id);
                }}
              >
                {t('note.drop')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <label>
        <span>{t('note.label')}</span>
        <textarea
          ref={box}
          rows={3}
          maxLength={MOST}
          value={text}
          onInput={(event) => change(event.currentTarget.value)}
        />
      </label>
      <p class="soft">{t('note.hint')}</p>
      <div role="status">
        {warned?.personal.map((kind) => (
          <p key={kind} class="failed">
            {t(`note.${kind}`)}
          </p>
        ))}
        {model.failed === 'note' && <p class="failed">{t('note.failed')}</p>}
        {notes.dropped && <p>{t('note.dropped')}</p>}
      </div>
      {notes.dropped && (
        <div class="choices">
          <button type="button" class="link" ref={restore} onClick={() => void act.restoreNote()}>
            {t('note.restore')}
          </button>
        </div>
      )}
      {warned && !warned.refused && (
        <label class="sure">
          <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />{' '}
          {t('note.sure')}
        </label>
      )}
      <div class="choices">
        <button
          type="button"
          class="solid"
          disabled={text.trim() === '' || (warned !== null && (warned.refused || !sure))}
          onClick={({ detail }) => void save(detail === 0)}
        >
          {t('note.save')}
        </button>
        <button type="button" class="link" onClick={() => act.write(false)}>
          {t('note.close')}
        </button>
      </div>
    </div>
  );
}
