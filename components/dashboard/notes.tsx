import { useRef } from 'preact/hooks';
import type { FieldRecord } from '../../lib/fields/index.ts';
import type { Submission } from '../../lib/flow/index.ts';
import { formatDate, formatTime } from '../../lib/i18n/index.ts';
import type { Note } from '../../lib/messages/index.ts';
import { common, stepName } from '../common.ts';
import { focusOn } from '../focus.ts';
import { useLanguage, useTexts } from '../language.ts';
import { dayTexts } from '../people/day-texts.ts';
import { texts } from '../people/texts.ts';
import { useRemovals } from './removals.tsx';

interface NotesProps {
  notes: readonly Note[];
  submission: Submission;
  /** Null while they are not known. */
  fields: readonly FieldRecord[] | null;
  /** Deletes one, and hands back the way to undo it; rejects when it could not. */
  onDrop: (note: Note) => Promise<() => Promise<void>>;
}

/** What reviewers wrote about fields and steps of one submission; nothing where nobody wrote anything. */
export function Notes({ notes, submission, fields, onDrop }: NotesProps) {
  const t = useTexts(dayTexts);
  const people = useTexts(texts);
  const words = useTexts(common);
  const language = useLanguage();
  const title = useRef<HTMLHeadingElement>(null);
  const { remove, failed, lines } = useRemovals(
    notes.map(({ id }) => id),
    () => focusOn(title.current),
  );
  if (notes.length === 0 && lines.length === 0) return null;
  const about = (note: Note): string => {
    const { about: it } = note;
    if ('field' in it) {
      const field = fields?.find(({ key }) => key === it.field);
      const unnamed = fields === null || field ? it.field : t('note.field-gone');
      return t('note.about-field', { label: field?.label || unnamed });
    }
    const step = submission.steps.find(({ id }) => id === it.step) ?? { id: it.step, label: '' };
    return t('note.about-step', { step: stepName(step, words, language) });
  };
  return (
    <section aria-labelledby="notes-title">
      <h3 id="notes-title" ref={title}>
        {t('note.list')}
      </h3>
      {failed && (
        <p role="alert" class="bad">
          {people('note.failed')}
        </p>
      )}
      <div role="status">{lines}</div>
      <ul class="notes">
        {notes.map((note) => (
          <li key={note.id} data-note={note.id}>
            <b>{about(note)}</b>{' '}
            <span class="soft">
              {formatDate(note.at, language)} {formatTime(note.at, language).slice(0, 5)}
            </span>
            <p>{note.text}</p>
            <button
              type="button"
              class="quiet"
              aria-label={`${t('note.drop')}. ${about(note)}`}
              onClick={() => remove(note.id, t('note.dropped', { about: about(note) }), () => onDrop(note))}
            >
              {t('note.drop')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
