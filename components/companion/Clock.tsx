import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatClock } from '../../lib/i18n/index.ts';
import type { RoadView } from '../../lib/messages/index.ts';
import type { Words } from './words.ts';

interface ClockProps {
  t: Words;
  road: RoadView;
  targetMs: number;
  /** Whether it may tick at all. */
  awake: boolean;
  compact: boolean;
}

const STARTED = {
  login: 'clock.from-login',
  'first-page': 'clock.from-first-page',
  'next-dossier': 'clock.from-next',
} as const;

/** The bar moves by less than a pixel a second; so often is enough to see it move, ms. */
const BAR_MS = 5_000;

/**
 * The running clock. It writes into its text nodes by itself once a second: drawing the panel anew for that would
 * cost more, and the boxes they stand in are contained so that the page is never laid out again for it. What does not
 * change every second is not touched every second, and nothing of it is animated: each frame costs the page.
 */
export function Clock({ t, road, targetMs, awake, compact }: ClockProps) {
  const box = useRef<HTMLDivElement>(null);
  const { startedAt } = road;

  useLayoutEffect(() => {
    const root = box.current;
    if (!root) return;
    const [time, shape, words] = [textIn(root, 'time'), textIn(root, 'shape'), textIn(root, 'words')];
    const fill = root.querySelector<HTMLElement>('.clock-fill');
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasOver: boolean | null = null;
    let filledAt = Number.NEGATIVE_INFINITY;
    const tick = () => {
      const elapsed = Math.max(0, Date.now() - startedAt);
      const over = elapsed >= targetMs;
      const minutes = targetMs / 60_000;
      time.data = formatClock(elapsed);
      if (!compact) {
        words.data = over
          ? t('clock.over', { minutes, over: formatClock(elapsed - targetMs) })
          : t('clock.under', { minutes, left: formatClock(targetMs - elapsed + 999) });
      }
      if (over !== wasOver) {
        wasOver = over;
        filledAt = Number.NEGATIVE_INFINITY;
        shape.data = over ? '▲' : '●';
        if (compact) words.data = t(over ? 'clock.pill-over' : 'clock.pill-under', { minutes });
        root.classList.toggle('over', over);
      }
      // A full bar stays as it is.
      if (fill && elapsed - filledAt >= BAR_MS) {
        filledAt = over ? Number.POSITIVE_INFINITY : elapsed;
        fill.style.transform = `scaleX(${Math.min(1, elapsed / targetMs)})`;
      }
      if (awake) timer = setTimeout(tick, 1000 - (elapsed % 1000));
    };
    tick();
    return () => clearTimeout(timer);
  }, [t, startedAt, targetMs, awake, compact]);

  return (
    <div class={compact ? 'clock compact' : 'clock'} ref={box}>
      {!compact && <div class="clock-from">{t(STARTED[road.startedBy])}</div>}
      {/* A timer is no live region: nobody wants to hear every second. */}
      <div class="clock-time" role="timer" aria-label={t('clock.name')} />
      <div class="clock-against">
        <span class="clock-shape" aria-hidden="true" />
        <span class="clock-words" />
      </div>
      {!compact && (
        <div class="clock-bar" aria-hidden="true">
          <div class="clock-fill" />
        </div>
      )}
    </div>
  );
}

/** The one text of a part of the clock. */
function textIn(root: Element, part: string): Text {
  const node = root.querySelector(`.clock-${part}`);
  const text = node?.firstChild instanceof Text ? node.firstChild : document.createTextNode('');
  if (text.parentNode !== node) node?.replaceChildren(text);
  return text;
}
