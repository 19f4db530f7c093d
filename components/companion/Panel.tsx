import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PEOPLE } from '../people/texts.ts';
import { Audit } from './Audit.tsx';
import type { AuditModel } from './audit-model.ts';
import { Guidance } from './Guidance.tsx';
import { useHeldPlace } from './held-place.ts';
import type { Actions, PanelModel } from './model.ts';
import { NoteForm } from './NoteForm.tsx';
import { People } from './People.tsx';
import { Pill } from './Pill.tsx';
import type { PeopleModel } from './people-model.ts';
import { placePanel } from './place.ts';
import { Ready } from './Ready.tsx';
import type { Size } from './rect.ts';
import { SwitchOff } from './SwitchOff.tsx';
import { saidIn } from './said.ts';
import { Tabs } from './Tabs.tsx';
import { useMove } from './use-move.ts';
import { WORDS } from './words.ts';

/** Below this width of the window the open panel lies along its bottom edge, and starts as a pill. */
export const NARROW = 480;
/** Where it lies then, wherever it was put in a wider window. */
export const DOCK = { right: 8, bottom: 8 };

interface PanelProps {
  model: PanelModel;
  audit: AuditModel | null;
  people: PeopleModel;
  act: Actions;
}

/** The guidance panel: clock, present and next step, flagged fields; or, collapsed, a pill with the clock. */
export function Panel({ model, audit, people, act }: PanelProps) {
  const box = useRef<HTMLElement>(null);
  useHeldPlace(box);
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
    // As broad as the window, it steps aside upwards only.
    const wanted = docked ? { ...DOCK, ...model.aside, right: DOCK.right } : (model.aside ?? model);
    const { x, y } = placePanel(wanted, size.current, model.viewport);
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
  const note = people.writing ? people.notes : null;
  const name = <span class="name">{t('panel.name')}</span>;
  return (
    <section class={classes} ref={box} aria-label={t('panel.region')}>
      <div class="unseen" aria-live="polite">
        {Object.entries(saidIn(model, audit?.chosen ?? null, people)).map(([of, words]) => (
          <p key={of}>{words}</p>
        ))}
      </div>
      <div class="head">
        {docked ? (
          <div class="title">{name}</div>
        ) : (
          <button type="button" class="title grip" {...handlers} onClick={() => wasDragged()}>
            <span aria-hidden="true">⠿</span> {name} <span class="unseen">{t('panel.move')}</span>
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
      {model.role === 'reviewer' && !asking && !note && (
        <Tabs model={model} fields={audit?.counts.all ?? model.fields} t={t} show={act.showTab} />
      )}
      {asking ? (
        <SwitchOff t={t} off={act.switchOff} keep={() => setAsking(false)} />
      ) : note ? (
        <NoteForm key={JSON.stringify(note.about)} model={people} notes={note} act={act.people} />
      ) : audit ? (
        <Audit model={audit} act={act.audit} />
      ) : people.ready ? (
        <Ready t={PEOPLE[model.language]} goOn={act.people.goOn} />
      ) : (
        <Guidance model={model} act={act} t={t} />
      )}
      {!asking && !note && <People model={people} act={act.people} shape={above(model, audit, people)} />}
    </section>
  );
}

/**
 * Whatever may change the height of what stands above the foot: the foot is then made anew, for an old one that moves
 * would count as a layout shift of the page.
 */
function above(model: PanelModel, audit: AuditModel | null, { ready, after }: PeopleModel): string {
  const { right: _r, bottom: _b, viewport: _v, awake: _a, flagged, ...told } = model;
  // The button that handed the faces over lives on: the focus goes back to it.
  const asked = after && { ...after, handed: false };
  return JSON.stringify([told, flagged > 0, ready, asked, audit?.chosen, audit?.rows.length === 0]);
}
