import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Guidance } from './Guidance.tsx';
import type { Actions, PanelModel } from './model.ts';
import { Pill } from './Pill.tsx';
import { placePanel } from './place.ts';
import { SwitchOff } from './SwitchOff.tsx';
import { useMove } from './use-move.ts';
import { WORDS } from './words.ts';

/** Below this width of the window the open panel lies along its bottom edge, and starts as a pill. */
export const NARROW = 480;
const DOCK = { right: 8, bottom: 8 };

interface PanelProps {
  model: PanelModel;
  act: Actions;
}

/** The guidance panel: clock, present and next step, flagged fields; or, collapsed, a pill with the clock. */
export function Panel({ model, act }: PanelProps) {
  const box = useRef<HTMLElement>(null);
  const docked = !model.collapsed && model.viewport.width < NARROW;
  const [asking, setAsking] = useState(false);
  const t = WORDS[model.language];
  const { wasDragged, handlers } = useMove(() => box.current?.getBoundingClientRect() ?? null, act.move);

  // Placed by a transform from the window's corner: growing or moving is then no layout shift of the page.
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const size = { width: node.offsetWidth, height: node.offsetHeight };
    const { x, y } = placePanel(docked ? DOCK : model, size, model.viewport);
    node.style.transform = `translate(${x}px, ${y}px)`;
  });

  if (model.collapsed) {
    const expand = () => wasDragged() || act.collapse(false);
    return (
      <section class="box pill-box" ref={box} aria-label={t('panel.region')}>
        <Pill model={model} t={t} expand={expand} handlers={handlers} />
      </section>
    );
  }
  const name = <span class="name">{t('panel.name')}</span>;
  return (
    <section class={docked ? 'box panel docked' : 'box panel'} ref={box} aria-label={t('panel.region')}>
      <div class="head">
        {docked ? (
          <div class="title">{name}</div>
        ) : (
          <button type="button" class="title grip" aria-label={t('panel.move')} {...handlers}>
            <span aria-hidden="true">⠿</span> {name}
          </button>
        )}
        <button
          type="button"
          class="icon"
          aria-label={t('panel.collapse')}
          title={t('panel.collapse')}
          aria-expanded="true"
          onClick={() => act.collapse(true)}
        >
          <span aria-hidden="true">–</span>
        </button>
        <button
          type="button"
          class="icon"
          aria-label={t('panel.off')}
          title={t('panel.off')}
          onClick={() => setAsking(true)}
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {asking ? (
        <SwitchOff t={t} off={act.switchOff} keep={() => setAsking(false)} />
      ) : (
        <Guidance model={model} act={act} t={t} />
      )}
    </section>
  );
}
