import { Component } from 'preact';
import { Mark } from './Mark.tsx';
import type { Actions, LayerModel } from './model.ts';
import { Point } from './Point.tsx';
import { Spot } from './Spot.tsx';
import { Tip } from './Tip.tsx';
import { WORDS } from './words.ts';

interface MarksProps {
  model: LayerModel;
  act: Actions;
  /** The panel's box now, so that a tip can stay clear of it. */
  panelBox(): DOMRect | null;
}

/** The layer over the page: a small mark beside each flagged field, and the tip of one of them. */
export class Marks extends Component<MarksProps> {
  // The panel changes more often than the marks do.
  override shouldComponentUpdate({ model }: MarksProps): boolean {
    return model !== this.props.model;
  }

  override render({ model, act, panelBox }: MarksProps) {
    const t = WORDS[model.language];
    const open = model.tip?.mark.key;
    return (
      <>
        <div class="layer">
          {model.marks.map((mark) =>
            mark.at ? (
              <Mark key={mark.key} mark={mark} at={mark.at} t={t} act={act} open={open === mark.key} />
            ) : null,
          )}
        </div>
        {model.spot && <Spot key={model.spot.key} box={model.spot.box} />}
        {model.point && <Point key={model.point.key} point={model.point} />}
        {model.tip && <Tip key={model.tip.mark.key} tip={model.tip} t={t} act={act} panelBox={panelBox} />}
      </>
    );
  }
}
