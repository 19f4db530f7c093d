import { useCallback } from 'preact/hooks';
import type { Correction, FieldRecord } from '../../lib/fields/index.ts';
import type { Submission } from '../../lib/flow/index.ts';
import { formatDate, formatTime } from '../../lib/i18n/index.ts';
import type { Note } from '../../lib/messages/index.ts';
import { endOf, isTimed } from '../../lib/metrics/index.ts';
import { common, procedureName } from '../common.ts';
import { useLanguage, useTexts } from '../language.ts';
import { hasFailed, useLoaded } from '../loaded.ts';
import { OutcomeMark } from '../outcome.tsx';
import { TargetLine, TargetVerdict } from '../target.tsx';
import { EndToEnd, Facts, Split, Times } from './facts.tsx';
import { FieldsTable } from './fields-table.tsx';
import { Notes } from './notes.tsx';
import { texts } from './texts.ts';
import { Steps, Timeline } from './timeline.tsx';

interface DetailProps {
  submission: Submission;
  loadFields: (submissionId: string) => Promise<FieldRecord[]>;
  notes: readonly Note[];
  corrections: readonly Correction[];
  onDropNote: (note: Note) => Promise<() => Promise<void>>;
  /** Calls back whenever there may be other fields: must be stable. Returns the way to stop. */
  onChange: (again: () => void) => () => void;
  onPrint: () => void;
  onClose: () => void;
}

/** One submission in full: its times, its road, its form. */
export function Detail(props: DetailProps) {
  const { submission, loadFields, notes, corrections, onDropNote, onChange, onPrint, onClose } = props;
  const t = useTexts(texts);
  const words = useTexts(common);
  const language = useLanguage();
  const { id, startedAt } = submission;
  const [fields, readFields] = useLoaded(
    useCallback(() => loadFields(id), [loadFields, id]),
    onChange,
  );

  return (
    <section class="detail card" id="detail" aria-labelledby="detail-title" data-detail={id}>
      <header class="detail-head">
        <h2 id="detail-title" tabIndex={-1}>
          {procedureName(submission.procedure, words)}
        </h2>
        <div class="row">
          <button type="button" data-action="print" onClick={onPrint}>
            {t('print_detail')}
          </button>
          <button type="button" onClick={onClose}>
            {t('detail_close')}
          </button>
        </div>
      </header>
      <p class="row">
        <OutcomeMark of={submission} />
        <span class="soft">
          {t('detail', { when: `${formatDate(startedAt, language)} ${formatTime(startedAt, language)}` })}
          {submission.procedure.code && ` · ${submission.procedure.code}`}
        </span>
      </p>

      <Times submission={submission} />
      <p class="soft">{words(`startedBy_${submission.startedBy}`)}.</p>
      {isTimed(submission) && (
        <section aria-label={t('split')}>
          <h3>{t('split')}</h3>
          <Split submission={submission} />
        </section>
      )}
      {isTimed(submission) && (
        <div class="detail-target">
          <TargetVerdict elapsedMs={submission.elapsedMs} at={endOf(submission)} />
          <TargetLine at={endOf(submission)} />
        </div>
      )}

      <div class="columns">
        <div>
          <h3>{t('timeline')}</h3>
          <Timeline submission={submission} />
        </div>
        <div>
          <h3>{t('steps')}</h3>
          <Steps submission={submission} />
          <Facts submission={submission} />
          <h3>{t('detail_end')}</h3>
          <EndToEnd submission={submission} />
        </div>
      </div>

      <Notes
        notes={notes.filter(({ submissionId }) => submissionId === id)}
        submission={submission}
        fields={fields.state === 'ready' ? fields.value : null}
        onDrop={onDropNote}
      />
      <h3>{t('fields')}</h3>
      {fields.state === 'loading' && <p role="status">{words('loading')}</p>}
      {hasFailed(fields) && (
        <p role="alert">
          {t('fields_failed')}{' '}
          <button type="button" onClick={readFields}>
            {words('retry')}
          </button>
        </p>
      )}
      {fields.state === 'ready' && (
        <FieldsTable
          key={id}
          fields={fields.value}
          corrections={corrections}
          procedure={submission.procedure.code}
        />
      )}
    </section>
  );
}
