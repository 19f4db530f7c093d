/** A stretch of time from the first to the second moment, epoch ms; a single moment has both alike. */
export type Span = readonly [from: number, to: number];

/**
 * Takes one more stretch into a sorted set of stretches that lie apart. What lies closer than `near` ms becomes one
 * stretch. In whatever order stretches come, and however often, the set that results is the same.
 */
export function join(spans: readonly Span[], [from, to]: Span, near: number): Span[] {
  const close = ([a, b]: Span) => a - to < near && from - b < near;
  const touched = spans.filter(close);
  const joined: Span = [
    Math.min(from, ...touched.map(([a]) => a)),
    Math.max(to, ...touched.map(([, b]) => b)),
  ];
  return [...spans.filter((it) => !close(it)), joined].sort(([a], [b]) => a - b);
}

/** The parts that lie between two moments. */
export function clip(spans: readonly Span[], from: number, to: number): Span[] {
  return spans.flatMap(([a, b]) => {
    const part: Span = [Math.max(a, from), Math.min(b, to)];
    return part[0] < part[1] ? [part] : [];
  });
}

/** What is in `spans` and not in `holes`; both sorted and lying apart. */
export function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
  return holes.reduce<Span[]>(
    (left, [from, to]) =>
      left.flatMap(([a, b]) => {
        const parts: Span[] = [
          [a, Math.min(b, from)],
          [Math.max(a, to), b],
        ];
        return parts.filter(([x, y]) => x < y);
      }),
    [...spans],
  );
}

/** How long all stretches of a set are together, ms. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [from, to]) => sum + to - from, 0);
}
