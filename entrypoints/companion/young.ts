import type { FieldFacts } from '../../lib/fields/index.ts';
import type { WatcherView } from '../../lib/messages/index.ts';

/** So long after a field's appearing its value counts as filled on load (design, "Fill state"). */
const ON_LOAD_MS = 5_000;

/** Tells the keys of fields that came into sight too lately to be judged; asks for another look when that is over. */
export function makeYoung(ask: () => void, signal: AbortSignal): (view: WatcherView) => ReadonlySet<string> {
  let known: readonly FieldFacts[] = [];
  let since = new Map<string, number>();
  let young: ReadonlySet<string> = new Set();
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return ({ fields }) => {
    if (fields === known && young.size === 0) return young;
    const now = performance.now();
    const shown = fields.filter(({ visible }) => visible);
    since = new Map(shown.map(({ key }) => [key, since.get(key) ?? now]));
    known = fields;
    const left = [...since].filter(([, at]) => now - at < ON_LOAD_MS);
    clearTimeout(timer);
    const oldest = Math.min(...left.map(([, at]) => at));
    if (left.length > 0) timer = setTimeout(ask, oldest + ON_LOAD_MS - now);
    const same = left.length === young.size && left.every(([key]) => young.has(key));
    if (!same) young = new Set(left.map(([key]) => key));
    return young;
  };
}
