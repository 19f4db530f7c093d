import { AuditDetailView } from './AuditDetailView.tsx';
import { AuditList } from './AuditList.tsx';
import { type AuditActions, type AuditModel, FILTERS } from './audit-model.ts';
import { Clock } from './Clock.tsx';
import { WORDS } from './words.ts';

interface AuditProps {
  model: AuditModel;
  act: AuditActions;
}

/** The audit of the form on the page: every field, what it is judged to be and why, and who filled it. */
export function Audit({ model, act }: AuditProps) {
  const t = WORDS[model.language];
  const { words, chosen, counts, road } = model;
  return (
    <div class="audit">
      {road?.outcome === 'open' && (
        <Clock t={t} road={road} targetMs={model.targetMs} awake={model.awake} compact={true} />
      )}
      <fieldset class="audit-filter" aria-label={t('audit.filter')}>
        {FILTERS.map((filter) => (
          <button
            key={filter}
            type="button"
            class="chip"
            aria-pressed={model.filter === filter}
            onClick={() => act.filter(filter)}
          >
            {t(`audit.${filter}`, { count: counts[filter] })}
          </button>
        ))}
      </fieldset>
      {words === null ? (
        <p class="audit-none">{t('audit.loading')}</p>
      ) : model.rows.length === 0 ? (
        <p class={counts.all === 0 ? 'audit-none' : 'audit-none audit-room'}>
          {t(counts.all === 0 ? 'audit.none' : 'audit.none-match')}
        </p>
      ) : (
        <AuditList model={model} words={words} act={act} t={t} />
      )}
      {words && chosen && (
        <AuditDetailView key={chosen.row.key} detail={chosen} words={words} act={act} t={t} />
      )}
    </div>
  );
}
