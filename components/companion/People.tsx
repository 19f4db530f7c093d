import { RoleSwitch } from '../people/RoleSwitch.tsx';
import { TallyLine } from '../people/TallyLine.tsx';
import { PEOPLE } from '../people/texts.ts';
import { After } from './After.tsx';
import { HandOver } from './HandOver.tsx';
import { useKeptFocus } from './kept-focus.ts';
import type { PeopleActions, PeopleModel } from './people-model.ts';

interface PeopleProps {
  model: PeopleModel;
  act: PeopleActions;
  /** Where it changes the foot is made anew. */
  shape: string;
}

/** The foot of the panel: what is asked after a result, a volunteer's day, a reviewer's note, the roles. */
export function People({ model, act, shape }: PeopleProps) {
  const { language, role, day, leftover, after, notes, failed } = model;
  const t = PEOPLE[language];
  const foot = useKeptFocus(shape);
  return (
    <div class="people" key={shape} ref={foot}>
      {after && <After after={after} t={t} act={act} />}
      {after?.handed && <HandOver t={t} act={act} />}
      {leftover && (
        <div class="leftover">
          <p>{t(`logout.${leftover}`)}</p>
          <button type="button" class="link" data-act="logout-show" onClick={act.showLogout}>
            {t('logout.show')}
          </button>
        </div>
      )}
      {role === 'volunteer' && (
        <div class="day">
          {day && <TallyLine tally={day.tally} language={language} />}
          <button
            type="button"
            class="solid"
            data-act="next-person"
            data-action="next-person"
            title={t('next.hint')}
            onClick={act.nextPerson}
          >
            {t('next.button')}
          </button>
        </div>
      )}
      {notes && (
        <button type="button" class="link note-open" data-act="note-open" onClick={() => act.write(true)}>
          {t('field' in notes.about ? 'note.open-field' : 'note.open-step')}
        </button>
      )}
      {failed && failed !== 'note' && (
        <p class="failed" role="alert">
          {t(`${failed}.failed`)}
        </p>
      )}
      <RoleSwitch t={t} role={role} change={act.changeRole} />
    </div>
  );
}
