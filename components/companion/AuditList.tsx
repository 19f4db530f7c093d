import { Component, createRef } from 'preact';
import { AuditRowView } from './AuditRowView.tsx';
import type { AuditActions, AuditModel } from './audit-model.ts';
import type { Words } from './words.ts';

interface ListProps {
  model: AuditModel;
  words: Readonly<Record<string, string>>;
  act: AuditActions;
  t: Words;
}

interface Held {
  top: number;
  focused: boolean;
}

/**
 * The rows, in a box of a fixed height. Where their sequence changes all are made anew: old ones that moved would
 * count as a layout shift of the page. Where the list was scrolled to, and a focus within it, are kept.
 */
export class AuditList extends Component<ListProps, { reachable: string | null }> {
  override state = { reachable: null };
  private readonly list = createRef<HTMLUListElement>();

  override getSnapshotBeforeUpdate(): Held | null {
    const node = this.list.current;
    return node && { top: node.scrollTop, focused: focusIn(node) !== null };
  }

  override componentDidUpdate(_props: ListProps, _state: unknown, held: Held | null): void {
    const node = this.list.current;
    if (!node || !held) return;
    if (node.scrollTop !== held.top) node.scrollTop = held.top;
    // Rows that were made anew lost the focus that stood in them.
    if (held.focused && focusIn(node) === null)
      node.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }

  private readonly pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -1e9, End: 1e9 }[event.key];
    const node = this.list.current;
    if (step === undefined || !node) return;
    const buttons: HTMLElement[] = [...node.querySelectorAll('button')];
    const at = buttons.indexOf(focusIn(node) as HTMLElement);
    const next = buttons[Math.max(0, Math.min(buttons.length - 1, at + step))];
    if (!next) return;
    event.preventDefault();
    this.setState({ reachable: next.dataset.key ?? null });
    next.focus();
  };

  override render({ model, words, act, t }: ListProps) {
    const { rows, chosen, more } = model;
    const total = rows.length + more;
    const wanted = this.state.reachable ?? chosen?.row.key;
    const reachable = rows.some(({ key }) => key === wanted) ? wanted : rows[0]?.key;
    const sequence = rows.map(({ key }) => key).join('\n');
    return (
      <ul
        class="audit-list"
        key={sequence}
        ref={this.list}
        aria-label={t('audit.list')}
        onKeyDown={this.pressed}
      >
        {rows.map((row, index) => (
          <AuditRowView
            key={row.key}
            row={row}
            chosen={row.key === chosen?.row.key}
            reachable={row.key === reachable}
            place={index + 1}
            total={total}
            words={words}
            t={t}
            choose={act.choose}
          />
        ))}
        {more > 0 && (
          <li>
            <button type="button" class="row-more link" onClick={act.showMore}>
              {t('audit.more', { count: more })}
            </button>
          </li>
        )}
      </ul>
    );
  }
}

/** The focused element within a node of a shadow root. */
function focusIn(node: Element): Element | null {
  const root = node.getRootNode() as Document | ShadowRoot;
  const active = root.activeElement;
  return active && node.contains(active) ? active : null;
}
