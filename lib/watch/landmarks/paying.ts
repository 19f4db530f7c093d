import {
  atPath,
  blockUnder,
  clickedRule,
  feeIsFree,
  isShown,
  saidBy,
  submitRule,
} from '../../portal/index.ts';
import { type Context, cameFrom } from './context.ts';

/** Whoever comes from the portal itself comes from no payment; its payment platform is known by its own host. */
const NATIONAL = /(^|\.)dichvucong\.gov\.vn$/;

/** Fee, payment, way of receiving the result. */
export interface Paying {
  look(at: number): void;
  clicked(target: Element, at: number): void;
  /** The page goes away; `submits` says that a submit waits for its answer. */
  left(at: number, submits: boolean): void;
  /** A person chose something: it may be the way of receiving. */
  chosen(target: Element): void;
  /** The person goes on: what stands chosen and what the fee says is told. */
  goesOn(at: number): void;
}

export function watchPaying({ profile, tell }: Context): Paying {
  let feeTold = false;
  /** The submit that also leads to the payment, by its rule's id: it may still be turned down. */
  let leads: string | null = null;
  let method: ReturnType<typeof methodIn>;

  // Banks are too many to be known by name: whoever comes from a strange host after a payment began comes from there.
  const from = cameFrom();
  const known = profile.payment?.hosts.find(({ host }) => host === from);
  if (known || (from && profile.payment && !isOurs(from))) {
    const at = Math.round(performance.timeOrigin);
    const evidence = `${profile.id}/pay/return${known ? '' : '-unknown'}`;
    tell({ type: 'milestone', at, name: 'payment-returned', evidence }, 'now');
    tell({
      ...{ type: 'payment', at, payment: known?.payment ?? 'elsewhere' },
      ...(!known && { onlyIfBegun: true }),
    });
  }

  function isOurs(host: string): boolean {
    const { hosts, login } = profile;
    return hosts.includes(host) || login.hosts.includes(host) || NATIONAL.test(host);
  }

  function feeBlock() {
    const { fee } = profile;
    return fee && atPath(fee.path) ? blockUnder(fee.heading, document) : undefined;
  }

  /** The fee is opened when it is seen, and where it stands on one long page when a person acts in it. */
  function lookAtFee(at: number, target?: Element): void {
    const { fee } = profile;
    if (feeTold || !fee || Boolean(fee.onLongPage) !== Boolean(target)) return;
    const block = feeBlock();
    if (!block || !(target ? block.contains(target) : isShown(block))) return;
    feeTold = true;
    tell({ type: 'milestone', at, name: 'fee-opened', evidence: fee.id });
    if (!target) readFee(at);
  }

  function methodIn(text: string) {
    return saidBy(profile.resultMethods, text)?.method;
  }

  function readFee(at: number): void {
    const { fee } = profile;
    const block = feeBlock();
    if (fee && block && feeIsFree(fee, block.textContent)) tell({ type: 'payment', at, payment: 'free' });
  }

  return {
    look: lookAtFee,
    clicked(target, at) {
      lookAtFee(at, target);
      const pay = clickedRule(profile.payment?.start ?? [], target);
      leads = pay && submitRule(profile, target) ? pay.id : null;
      if (pay && !leads) tell({ type: 'milestone', at, name: 'payment-started', evidence: pay.id }, 'now');
    },
    left(at, submits) {
      if (leads && submits) tell({ type: 'milestone', at, name: 'payment-started', evidence: leads }, 'now');
    },
    chosen(target) {
      method = methodIn(choiceText(target)) ?? method;
    },
    goesOn(at) {
      for (const box of document.querySelectorAll('input[type=radio]:checked'))
        method = methodIn(choiceText(box)) ?? method;
      if (method) tell({ type: 'result-method', at, method });
      readFee(at);
    },
  };
}

/** The words of what was chosen: a radio's label, a list's option. Of other controls nothing. */
function choiceText(target: Element): string {
  const { selectedOptions, type, labels } = target as Partial<
    Pick<HTMLSelectElement, 'selectedOptions'> & HTMLInputElement
  >;
  const chosen = selectedOptions?.[0] ?? target.closest('[role=option], [role=radio], mat-radio-button');
  if (chosen) return chosen.textContent;
  if (type !== 'radio') return '';
  return labels?.[0]?.textContent || target.parentElement?.textContent || '';
}
