import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Evidence } from '../../lib/guide/index.ts';
import type { AuditActions, AuditDetail } from './audit-model.ts';
import { CorrectionForm } from './CorrectionForm.tsx';
import { useHeldPlace } from './held-place.ts';
import type { Words } from './words.ts';

interface DetailProps {
  detail: AuditDetail;
  words: Readonly<Record<string, string>>;
  act: AuditActions;
  t: Words;
}

/** The chosen field in full: where it was found, why it is judged so, and the way to correct that. */
export function AuditDetailView({ detail, words, act, t }: DetailProps) {
  const { row, evidence, found, scope, inFrame } = detail;
  const whole = useRef<HTMLFieldSetElement>(null);
  useHeldPlace(whole);
  const [correcting, setCorrecting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasCorrecting = useRef(false);
  // What had the cursor has gone with the form.
  useLayoutEffect(() => {
    if (wasCorrecting.current && !correcting) opener.current?.focus({ preventScroll: true });
    wasCorrecting.current = correcting;
  }, [correcting]);
  // In a low window it would come up, or grow, below the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what makes it grow.
  useLayoutEffect(() => {
    const audit = whole.current?.parentElement;
    if (!whole.current || !audit) return;
    audit.scrollTop = whole.current.offsetTop - audit.offsetTop;
    // In a window that is lower still all of the panel scrolls, under its head.
    const panel = audit.parentElement;
    const head = panel?.querySelector<HTMLElement>('.head');
    if (panel && head) panel.scrollTop = audit.offsetTop - head.offsetHeight;
  }, [correcting, row.corrected, detail.failed]);
  return (
    <fieldset class="audit-detail" ref={whole} aria-label={t('audit.detail')}>
      <p class="audit-name">{row.label || t('audit.unnamed')}</p>
      {found !== 'here' && (
        <p>
          {t(`found.${found}`)} {inFrame && t('found.frame-place', { ...inFrame })}
        </p>
      )}
      <p>
        <b>{t('audit.why')}</b> {evidence ? inWords(evidence, t) : t('evidence.unseen')}
      </p>
      {row.corrected && <p>{t(correctedKey(detail))}</p>}
      {scope === null && <p>{t('correct.no-scope')}</p>}
      {detail.failed && <p role="alert">{t('correct.failed')}</p>}
      {correcting ? (
        <CorrectionForm
          row={row}
          scope={scope}
          words={words}
          t={t}
          save={(verdict) => {
            setCorrecting(false);
            act.correct(verdict);
          }}
          leave={() => setCorrecting(false)}
        />
      ) : (
        <div class="choices">
          {scope && (
            <button type="button" class="link" ref={opener} onClick={() => setCorrecting(true)}>
              {t('correct.open')}
            </button>
          )}
          {row.corrected && (
            <button type="button" class="link" onClick={act.undo}>
              {t('correct.undo')}
            </button>
          )}
        </div>
      )}
    </fieldset>
  );
}

/** What is said of a field that was corrected. */
export const correctedKey = ({ waits }: Pick<AuditDetail, 'waits'>) =>
  waits ? 'correct.waits' : 'correct.made';

function inWords({ label, section, name, offer }: Evidence, t: Words): string {
  const parts = [
    label !== null && t('evidence.label', { words: label }),
    section !== null && t('evidence.section', { words: section }),
    name !== null && t('evidence.name', { words: name }),
    offer !== null && t('evidence.offer', { words: t(`offer.${offer}`) }),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('; ') : t('evidence.none');
}
