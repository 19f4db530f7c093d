import { stepwise } from './shared.ts';

/** Lai Châu: one button for going on and for the submit; only the address tells the two apart. */
export const laichau = stepwise({
  portal: 'laichau',
  goOn: 'now.laichau-next',
  hand: 'now.laichau-submit',
  handLater: 'next.laichau-submit',
  often: 'often.laichau',
});
