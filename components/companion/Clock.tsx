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

/**
 * The running clock. It writes text nodes by itself once a second: drawing the panel anew for that would cost more,
 * and the boxes it writes into are contained so that the page is never laid out again for it.
 */
export function Clock({ t, road, targetMs, awake, compact }: ClockProps) {
  const box = useRef<HTMLDivElement>(null);
  const { startedAt } = road;

  useLayoutEffect(() => {
    const part = (name: string) => box.current?.querySelector<HTMLElement>(`.${name}`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const elapsed = Math.max(0, Date.now() - startedAt);
      const over = elapsed >= targetMs;
      const minutes = targetMs / 60_000;
      write(part('clock-time'), formatClock(elapsed));
      write(part('clock-shape'), over ? '▲' : '●');
      const words = compact
        ? t(over ? 'clock.pill-over' : 'clock.pill-under', { minutes })
        : over
          ? t('clock.over', { minutes, over: formatClock(elapsed - targetMs) })
          : t('clock.under', { minutes, left: formatClock(targetMs - elapsed + 999) });
      write(part('clock-words'), words);
      box.current?.classList.toggle('over', over);
      part('clock-fill')?.style.setProperty('transform', `scaleX(${Math.min(1, elapsed / targetMs)})`);
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

function write(node: HTMLElement | null | undefined, text: string): void {
  if (!node) return;
  if (node.firstChild instanceof Text) {
    if (node.firstChild.data !== text) node.firstChild.data = text;
  } else node.textContent = text;
}
