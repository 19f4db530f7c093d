import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FieldRecord } from '../../lib/fields/index.ts';
import type { Submission } from '../../lib/flow/index.ts';
import { formatDate } from '../../lib/i18n/index.ts';
import type { DayView, Note } from '../../lib/messages/index.ts';
import type { Counts } from '../../lib/metrics/index.ts';
import { common } from '../common.ts';
import type { Undo } from '../erase.tsx';
import { focusOn } from '../focus.ts';
import { useTexts } from '../language.ts';
import { LinkedText, PortalLink } from '../linked-text.tsx';
import { type RoundAnswer, RoundCard, type RoundView } from '../people/RoundCard.tsx';
import { TallyLine } from '../people/TallyLine.tsx';
import { texts as peopleTexts } from '../people/texts.ts';
import { type CorrectionsProps, CorrectionsSection } from './corrections.tsx';
import { Detail } from './detail.tsx';
import { ExportButton, type ExportProps } from './export-button.tsx';
import { Health, type HealthView } from './health.tsx';
import { OverviewTiles } from './overview.tsx';
import { SettingsSection, type SettingsView } from './settings.tsx';
import { Submissions } from './submissions.tsx';
import { texts } from './texts.ts';
import { Training, type TrainingProps } from './training.tsx';

/** Everything the dashboard shows, and what it can ask for. */
export interface DashboardProps {
  now: number;
  /** Newest first. */
  submissions: readonly Submission[];
  /** Whether there is anything to delete: submissions, or what people wrote. */
  recorded: boolean;
  /** Whether people wrote notes or named rounds. */
  written: boolean;
  running: boolean;
  health: readonly HealthView[];
  onHealthReport: () => string;
  settings: SettingsView;
  corrections: Omit<CorrectionsProps, 'isReviewer' | 'submissions'>;
  day: DayView;
  practice: TrainingProps['practice'];
  onLesson: TrainingProps['onLesson'];
  /** Reviewers' notes on all submissions. */
  notes: readonly Note[];
  onDropNote: (note: Note) => Promise<() => Promise<void>>;
  onRound: (round: RoundView) => Promise<RoundAnswer>;
  welcome: string;
  selectedId: string | null;
  onSelect: (id: string | null) => void;
  loadFields: (submissionId: string) => Promise<FieldRecord[]>;
  onChange: (again: () => void) => () => void;
  onExport: ExportProps['onExport'];
  /** Prints what is shown: the opened dossier, or the overview and the list. */
  onPrint: () => void;
  onSettings: (patch: Partial<SettingsView>) => Promise<void>;
  count: () => Promise<Counts>;
  erase: () => Promise<Undo>;
  /** The settings about portals. */
  portals: ComponentChildren;
}

/** Reports, audits, exchange of data and settings on one page. */
export function Dashboard(props: DashboardProps) {
  const { submissions, settings, selectedId, onSelect } = props;
  const t = useTexts(texts);
  const words = useTexts(common);
  const people = useTexts(peopleTexts);
  const selected = submissions.find((it) => it.id === selectedId);
  const list = useRef<HTMLElement>(null);
  const close = () => {
    // Back to the row that it was opened from, for the next one is beside it; to the list where that does not show it.
    const row = list.current?.querySelector<HTMLElement>('[aria-current="true"]');
    if (row) row.focus();
    else focusOn(list.current?.querySelector('h2'));
    onSelect(null);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another submission is another heading to read.
  useEffect(() => {
    // When it is chosen, and not when it comes back with all others after a deletion was undone.
    const title = list.current?.querySelector<HTMLElement>('#detail-title');
    title?.focus({ preventScroll: true });
    title?.scrollIntoView();
  }, [selectedId]);

  return (
    <>
      <header class="page-head">
        <img src="/icon/icon.svg" alt="" width="40" height="40" />
        <h1>
          {words('name')} <span class="soft">{t('title')}</span>
        </h1>
        <nav aria-label={t('nav')}>
          <a href="#overview">{t('nav_overview')}</a>
          <a href="#submissions">{t('nav_submissions')}</a>
          <a href="#settings">{t('nav_settings')}</a>
        </nav>
        <p class="on-paper soft">{t('printed', { when: formatDate(props.now, settings.language) })}</p>
      </header>
      <main class="page">
        {!settings.consented && (
          <p class="card row invite">
            {t(props.recorded ? 'stopped_text' : 'consent_text')}
            <a class="button primary" href={props.welcome}>
              {t('consent_open')}
            </a>
          </p>
        )}

        {settings.consented && settings.role === 'volunteer' && (
          <section class="day card" id="day" aria-label={people('day.title')}>
            <TallyLine tally={props.day.tally} language={settings.language} />
            <RoundCard round={props.day.round} onSave={props.onRound} />
          </section>
        )}

        <section id="overview" aria-labelledby="overview-title">
          <div class="section-head">
            <h2 id="overview-title">{t('nav_overview')}</h2>
            {submissions.length > 0 && !selected && (
              <button type="button" data-action="print" onClick={props.onPrint}>
                {t('print')}
              </button>
            )}
          </div>
          <OverviewTiles submissions={submissions} now={props.now} />
        </section>

        <section id="submissions" ref={list} class="submissions" aria-labelledby="submissions-title">
          <div class="section-head">
            <h2 id="submissions-title">{t('nav_submissions')}</h2>
            {submissions.length > 0 && <ExportButton written={props.written} onExport={props.onExport} />}
          </div>
          {submissions.length === 0 ? (
            <div class="card">
              <h3>{t('empty_title')}</h3>
              <p>
                <LinkedText text={t('empty_text')}>
                  <PortalLink />
                </LinkedText>
              </p>
            </div>
          ) : (
            <Submissions submissions={submissions} selectedId={selectedId} onSelect={onSelect} />
          )}
          {selected && (
            <Detail
              submission={selected}
              loadFields={props.loadFields}
              notes={props.notes}
              corrections={props.corrections.corrections}
              onDropNote={props.onDropNote}
              onChange={props.onChange}
              onPrint={props.onPrint}
              onClose={close}
            />
          )}
        </section>

        <Health rules={props.health} onReport={props.onHealthReport} />
        <CorrectionsSection
          {...props.corrections}
          submissions={submissions}
          isReviewer={settings.role === 'reviewer'}
        />

        {settings.consented && (
          <Training role={settings.role} practice={props.practice} onLesson={props.onLesson} />
        )}

        <SettingsSection
          settings={settings}
          recorded={props.recorded}
          running={props.running}
          welcome={props.welcome}
          onSettings={props.onSettings}
          count={props.count}
          erase={props.erase}
          portals={props.portals}
        />
      </main>
    </>
  );
}
