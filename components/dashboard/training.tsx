import { useState } from 'preact/hooks';
import type { Role } from '../../lib/flow/index.ts';
import { type Practice, progressOf } from '../../lib/training/index.ts';
import { common } from '../common.ts';
import { useTexts } from '../language.ts';
import { dayTexts } from '../people/day-texts.ts';

export interface TrainingProps {
  role: Role;
  /** What was recorded since the lesson began; null where none is under way. */
  practice: Practice | null;
  /** Begins a lesson, or ends it; rejects when that could not be kept. */
  onLesson: (begin: boolean) => Promise<void>;
}

/** "Bài tập": the lesson of the role, done on the practice portal; each task is ticked as it is seen to be done. */
export function Training({ role, practice, onLesson }: TrainingProps) {
  const t = useTexts(dayTexts);
  const words = useTexts(common);
  const [failed, setFailed] = useState(false);
  const change = (begin: boolean) =>
    onLesson(begin).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  const tasks = practice ? progressOf(role, practice) : [];
  const next = tasks.findIndex(({ done }) => !done);
  return (
    <section id="training" class="card training" aria-labelledby="training-title">
      <h2 id="training-title">{t('lesson.title', { role: words(`role_${role}`) })}</h2>
      <p class="soft">{t('lesson.where')}</p>
      {practice && (
        <ol>
          {tasks.map(({ id, done }, index) => (
            <li key={id} data-task={id} data-done={done} aria-current={index === next ? 'step' : undefined}>
              <span aria-hidden="true">{done ? '✓' : '○'}</span>{' '}
              <span class="unseen">{t(done ? 'lesson.done' : 'lesson.todo')}</span> {t(`lesson.${id}`)}
            </li>
          ))}
        </ol>
      )}
      <p role="status" class="good">
        {practice && next === -1 && t('lesson.finished')}
      </p>
      {failed && (
        <p role="alert" class="bad">
          {words('failed_save')}
        </p>
      )}
      <button type="button" data-action="lesson" onClick={() => change(practice === null)}>
        {t(practice ? 'lesson.end' : 'lesson.begin')}
      </button>
    </section>
  );
}
