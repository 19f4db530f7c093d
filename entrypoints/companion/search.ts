import type { Searched } from '../../lib/portal/index.ts';

/** States that a control is in without any change of the page's tree, such as `:checked`. */
const STATEFUL = /:(?!is\b|not\b|where\b)/;
/** So many changes at once are not gone through: there is one among them. */
const MANY = 16;
const WATCHED = { subtree: true, childList: true, attributes: true, attributeOldValue: true };

/**
 * Searches the page, and for each selector only once as long as nothing of the page's tree changes: a search goes
 * through all of the page, the same is asked every second, and most keys change nothing but a value. Ends with the
 * signal.
 */
export function makeSearch(signal: AbortSignal): Searched {
  const answers = new Map<string, readonly Element[]>();
  const observer = new MutationObserver(heard);
  signal.addEventListener('abort', forget);

  // A page that changes on and on is not listened to: once is enough until the next search.
  function forget(): void {
    observer.disconnect();
    answers.clear();
  }

  function heard(records: readonly MutationRecord[]): void {
    if (records.length > MANY || records.some(isChange)) forget();
  }

  return {
    querySelectorAll<E extends Element>(selectors: string) {
      heard(observer.takeRecords());
      const known = answers.get(selectors);
      if (known) return known as readonly E[];
      const found = [...document.querySelectorAll<E>(selectors)];
      if (signal.aborted || STATEFUL.test(selectors)) return found;
      if (answers.size === 0) observer.observe(document, WATCHED);
      answers.set(selectors, found);
      return found;
    },
  };
}

/** React writes the name and the type of a box anew after every key: what is then as it was before is no change. */
function isChange(
  { type, target, attributeName, oldValue }: MutationRecord,
  at: number,
  all: readonly MutationRecord[],
) {
  if (type !== 'attributes' || attributeName === null || !(target instanceof Element)) return true;
  const first = all.findIndex((it) => it.target === target && it.attributeName === attributeName);
  return first === at && oldValue !== target.getAttribute(attributeName);
}
