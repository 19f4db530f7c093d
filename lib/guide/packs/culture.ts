import { stepwise } from './shared.ts';

/** The Ministry of Culture: the submit stays disabled until everything is there. */
export const culture = stepwise({
  portal: 'culture',
  goOn: 'now.go-on',
  hand: 'now.review-submit',
  handLater: 'next.submit',
  often: 'often.send-once',
});
