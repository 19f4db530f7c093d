import { Component } from 'preact';
import type { Rect } from './rect.ts';

/** The frame stands so far outside the question that it touches nothing of it, px. */
const GAP = 4;

/**
 * A frame around what was gone to, a field or a button of the page's header. It lets everything through. Give it the
 * key of what it frames: like a mark it stays laid out where it first stood and is moved by a transform, so that it
 * never counts as a layout shift.
 */
export class Spot extends Component<{ box: Rect }> {
  private readonly first = this.props.box;

  override shouldComponentUpdate({ box }: { box: Rect }): boolean {
    return box !== this.props.box;
  }

  override render({ box }: { box: Rect }) {
    return (
      <div class="layer top" aria-hidden="true">
        <div class="spot" style={frameStyle(box, this.first)} />
      </div>
    );
  }
}

/** A frame around a box, laid out around where it first stood and moved from there. */
export function frameStyle(box: Rect, first: Rect) {
  const [x, y] = [box.left - first.left, box.top - first.top];
  return {
    left: `${first.left - GAP}px`,
    top: `${first.top - GAP}px`,
    width: `${box.right - box.left + 2 * GAP}px`,
    height: `${box.bottom - box.top + 2 * GAP}px`,
    transform: x || y ? `translate(${x}px, ${y}px)` : 'none',
  };
}
