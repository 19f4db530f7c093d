/**
 * i18n — the interface's words, Vietnamese first, English second, from one JSON file per area and language, and
 * the way numbers, times and days are written. Knows texts only; must not know the browser API, data or views.
 */
export {
  formatClock,
  formatDate,
  formatDuration,
  formatNumber,
  formatPercent,
  formatTime,
} from './format.ts';
export { type Catalog, fill, type Language, type Translate, translator } from './translate.ts';
