import { useState } from 'preact/hooks';
import { sameVerdict, type Verdict } from '../../lib/fields/corrections.ts';
import { EXPECTATIONS, KINDS, SUBJECTS } from '../../lib/fields/field.ts';
import type { AuditDetail, AuditRow } from './audit-model.ts';
import type { Words } from './words.ts';

interface CorrectionProps {
  row: AuditRow;
  scope: AuditDetail['scope'];
  words: Readonly<Record<string, string>>;
  t: Words;
  save(verdict: Verdict): void;
  leave(): void;
}

/**
 * Three lists: what the field is, whose it is, and whether the State already holds it. Where all were left as they were,
 * nothing was corrected, and nothing is kept.
 */
export function CorrectionForm({ row, scope, words, t, save, leave }: CorrectionProps) {
  const [verdict, setVerdict] = useState<Verdict>({
    kind: row.kind,
    subject: row.subject,
    expectation: row.expectation,
  });
  const list = <Part extends keyof Verdict>(part: Part, values: readonly Verdict[Part][]) => (
    <label class="correct-part">
      <span>{t(`correct.${part}`)}</span>
      <select
        value={verdict[part]}
        onChange={({ currentTarget }) => {
          const chosen = values.find((value) => value === currentTarget.value);
          if (chosen) setVerdict((before) => ({ ...before, [part]: chosen }));
        }}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {words[`${part}_${value}`]}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a second way to the button that leaves it.
    <div class="correct" onKeyDown={({ key }) => key === 'Escape' && leave()}>
      {list('kind', KINDS)}
      {list('subject', SUBJECTS)}
      {list('expectation', EXPECTATIONS)}
      <p class="soft">{t(scope === 'procedure' ? 'correct.scope-procedure' : 'correct.scope-form')}</p>
      <div class="choices">
        <button
          type="button"
          class="solid"
          onClick={() => (sameVerdict(verdict, row) ? leave() : save(verdict))}
        >
          {t('correct.save')}
        </button>
        <button type="button" class="link" onClick={leave}>
          {t('correct.leave')}
        </button>
      </div>
    </div>
  );
}
