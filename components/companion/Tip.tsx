import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Actions, TipModel } from './model.ts';
import { placeTip } from './place.ts';
import type { Rect } from './rect.ts';
import type { Words } from './words.ts';

interface TipProps {
  tip: TipModel;
  t: Words;
  act: Actions;
  panelBox(): DOMRect | null;
}

/**
 * What a mark means in plain words. Lies above, below or beside the question it speaks of, never on it; it may lie on the
 * panel, and goes when it is pressed. Give it the mark's key: a tip that turned into another one would count as a layout
 * shift of the page.
 */
export function Tip({ tip, t, act, panelBox }: TipProps) {
  const box = useRef<HTMLDivElement>(null);
  const { label, reason, at } = tip.mark;

  useLayoutEffect(() => {
    const node = box.current;
    const layer = node?.parentElement;
    if (!node || !layer) return;
    const origin = layer.getBoundingClientRect();
    const size = { width: node.offsetWidth, height: node.offsetHeight };
    const panel = moved(panelBox(), origin);
    const { x, y } = placeTip({
      tip: size,
      question: tip.question,
      mark: at,
      viewport: tip.viewport,
      panel,
    });
    node.style.transform = `translate(${x}px, ${y}px)`;
  });

  return (
    <div class="layer over-all">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: on the keyboard Escape closes it. */}
      <div
        class="tip"
        id="tip"
        role="tooltip"
        ref={box}
        onPointerEnter={act.keepTip}
        onPointerLeave={act.leaveTip}
        onClick={act.closeTip}
      >
        <p class="tip-head">{t(reason.source ? 'tip.missing' : 'tip.again')}</p>
        {label && <p class="tip-label">{label}</p>}
        {reason.source && <p>{t(reason.source)}</p>}
        {reason.again && <p>{t('why.again')}</p>}
        <p>
          {reason.state && `${t(reason.state)} `}
          {t(reason.advice)}
        </p>
      </div>
    </div>
  );
}

function moved(rect: DOMRect | null, origin: DOMRect): Rect | null {
  if (!rect) return null;
  return {
    left: rect.left - origin.left,
    top: rect.top - origin.top,
    right: rect.right - origin.left,
    bottom: rect.bottom - origin.top,
  };
}
