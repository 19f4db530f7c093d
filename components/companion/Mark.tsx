import { Component } from 'preact';
import type { Actions, MarkModel, MarkPlace } from './model.ts';
import { Shape } from './Shape.tsx';
import type { Words } from './words.ts';

interface MarkProps {
  mark: MarkModel;
  at: MarkPlace;
  t: Words;
  act: Actions;
  /** Its tip is shown. */
  open: boolean;
}

/** The small mark beside one flagged field. Drawn again only when something of itself changed: there may be many. */
export class Mark extends Component<MarkProps> {
  /**
   * Where it first stood. It stays laid out there and is moved from there by a transform, for a box that is laid out
   * elsewhere counts as a layout shift of the page; one that never moved has none, for each costs every later frame.
   */
  private readonly first = this.props.at;

  override shouldComponentUpdate({ mark, t, open }: MarkProps): boolean {
    return mark !== this.props.mark || t !== this.props.t || open !== this.props.open;
  }

  override render({ mark: { key, label, reason }, at, t, act, open }: MarkProps) {
    const [x, y] = [at.x - this.first.x, at.y - this.first.y];
    return (
      <button
        type="button"
        class="mark"
        data-key={key}
        style={{
          left: `${this.first.x}px`,
          top: `${this.first.y}px`,
          zIndex: at.level,
          transform: x || y ? `translate(${x}px, ${y}px)` : 'none',
        }}
        aria-label={t(reason.source ? 'mark.missing' : 'mark.again', {
          label: label || t('mark.unnamed'),
        })}
        aria-describedby={open ? 'tip' : undefined}
        onPointerEnter={(event) => event.pointerType === 'mouse' && act.openTip(key, false)}
        onPointerLeave={act.leaveTip}
        onFocus={() => act.openTip(key, false)}
        onBlur={act.leaveTip}
        onClick={() => act.openTip(key, true)}
      >
        <Shape again={reason.source === null} />
      </button>
    );
  }
}
