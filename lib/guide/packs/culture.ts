import { stepwise } from './shared.ts';

/** The Ministry of Culture: the submit stays disabled until everything is there. */
export const culture = stepwise({
  portal: 'culture',
  next: [{ text: 'tiep tuc', assumed: true }],
  goOn: 'now.go-on',
  submit: [{ text: 'luu va nop ho so' }],
  hand: 'now.review-submit',
  handLater: 'next.submit',
  often: 'often.draft',
});
