/** How a mouth runs, from very dissatisfied to very satisfied. */
const MOUTHS = [
  'M9 24q7-9 14 0',
  'M10 23q6-4 12 0',
  'M10 22h12',
  'M10 20.5q6 4.5 12 0',
  'M8.5 19q7.5 10 15 0z',
] as const;

/** One of five faces; its meaning stands beside it in words. `score` is 1–5. */
export function Face({ score }: { score: number }) {
  return (
    <svg class="face" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="14" />
      <circle class="eye" cx="11" cy="13" r="1.8" />
      <circle class="eye" cx="21" cy="13" r="1.8" />
      <path d={MOUTHS[score - 1] ?? MOUTHS[2]} />
    </svg>
  );
}
