import { stepwise } from './shared.ts';

/** Birth and death, interlinked. One id for the button of all five steps: on the last one only its label tells. */
export const interlinked = stepwise({
  portal: 'interlinked',
  controls: {
    begin: [{ text: 'bat dau ke khai', assumed: true }],
  },
  goOn: 'now.go-on',
  hand: 'now.interlinked-submit',
  handLater: 'next.interlinked-submit',
  often: 'often.interlinked',
  before: [
    {
      when: { sees: 'begin', form: false },
      stage: 'declare',
      now: 'now.begin',
      next: 'next.fill',
      where: 'begin',
    },
  ],
});
