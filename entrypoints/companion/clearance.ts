import { clearPlace, cornersOf, type Edges, raisedOver } from '../../components/companion/place.ts';
import { viewportNow } from '../../components/companion/viewport.ts';
import type { Searched } from '../../lib/portal/index.ts';
import type { Host } from './host.ts';
import { whenIdle, whenQuiet } from './pace.ts';

/** The panel steps aside once the page has been still for so long, and at the latest so long after it was asked. */
const STILL_MS = 150;
const LATEST_MS = 600;
/** After a step it stands for so long: who scrolls shall not be followed from corner to corner. */
const STAND_MS = 2_000;
/** What a person presses to get on. A field is reached by scrolling, and stands clear while it has the cursor. */
const PRESSED = 'button, [role=button], input:is([type=submit], [type=button], [type=file])';
/** Lists and calendars that form libraries open over the page, to choose from now (form-tech-facts). */
const OPENED =
  '[role=listbox], [role=grid], .cdk-overlay-pane, .ng-dropdown-panel, .flatpickr-calendar.open, .choices__list--dropdown.is-active, .ant-picker-dropdown, .ant-select-dropdown, .ant-cascader-dropdown, .select2-dropdown, .sv-popup__container';

/** Keeps the panel off what the person presses: a click on the portal's button must reach it. */
export interface Clearance {
  /** Something may have moved, come or gone. */
  look(): void;
  /** The person put the panel somewhere: there it stays on this page. */
  settled(): void;
  /** Where the panel has to be; null where it may stay. */
  aside(): Edges | null;
}

/**
 * `home` is where the panel belongs, `next` the control that the guidance speaks of; `changed` is called when the panel
 * has to be drawn elsewhere. It never moves under the pointer or away from the keyboard. Ends with the signal.
 */
export function makeClearance(
  host: Host,
  page: Searched,
  home: () => Edges,
  next: () => Element | null,
  changed: () => void,
  safely: (work: () => void) => () => void,
  signal: AbortSignal,
): Clearance {
  let aside: Edges | null = null;
  let isSettled = false;
  let isPointedAt = false;
  let pathname = location.pathname;
  let steppedAt = Number.NEGATIVE_INFINITY;
  let again: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(again));
  const still = whenQuiet(whenIdle(safely(clear), signal), STILL_MS, LATEST_MS, signal);

  function clear(): void {
    const panel = host.container.querySelector('.box')?.getBoundingClientRect();
    if (!panel || panel.width === 0 || isInUse()) return;
    const shown = aside;
    // On each page it begins where it belongs, and stays where it had to go: it shall not follow every scrolling.
    if (pathname !== location.pathname) {
      aside = null;
      isSettled = false;
    }
    pathname = location.pathname;
    const viewport = viewportNow();
    const vital = boxesOf(wanted());
    const answers = [...vital, ...boxesOf(answersBeside(focused()))];
    const stands = steppedAt + STAND_MS - performance.now();
    if (stands > 0 && aside === shown && clearPlace([aside ?? home()], answers, panel, viewport)) {
      clearTimeout(again);
      again = setTimeout(still.ask, stands);
      return;
    }
    const pressed = isSettled ? [] : boxesOf(page.querySelectorAll(PRESSED));
    const above = raisedOver(home(), [...answers, ...pressed], panel, viewport);
    const choices = [aside ?? home(), home(), ...above, ...cornersOf(viewport)];
    const clearOf = (boxes: readonly DOMRect[]) => clearPlace(choices, boxes, panel, viewport);
    // Where every corner has a button, at least the one that leads on stays free.
    const leading = next();
    const found =
      clearOf([...answers, ...pressed]) ??
      clearOf(answers) ??
      clearOf(vital) ??
      clearOf(boxesOf(leading ? [leading] : [])) ??
      home();
    const to = found.right === home().right && found.bottom === home().bottom ? null : found;
    const isNew = to?.right !== shown?.right || to?.bottom !== shown?.bottom;
    aside = to;
    if (!isNew) return;
    steppedAt = performance.now();
    changed();
  }

  /** The control that the guidance speaks of, the field with the cursor, and what is open to choose from. */
  function wanted(): Element[] {
    const opened = [...page.querySelectorAll(OPENED)].filter(isPart);
    return [next(), focused(), ...opened].filter((it) => it !== null);
  }

  /** The field with the cursor. */
  function focused(): Element | null {
    const it = document.activeElement;
    return it && it !== document.body && it !== host.element && isPart(it) ? it : null;
  }

  const isInUse = () => isPointedAt || document.activeElement === host.element;

  // A pointer that only lies where the panel came up has not moved on it, and does not hold it.
  const pointed = ({ movementX, movementY }: PointerEvent) => {
    isPointedAt ||= movementX !== 0 || movementY !== 0;
  };
  const left = () => {
    isPointedAt = false;
    still.ask();
  };
  host.container.addEventListener('pointermove', pointed, { signal, passive: true });
  host.container.addEventListener('pointerleave', left, { signal, passive: true });
  document.addEventListener('scroll', still.ask, { signal, passive: true, capture: true });
  document.addEventListener('focusin', still.ask, { signal, passive: true });
  return {
    look: still.ask,
    settled() {
      isSettled = true;
      aside = null;
    },
    aside: () => aside,
  };
}

/** A frame or a dialog does not tell where in it the person is, and no corner is clear of it. */
function isPart(element: Element): boolean {
  const viewport = viewportNow();
  const { width, height } = element.getBoundingClientRect();
  return element.localName !== 'iframe' && width * height < (viewport.width * viewport.height) / 2;
}

/** Where one of several answers has the cursor, all that may be chosen in its place, each with the words beside it. */
function answersBeside(focused: Element | null): Element[] {
  const one = focused as HTMLInputElement | null;
  if (one?.type !== 'radio' || !one.name) return [];
  const all = (one.getRootNode() as ParentNode).querySelectorAll<HTMLInputElement>('input[type=radio]');
  const group = [...all].filter(({ name, form }) => name === one.name && form === one.form);
  return group.flatMap((it) => [it, ...(it.labels ?? [])]);
}

/** The boxes of those that are seen: menus that are folded away may keep theirs. */
function boxesOf(elements: Iterable<Element>): DOMRect[] {
  return [...elements]
    .filter((it) => it.checkVisibility({ visibilityProperty: true }))
    .map((it) => it.getBoundingClientRect())
    .filter(({ width }) => width > 0);
}
