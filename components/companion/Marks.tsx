import type { Actions, LayerModel } from './model.ts';
import { Shape } from './Shape.tsx';
import { Tip } from './Tip.tsx';
import { WORDS } from './words.ts';

interface MarksProps {
  model: LayerModel;
  act: Actions;
  /** The panel's box now, so that a tip can stay clear of it. */
  panelBox(): DOMRect | null;
}

/** The layer over the page: a small mark beside each flagged field, and the tip of one of them. */
export function Marks({ model, act, panelBox }: MarksProps) {
  const t = WORDS[model.language];
  const open = model.tip?.mark.key;
  return (
    <>
      <div class="layer" style={{ zIndex: model.level }}>
        {model.marks.map(({ key, label, reason, at }) =>
          at ? (
            <button
              type="button"
              key={key}
              class="mark"
              style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
              aria-label={t(reason.source ? 'mark.missing' : 'mark.again', {
                label: label || t('mark.unnamed'),
              })}
              aria-describedby={open === key ? 'tip' : undefined}
              onPointerEnter={(event) => event.pointerType === 'mouse' && act.openTip(key, false)}
              onPointerLeave={act.leaveTip}
              onFocus={() => act.openTip(key, false)}
              onBlur={act.leaveTip}
              onClick={() => act.openTip(key, true)}
            >
              <Shape again={reason.source === null} />
            </button>
          ) : null,
        )}
      </div>
      {model.tip && <Tip key={model.tip.mark.key} tip={model.tip} t={t} act={act} panelBox={panelBox} />}
    </>
  );
}
