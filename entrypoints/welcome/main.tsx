import { render } from 'preact';
import { useState } from 'preact/hooks';
import '../../components/theme.css';
import '../../components/base.css';
import '../../components/welcome/welcome.css';
import { Failure } from '../../components/failure.tsx';
import { hasFailed, useLoaded } from '../../components/loaded.ts';
import { Page } from '../../components/page.tsx';
import { texts } from '../../components/welcome/texts.ts';
import { type Answered, Welcome } from '../../components/welcome/welcome.tsx';
import {
  hasRecords,
  loadSettings,
  onDataChanged,
  onSettings,
  type Settings,
  saveSettings,
} from '../../lib/storage/index.ts';

function App() {
  const [settings, retry] = useLoaded(loadSettings, onSettings);
  const [recorded] = useLoaded(hasRecords, onDataChanged);
  const [answered, setAnswered] = useState<Answered>('not-yet');

  // What failed before is not said again of something that was kept.
  const before = answered === 'failed' ? 'not-yet' : answered;
  /** Keeps a choice; what the page then says depends on whether it could be kept. */
  const keep = (patch: Partial<Settings>, then: Answered) => {
    saveSettings(patch).then(
      () => setAnswered(then),
      () => setAnswered('failed'),
    );
  };

  if (settings.state === 'loading') return null;
  if (settings.state === 'failed') {
    return (
      <Page language="vi">
        <Failure onRetry={retry} />
      </Page>
    );
  }
  const { role, language, consentAt } = settings.value;
  return (
    <Page language={language} title={texts[language].page_title}>
      {hasFailed(settings) && <Failure onRetry={retry} />}
      <Welcome
        answered={answered}
        role={role}
        consentAt={consentAt}
        recorded={recorded.state === 'ready' && recorded.value}
        dashboard="/dashboard.html"
        onLanguage={(it) => keep({ language: it }, before)}
        onRole={(it) => keep({ role: it }, before)}
        onAccept={() => keep({ consentAt: Date.now() }, 'accepted')}
        onDecline={() => setAnswered('later')}
        onWithdraw={() => keep({ consentAt: null }, 'withdrawn')}
      />
    </Page>
  );
}

render(<App />, document.getElementById('app') ?? document.body);
