import type { Language } from './translate.ts';

const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };
/** The portal's clock: a dossier's day is a day in Việt Nam wherever the laptop thinks it is. */
const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** A running or finished clock: `4:07`, or `1:02:07` from an hour on. Takes milliseconds, rounds down; never negative. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = `${String(s).padStart(2, '0')}`;
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${tail}` : `${m}:${tail}`;
}

/** A duration in words: `4 phút 7 giây`, `4 min 7 s`. Takes milliseconds, rounds down like the clock: no time reads as one over it. */
export function formatDuration(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hour, minute, second] = language === 'vi' ? ['giờ', 'phút', 'giây'] : ['h', 'min', 's'];
  const parts = [
    h > 0 && `${h} ${hour}`,
    m > 0 && `${m} ${minute}`,
    (s > 0 || seconds === 0) && `${s} ${second}`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** A number as it is written: `1.200`, `99,6`; in English `1,200`, `99.6`. */
export function formatNumber(value: number, language: Language): string {
  // What has no sign to choose needs no words of a locale: to fetch them holds a portal's page up by more than a frame.
  if (Number.isInteger(value) && Math.abs(value) < 1_000) return String(value);
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}

/**
 * A share of 0–1 as percent: `83 %`, from 99 on with one decimal: `99,6 %`. Rounded down, so that no share reads as a mark
 * that it has not reached.
 */
export function formatPercent(share: number, language: Language): string {
  const parts = share < 0.99 ? 1 : 10;
  // 0.29 × 100 is a little less than 29.
  const percent = Math.floor(share * 100 * parts + 1e-9) / parts;
  return `${formatNumber(percent, language)} %`;
}

/** Day and month, with the year: `22/11/2026`. */
export function formatDate(at: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: TIME_ZONE,
  }).format(at);
}

/** Time of day to the second: `14:05:09`. */
export function formatTime(at: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: TIME_ZONE,
  }).format(at);
}
