import { Component } from 'preact';
import type { PointModel } from './model.ts';
import { frameStyle } from './Spot.tsx';

/**
 * The frame and the arrow beside the control that someone is led to. They let everything through. Give it the key of
 * what is pointed at: like the spot it stays laid out where it first stood and is moved by a transform.
 */
export class Point extends Component<{ point: PointModel }> {
  private readonly first = this.props.point.box;

  override shouldComponentUpdate({ point }: { point: PointModel }): boolean {
    return point !== this.props.point;
  }

  override render({ point: { box, side } }: { point: PointModel }) {
    return (
      <div class="layer top" aria-hidden="true">
        <div class="spot point" style={frameStyle(box, this.first)}>
          <svg class={`arrow ${side}`} viewBox="0 0 40 24" width="40" height="24" aria-hidden="true">
            <path d="M2 8h20V2l16 10-16 10v-6H2Z" />
          </svg>
        </div>
      </div>
    );
  }
}
