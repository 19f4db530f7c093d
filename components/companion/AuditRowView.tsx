import { Component } from 'preact';
import type { AuditRow } from './audit-model.ts';
import { Shape } from './Shape.tsx';
import type { Words } from './words.ts';

interface RowProps {
  row: AuditRow;
  chosen: boolean;
  /** The one row that Tab reaches; arrows move on from there. */
  reachable: boolean;
  /** Its place among all that the filter lets through. */
  place: number;
  total: number;
  words: Readonly<Record<string, string>>;
  t: Words;
  choose(key: string): void;
}

/** One field: its flags, label, section, what it is and who filled it. Of a fixed height, so that no change moves others. */
export class AuditRowView extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const now = this.props;
    return (
      next.chosen !== now.chosen ||
      next.reachable !== now.reachable ||
      next.total !== now.total ||
      next.place !== now.place ||
      next.t !== now.t ||
      next.words !== now.words ||
      JSON.stringify(next.row) !== JSON.stringify(now.row)
    );
  }

  override render({ row, chosen, reachable, place, total, words, t, choose }: RowProps) {
    const notes = [
      !row.visible && t('audit.hidden'),
      row.elsewhere && t('audit.elsewhere'),
      row.corrected && t('audit.corrected'),
      // Last, for it may be longer than the line.
      row.section && t('audit.section', { section: row.section }),
    ].filter(Boolean);
    const label = row.label || t('audit.unnamed');
    const where = notes.join(' · ');
    const what = `${words[`kind_${row.kind}`]} · ${words[`subject_${row.subject}`]}`;
    const held = words[`expectation_${row.expectation}`];
    const state = words[`state_${row.state}`];
    const flags = [row.missing && t('audit.is-missing'), row.again && t('audit.is-again')];
    return (
      <li aria-setsize={total} aria-posinset={place}>
        <button
          type="button"
          class="row"
          tabIndex={reachable ? 0 : -1}
          aria-current={chosen ? 'true' : undefined}
          // What is not drawn, far out of sight in the list, is no name of its button.
          aria-label={[...flags, label, where, what, held, state].filter(Boolean).join(' ')}
          data-key={row.key}
          onClick={() => choose(row.key)}
        >
          <span class="row-flags">
            {row.missing && <Shape again={false} />}
            {row.again && <Shape again={true} />}
          </span>
          <span class="row-label">{label}</span>
          <span class="row-soft">{where}</span>
          <span class="row-soft">{what}</span>
          <span class="row-soft">
            {held} <span aria-hidden="true">→</span> <b>{state}</b>
          </span>
        </button>
      </li>
    );
  }
}
