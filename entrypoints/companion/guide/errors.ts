import { blockUnder, type PortalProfile, type Searched, toastVerdict } from '../../../lib/portal/index.ts';

/** So many are kept to be read. */
const MOST = 3;

/** The page's error messages that vanished before anyone could read them. In this page's memory and nowhere else. */
export interface VanishedErrors {
  /** Looks at the messages that stand now. Answers whether the list has changed. */
  look(): boolean;
  list(): readonly string[];
  close(): void;
}

/** A complaint of one field or one document goes when that is mended: it has been read. */
const OF_ONE = 'form, fieldset, table, [data-name]';

export function makeErrors(page: Searched, { toasts, documents }: PortalProfile): VanishedErrors {
  let standing = new Map<Element, string>();
  let gone: readonly string[] = [];

  function isMessage(toast: Element): boolean {
    if (!toasts || toastVerdict(toast, toasts)?.submitted !== false || toast.closest(OF_ONE)) return false;
    return !(documents && blockUnder(documents.heading, page)?.contains(toast));
  }

  return {
    look() {
      if (!toasts) return false;
      const now = new Map<Element, string>();
      for (const toast of page.querySelectorAll(toasts.selector)) {
        const text = toast.textContent?.replace(/\s+/g, ' ').trim() ?? '';
        if (text && isMessage(toast)) now.set(toast, text);
      }
      const texts = [...now.values()];
      const vanished = [...standing.values()].filter((text) => !texts.includes(text));
      standing = now;
      if (vanished.length === 0) return false;
      gone = [...new Set([...vanished, ...gone])].slice(0, MOST);
      return true;
    },
    list: () => gone,
    close() {
      gone = [];
    },
  };
}
