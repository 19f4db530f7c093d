import { stepwise } from './shared.ts';

/** Household businesses: every press loads the page anew, and the submit asks back before it counts. */
export const business = stepwise({
  portal: 'business',
  goOn: 'now.go-on',
  hand: 'now.business-submit',
  handLater: 'next.business-submit',
  often: 'often.confirm',
  silent: true,
});
