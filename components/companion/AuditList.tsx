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
  /** The button that had the focus, and its place among all; null where none had it. */
  focus: { button: HTMLElement; at: number } | null;
}

/**
 * The rows, in a box of a fixed height. Where their sequence changes all are made anew: old ones that moved would
 * count as a layout shift of the page. Where the list was scrolled to, and a focus within it, are kept; another filter
 * begins at its top.
 */
export class AuditList extends Component<ListProps, { reachable: string | null }> {
  override state = { reachable: null };
  private readonly list = createRef<HTMLUListElement>();
  /** What stands below the list takes of its height. */
  private readonly sizes = new ResizeObserver(() => this.keepChosenInSight());
  private observed: Element | null = null;

  override componentDidMount(): void {
    this.observe();
  }

  override componentWillUnmount(): void {
    this.sizes.disconnect();
  }

  private observe(): void {
    if (this.observed === this.list.current) return;
    this.sizes.disconnect();
    this.observed = this.list.current;
    if (this.observed) this.sizes.observe(this.observed);
  }

  private keepChosenInSight(): void {
    const node = this.list.current;
    const row = node?.querySelector<HTMLElement>('[aria-current]');
    if (!node || !row) return;
    const top = row.offsetTop - node.offsetTop;
    const bottom = top + row.offsetHeight;
    if (bottom > node.scrollTop + node.clientHeight) node.scrollTop = bottom - node.clientHeight;
  }

  override getSnapshotBeforeUpdate(): Held | null {
    const node = this.list.current;
    if (!node) return null;
    const all = buttonsOf(node);
    const at = all.indexOf(focusIn(node) as HTMLElement);
    const button = all[at];
    return { top: node.scrollTop, focus: button ? { button, at } : null };
  }

  override componentDidUpdate({ model }: ListProps, _state: unknown, held: Held | null): void {
    this.observe();
    const node = this.list.current;
    if (!node || !held) return;
    if (model.filter === this.props.model.filter && node.scrollTop !== held.top) node.scrollTop = held.top;
    // Rows that were made anew lost the focus that stood in them; the panel only knows that it was in the list.
    if (!held.focus || held.focus.button.isConnected) return;
    const { at } = held.focus;
    const { key } = held.focus.button.dataset;
    const all = buttonsOf(node);
    // Where "more" was pressed, the first of those that came stands in its place.
    const next = all.find(({ dataset }) => key !== undefined && dataset.key === key) ?? all[at] ?? all.at(-1);
    next?.focus({ preventScroll: true });
  }

  private readonly pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -1e9, End: 1e9 }[event.key];
    const node = this.list.current;
    if (step === undefined || !node) return;
    const buttons = buttonsOf(node);
    const at = buttons.indexOf(focusIn(node) as HTMLElement);
    const next = buttons[Math.max(0, Math.min(buttons.length - 1, at + step))];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  /** The row in which somebody is, by whatever way they came, is the one that Tab comes back to. */
  private readonly entered = (event: FocusEvent) => {
    const { key } = (event.target as HTMLElement).dataset;
    if (key !== undefined) this.setState({ reachable: key });
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
        onFocusIn={this.entered}
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

/** The rows' buttons, and that for more of them. */
function buttonsOf(node: Element): HTMLElement[] {
  return [...node.querySelectorAll('button')];
}

/** The focused element within a node of a shadow root. */
function focusIn(node: Element): Element | null {
  const root = node.getRootNode() as Document | ShadowRoot;
  const active = root.activeElement;
  return active && node.contains(active) ? active : null;
}
