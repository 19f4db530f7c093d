import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import '../../components/theme.css';
import '../../components/base.css';
import '../../components/people/people-page.css';
import '../../components/dashboard/dashboard.css';
import { Dashboard } from '../../components/dashboard/dashboard.tsx';
import type { SettingsView } from '../../components/dashboard/settings.tsx';
import { texts } from '../../components/dashboard/texts.ts';
import { Failure } from '../../components/failure.tsx';
import { hasFailed, useLoaded } from '../../components/loaded.ts';
import { Page } from '../../components/page.tsx';
import {
  allNotes,
  beginLesson,
  counts,
  dayAt,
  eraseEverything,
  fieldsOf,
  hasRecords,
  hasWritten,
  lessonBegunAt,
  listSubmissions,
  loadCorrections,
  loadSettings,
  onCorrections,
  onDataChanged,
  onLesson,
  onSettings,
  orderDropNote,
  orderRound,
  portalHealth,
  runningSubmissions,
  type Settings,
  saveSettings,
} from '../../lib/storage/index.ts';
import type { Practice } from '../../lib/training/index.ts';
import { actionsOn } from './corrections.ts';
import { download, reportHealth } from './download.ts';
import { PortalSettings } from './portals.tsx';
import { useSelection } from './selection.ts';

async function loadRecords() {
  const now = Date.now();
  const [submissions, recorded, written, running, health, day, notes] = await Promise.all([
    listSubmissions(),
    hasRecords(),
    hasWritten(),
    runningSubmissions(),
    portalHealth(),
    dayAt(now),
    allNotes(),
  ]);
  return { submissions, recorded, written, running: running.length > 0, health, day, notes, now };
}

/** Of the settings, what the page shows. */
function shown({ consentAt, paused, role, language, companion }: Settings): SettingsView {
  return { consented: consentAt !== null, paused, role, language, companionOn: companion.on };
}

async function change({ consented: _, companionOn, ...patch }: Partial<SettingsView>) {
  if (companionOn === undefined) await saveSettings(patch);
  else await saveSettings({ ...patch, companion: { ...(await loadSettings()).companion, on: companionOn } });
}

/** Of the records, what the lesson under way looks at. */
function practised({ submissions, notes, day }: Records, begunAt: number | null): Practice | null {
  if (begunAt === null) return null;
  const written = notes.filter(({ at }) => at >= begunAt);
  const fields = written.filter(({ about }) => 'field' in about).length;
  return {
    submissions: submissions.filter(({ startedAt }) => startedAt >= begunAt),
    notes: { fields, steps: written.length - fields },
    hasRound: Boolean(day.round?.outreach),
  };
}
type Records = Awaited<ReturnType<typeof loadRecords>>;

function App() {
  const [settings, readSettings] = useLoaded(loadSettings, onSettings);
  const [lesson] = useLoaded(lessonBegunAt, onLesson);
  const [records, readRecords] = useLoaded(loadRecords, onDataChanged);
  const [corrections, readCorrections] = useLoaded(loadCorrections, onCorrections);
  const [selectedId, select] = useSelection();
  const ready = settings.state === 'ready' && records.state === 'ready' && corrections.state === 'ready';

  useEffect(() => {
    // The part that the address names was not there yet when the browser looked for it.
    if (ready && /^#[a-z]+$/.test(location.hash)) document.querySelector(location.hash)?.scrollIntoView();
  }, [ready]);

  const retry = () => {
    readSettings();
    readRecords();
    readCorrections();
  };
  const language = settings.state === 'ready' ? settings.value.language : 'vi';
  return (
    <Page language={language} title={texts[language].page_title}>
      {[settings, records, corrections].some(hasFailed) && <Failure onRetry={retry} />}
      {settings.state === 'ready' && records.state === 'ready' && corrections.state === 'ready' && (
        <Dashboard
          {...records.value}
          settings={shown(settings.value)}
          corrections={{ corrections: corrections.value, ...actionsOn(corrections.value) }}
          welcome="/welcome.html"
          selectedId={selectedId}
          onSelect={select}
          loadFields={fieldsOf}
          onChange={onDataChanged}
          onHealthReport={() => reportHealth(records.value.health)}
          practice={practised(records.value, lesson.state === 'ready' ? lesson.value : null)}
          onLesson={(begin) => beginLesson(begin ? Date.now() : null)}
          onDropNote={orderDropNote}
          onRound={orderRound}
          onExport={download}
          onPrint={() => print()}
          onSettings={change}
          count={counts}
          erase={eraseEverything}
          portals={<PortalSettings />}
        />
      )}
    </Page>
  );
}

render(<App />, document.getElementById('app') ?? document.body);
