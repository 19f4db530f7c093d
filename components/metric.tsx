import type { ComponentChildren } from 'preact';
import { formatDuration, formatNumber, formatPercent } from '../lib/i18n/index.ts';
import { common } from './common.ts';
import { useLanguage, useTexts } from './language.ts';

/** The headline numbers that a page exposes, each at most once (design.md). */
export type MetricName =
  | 'last-elapsed'
  | 'mean-elapsed'
  | 'median-elapsed'
  | 'share-within-target'
  | 'submissions'
  | 'autofill-share'
  | 'satisfaction-share'
  | 'end-to-end-share';

interface MetricProps {
  name?: MetricName;
  /** Raw number: milliseconds, 0–1 or a count. Null is "not measured" and shows as such. */
  value: number | null;
  children: ComponentChildren;
}

/** A number in words, marked with its name and raw value for tools where it is a headline number. */
function Metric({ name, value, children }: MetricProps) {
  const t = useTexts(common);
  const raw = name === undefined || value === null ? {} : { 'data-value': String(value) };
  return (
    <span
      class={value === null ? 'metric none' : 'metric'}
      {...(name ? { 'data-metric': name } : {})}
      {...raw}
    >
      {value === null ? t('none') : children}
    </span>
  );
}

/** A duration of milliseconds, the units set smaller than the numbers: `6 phút 42 giây`. */
export function DurationMetric({ name, value }: Omit<MetricProps, 'children'>) {
  const words = formatDuration(value ?? 0, useLanguage()).split(' ');
  const units = words.flatMap((word, index) => [
    index > 0 && ' ',
    index % 2 === 0 ? <b key={word}>{word}</b> : <small key={word}>{word}</small>,
  ]);
  return (
    <Metric {...(name ? { name } : {})} value={value}>
      {units}
    </Metric>
  );
}

/** A share of 0–1 as a percentage. */
export function ShareMetric({ name, value }: Omit<MetricProps, 'children'>) {
  const text = formatPercent(value ?? 0, useLanguage());
  return (
    <Metric {...(name ? { name } : {})} value={value}>
      <b>{text}</b>
    </Metric>
  );
}

/** A count. */
export function CountMetric({ name, value }: Omit<MetricProps, 'children'>) {
  const text = formatNumber(value ?? 0, useLanguage());
  return (
    <Metric {...(name ? { name } : {})} value={value}>
      <b>{text}</b>
    </Metric>
  );
}
