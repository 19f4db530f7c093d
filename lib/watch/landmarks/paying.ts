import { atPath, blockUnder, clickedRule, feeIsFree } from '../../portal/index.ts';
import { fold } from '../../text/index.ts';
import { type Context, cameFrom } from './context.ts';

/** Fee, payment, way of receiving the result. */
export interface Paying {
  clicked(target: Element, at: number): void;
  /** A person chose something: it may be the way of receiving. */
  chosen(target: Element): void;
  /** The person goes on: what stands chosen and what the fee says is told. */
  goesOn(at: number): void;
}

export function watchPaying({ profile, tell }: Context): Paying {
  let feeTold = false;
  let method: ReturnType<typeof methodIn> = null;

  const back = profile.payment?.hosts.find(({ host }) => host === cameFrom());
  if (back) {
    const at = Math.round(performance.timeOrigin);
    const evidence = `${profile.id}/pay/return`;
    tell({ type: 'milestone', at, name: 'payment-returned', evidence }, 'now');
    tell({ type: 'payment', at, payment: back.payment });
  }

  function methodIn(text: string) {
    const folded = fold(text);
    return profile.resultMethods.find(({ phrase }) => folded.includes(phrase))?.method ?? null;
  }

  function readFee(at: number): void {
    const { fee } = profile;
    if (!fee || !atPath(fee.path, location)) return;
    const block = blockUnder(fee.heading, document);
    if (block && feeIsFree(fee, block.textContent ?? '')) tell({ type: 'payment', at, payment: 'free' });
  }

  return {
    clicked(target, at) {
      const { fee } = profile;
      if (
        !feeTold &&
        fee &&
        atPath(fee.path, location) &&
        blockUnder(fee.heading, document)?.contains(target)
      ) {
        feeTold = true;
        tell({ type: 'milestone', at, name: 'fee-opened', evidence: fee.id });
      }
      const pay = clickedRule(profile.payment?.start ?? [], target, location);
      if (pay) tell({ type: 'milestone', at, name: 'payment-started', evidence: pay.id }, 'now');
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
  if (target instanceof HTMLSelectElement) return target.selectedOptions[0]?.textContent ?? '';
  const option = target.closest('[role="option"], [role="radio"], mat-option, mat-radio-button');
  if (option) return option.textContent ?? '';
  if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return '';
  return target.labels?.[0]?.textContent || target.parentElement?.textContent || '';
}
