import { stepwise } from './shared.ts';

/** iGate. The submit is known by the form it belongs to: its label differs by host and stands on middle steps too. */
export const igate = stepwise({
  portal: 'igate',
  controls: { captcha: [{ selector: 'form#captchaForm input', empty: true }] },
  goOn: 'now.igate-next',
  hand: 'now.igate-submit',
  handLater: 'next.igate-submit',
  often: 'often.igate',
  beforeSubmit: [
    {
      when: { sees: 'captcha' },
      stage: 'receive',
      now: 'now.captcha',
      next: 'next.igate-submit',
      often: 'often.captcha',
      where: 'captcha',
    },
  ],
});
