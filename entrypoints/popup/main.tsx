import { render } from 'preact';
import '../../components/theme.css';
import '../../components/base.css';
import '../../components/people/people-page.css';
import '../../components/popup/popup.css';
import { Failure } from '../../components/failure.tsx';
import { hasFailed, useLoaded } from '../../components/loaded.ts';
import { Page } from '../../components/page.tsx';
import { Popup, type PopupProps } from '../../components/popup/popup.tsx';
import { onAccess, requestAccess, unseenHere } from '../../lib/access/index.ts';
import type { Role } from '../../lib/flow/index.ts';
import {
  counts,
  dayAt,
  eraseEverything,
  hasRecords,
  listSubmissions,
  loadSettings,
  loadTrouble,
  onDataChanged,
  onSettings,
  onTrouble,
  orderAnswer,
  orderNextPerson,
  orderRound,
  runningSubmissions,
  saveSettings,
} from '../../lib/storage/index.ts';

const LINKS: PopupProps['links'] = {
  dashboard: '/dashboard.html',
  settings: '/dashboard.html#settings',
  welcome: '/welcome.html',
  submission: (id) => `/dashboard.html#submission=${id}`,
};

async function loadRecords() {
  const now = Date.now();
  const [submissions, recorded, running, day] = await Promise.all([
    listSubmissions(),
    hasRecords(),
    runningSubmissions(),
    dayAt(now),
  ]);
  return { submissions, recorded, running, day, now };
}

async function changeRole(role: Role) {
  await saveSettings({ role });
}

async function pause(paused: boolean) {
  await saveSettings({ paused });
}

function App() {
  const [settings, readSettings] = useLoaded(loadSettings, onSettings);
  const [records, readRecords] = useLoaded(loadRecords, onDataChanged);
  const [unseen] = useLoaded(unseenHere, onAccess);
  const here = unseen.state === 'ready' ? unseen.value : null;
  const [trouble] = useLoaded(loadTrouble, onTrouble);
  const retry = () => {
    readSettings();
    readRecords();
  };
  const language = settings.state === 'ready' ? settings.value.language : 'vi';
  return (
    <Page language={language}>
      {(hasFailed(settings) || hasFailed(records)) && <Failure onRetry={retry} />}
      {settings.state === 'ready' && records.state === 'ready' && (
        <Popup
          {...records.value}
          consented={settings.value.consentAt !== null}
          paused={settings.value.paused}
          trouble={trouble.state === 'ready' ? trouble.value : null}
          unseen={here}
          onAllow={async () => here && requestAccess(here.missing)}
          links={LINKS}
          role={settings.value.role}
          onRole={changeRole}
          onNextPerson={orderNextPerson}
          onRound={orderRound}
          onAnswer={orderAnswer}
          onPause={pause}
          count={counts}
          erase={eraseEverything}
        />
      )}
    </Page>
  );
}

render(<App />, document.getElementById('app') ?? document.body);
