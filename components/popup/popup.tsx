import { useState } from 'preact/hooks';
import type { Answer, EndToEndCondition, Role, Submission } from '../../lib/flow/index.ts';
import type { DayView } from '../../lib/messages/index.ts';
import type { Counts } from '../../lib/metrics/index.ts';
import { common } from '../common.ts';
import { Erase, type Undo } from '../erase.tsx';
import { useTexts } from '../language.ts';
import { lastTimed } from '../last-timed.ts';
import { RoleSwitch } from '../people/RoleSwitch.tsx';
import type { RoundAnswer, RoundView } from '../people/RoundCard.tsx';
import { texts as people } from '../people/texts.ts';
import { DayCard } from './day.tsx';
import { LastCard } from './last.tsx';
import { AccessNotice, FirstSteps, Invitation, PausedNotice, TroubleNotice } from './notices.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { PauseButton } from './pause-button.tsx';
import { Recent } from './recent.tsx';
import { RunningCard, type RunningView } from './running.tsx';
import { Summary } from './summary.tsx';
import { texts } from './texts.ts';

/** How many finished submissions the popup lists. */
const RECENT = 5;

/** Everything the popup shows, and what it can ask for. */
export interface PopupProps {
  now: number;
  consented: boolean;
  paused: boolean;
  /** Why the database takes nothing; null while it does. */
  trouble: 'full' | 'blocked' | 'failed' | null;
  /** The portal that cannot be seen, whether yet or any more; null where there is none. */
  unseen: { name: string; withdrawn: boolean } | null;
  /** Must ask the browser before it awaits anything. Rejects where that cannot ask. */
  onAllow: () => Promise<unknown>;
  submissions: readonly Submission[];
  /** Whether there is anything to delete: submissions, or what people wrote. */
  recorded: boolean;
  running: readonly RunningView[];
  role: Role;
  day: DayView;
  links: { dashboard: string; settings: string; welcome: string; submission: (id: string) => string };
  /** Rejects when it could not be kept. */
  onRole: (role: Role) => Promise<void>;
  onNextPerson: () => Promise<void>;
  onRound: (round: RoundView) => Promise<RoundAnswer>;
  onAnswer: (submissionId: string, condition: EndToEndCondition, answer: Answer) => Promise<void>;
  onPause: (paused: boolean) => Promise<void>;
  count: () => Promise<Counts>;
  erase: () => Promise<Undo>;
}

/** Whether anything is recorded now, in a word, and how that word looks: it must not say what a notice below denies. */
function statusOf({ consented, paused, trouble, unseen }: PopupProps) {
  if (!consented) return ['recording_off', 'off'] as const;
  if (trouble) return ['recording_stuck', 'trouble'] as const;
  if (paused) return ['recording_paused', 'paused'] as const;
  if (unseen?.withdrawn) return ['recording_blind', 'trouble'] as const;
  return ['recording', 'on'] as const;
}

/** The summary of time-to-submit, read at a glance between two dossiers. */
export function Popup(props: PopupProps) {
  const { now, consented, paused, submissions, running, links } = props;
  const t = useTexts(texts);
  const words = useTexts(common);
  const peopleWords = useTexts(people);
  const [roleFailed, setRoleFailed] = useState(false);
  const changeRole = (role: Role) =>
    props.onRole(role).then(
      () => setRoleFailed(false),
      () => setRoleFailed(true),
    );
  const underWay = new Set(running.map((it) => it.submissionId));
  const recent = submissions.filter((it) => !underWay.has(it.id)).slice(0, RECENT);
  const [status, look] = statusOf(props);

  return (
    <main class="popup">
      <header class="popup-head">
        <img src="/icon/icon.svg" alt="" width="32" height="32" />
        <h1>{words('name')}</h1>
        <span class={`status status-${look}`}>{words(status)}</span>
      </header>

      {props.trouble && <TroubleNotice trouble={props.trouble} />}
      {!consented && <Invitation href={links.welcome} recorded={props.recorded} />}
      {consented && paused && <PausedNotice />}
      {consented && props.unseen && (
        <AccessNotice key={props.unseen.name} unseen={props.unseen} onAllow={props.onAllow} />
      )}
      {consented && <RoleSwitch t={peopleWords} role={props.role} change={changeRole} />}
      {roleFailed && (
        <p role="alert" class="bad">
          {peopleWords('role.failed')}
        </p>
      )}
      {consented && props.role === 'volunteer' && (
        <DayCard day={props.day} onNextPerson={props.onNextPerson} onRound={props.onRound} />
      )}
      {running.map((it) => (
        <RunningCard key={it.submissionId} running={it} />
      ))}

      {(consented || submissions.length > 0) && <LastCard last={lastTimed(submissions)} now={now} />}
      {consented && submissions.length === 0 && <FirstSteps />}
      {(consented || submissions.length > 0) && <Summary submissions={submissions} now={now} />}
      {consented && <OpenQuestions submissions={submissions} onAnswer={props.onAnswer} />}
      {recent.length > 0 && <Recent submissions={recent} linkTo={links.submission} />}

      <div class="popup-more">
        <a class="button quiet" href={links.settings} target="_blank" rel="noopener">
          {t('settings')}
        </a>
        <Erase
          offered={props.recorded}
          running={running.length > 0}
          count={props.count}
          erase={props.erase}
        />
      </div>
      <footer class="popup-foot">
        <a
          class={consented ? 'button primary' : 'button'}
          href={links.dashboard}
          target="_blank"
          rel="noopener"
        >
          {t('dashboard')}
        </a>
        {consented && <PauseButton paused={paused} onPause={props.onPause} />}
      </footer>
    </main>
  );
}
