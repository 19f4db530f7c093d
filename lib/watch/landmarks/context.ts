import type { FlowEvent } from '../../flow/index.ts';
import type { Arrival } from '../../messages/index.ts';
import { type PortalProfile, toastVerdict } from '../../portal/index.ts';

/** When a fact is worth a message of its own at once. */
export type Tell = (event: FlowEvent, when?: 'now') => void;

/** Seals a dossier's number with a key of this machine; null where there is none. The number itself stays here. */
export type Seal = (number: string) => Promise<string | null>;

/** What every part that watches for landmarks is given. */
export interface Context {
  /** Read anew at every look: an imported profile takes this one's place in an open page. */
  profile: PortalProfile;
  tell: Tell;
  /** A submit was acted: everything known so far of the form goes out before it. */
  tellForm: (at: number) => void;
  /** Whether declaration fields stand on the page now. They may be found after the last look at what is around them. */
  formStands: () => boolean;
  seal: Seal;
  signal: AbortSignal;
}

/** The page's toasts with their texts, to tell later which are new. */
export function toastsOf({ toasts }: PortalProfile): Map<Element, string> {
  const all = toasts ? [...document.querySelectorAll(toasts.selector)] : [];
  return new Map(all.map((toast) => [toast, toast.textContent]));
}

/** Toasts that came up, or changed their words, since `old`. */
export function newToasts(profile: PortalProfile, old: ReadonlyMap<Element, string>): Element[] {
  return [...toastsOf(profile)].flatMap(([toast, text]) => (old.get(toast) === text ? [] : [toast]));
}

/** Whether the form itself shows that something in it is wrong. */
export function formShowsError({ form }: PortalProfile): boolean {
  return Boolean(form.error && document.querySelector(form.error));
}

/** Whether a toast that came up since `old` says that something failed. */
export function failedSince(profile: PortalProfile, old: ReadonlyMap<Element, string>): boolean {
  const { toasts } = profile;
  if (!toasts) return false;
  return newToasts(profile, old).some((toast) => toastVerdict(toast, toasts)?.submitted === false);
}

export function navigation(): PerformanceNavigationTiming | undefined {
  return performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
}

/**
 * How this document came to its tab. Chromium names an opener also for a tab that a person opens by hand from this one;
 * such a tab has its empty page behind it and no page that sent it here.
 */
export function arrivedBy(): Arrival {
  const load = navigation();
  if (load && load.type !== 'navigate') return 'restored';
  return history.length === 1 || document.referrer !== '' ? 'opened' : 'by-hand';
}

/** Host that this document came from; empty on a reload, which keeps the referrer of the visit before. */
export function cameFrom(): string {
  return navigation()?.type === 'navigate' ? (URL.parse(document.referrer)?.hostname ?? '') : '';
}
