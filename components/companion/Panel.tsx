import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Audit } from './Audit.tsx';
import type { AuditModel } from './audit-model.ts';
import { Guidance } from './Guidance.tsx';
import type { Actions, PanelModel } from './model.ts';
import { Pill } from './Pill.tsx';
import { placePanel } from './place.ts';
import type { Size } from './rect.ts';
import { SwitchOff } from './SwitchOff.tsx';
import { Tabs } from './Tabs.tsx';
import { useMove } from './use-move.ts';
import { WORDS } from './words.ts';

/** Below this width of the window the open panel lies along its bottom edge, and starts as a pill. */
export const NARROW = 480;
const DOCK = { right: 8, bottom: 8 };

interface PanelProps {
  model: PanelModel;
  audit: AuditModel | null;
  act: Actions;
}

/** The guidance panel: clock, present and next step, flagged fields; or, collapsed, a pill with the clock. */
export function Panel({ model, audit, act }: PanelProps) {
  const box = useRef<HTMLElement>(null);
  const docked = !model.collapsed && model.viewport.width < NARROW;
  const [asking, setAsking] = useState(false);
  const t = WORDS[model.language];
  const { wasDragged, handlers } = useMove(() => box.current?.getBoundingClientRect() ?? null, act.move);

  // Placed by a transform from the window's corner: growing or moving is then no layout shift of the page.
  const size = useRef<Size | null>(null);
  const place = useRef(() => {});
  place.current = () => {
    const node = box.current;
    if (!node || !size.current) return;
    const { x, y } = placePanel(model.aside ?? (docked ? DOCK : model), size.current, model.viewport);
    node.style.transform = `translate(${x}px, ${y}px)`;
  };
  useLayoutEffect(() => place.current());
  // To ask for its size here would have the whole page laid out at once; the observer tells it before the frame is seen.
  useLayoutEffect(() => {
    const sizes = new ResizeObserver(([entry]) => {
      const border = entry?.borderBoxSize[0];
      if (border) size.current = { width: border.inlineSize, height: border.blockSize };
      place.current();
    });
    if (box.current) sizes.observe(box.current);
    return () => sizes.disconnect();
  }, []);

  if (model.collapsed) {
    const expand = () => wasDragged() || act.collapse(false);
    return (
      <section class="box pill-box" ref={box} aria-label={t('panel.region')}>
        <Pill model={model} t={t} expand={expand} handlers={handlers} />
      </section>
    );
  }
  const classes = `box panel${docked ? ' docked' : ''}${model.role === 'reviewer' ? ' wide' : ''}${model.guide.large ? ' large' : ''}`;
  const name = <span class="name">{t('panel.name')}</span>;
  return (
    <section class={classes} ref={box} aria-label={t('panel.region')}>
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
      {model.role === 'reviewer' && !asking && <Tabs model={model} t={t} show={act.showTab} />}
      {asking ? (
        <SwitchOff t={t} off={act.switchOff} keep={() => setAsking(false)} />
      ) : audit ? (
        <Audit model={audit} act={act.audit} />
      ) : (
        <Guidance model={model} act={act} t={t} />
      )}
    </section>
  );
}
