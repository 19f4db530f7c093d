import { stepwise } from './shared.ts';

/**
 * The Ministry of Justice. Its declaration is a frame of another host: what stands in it can be named and not pointed
 * at, so the frame itself is.
 */
export const justice = stepwise({
  portal: 'justice',
  controls: { frame: [{ selector: 'iframe[src^="https://tokhaidientu.moj.gov.vn/"]' }] },
  goOn: 'now.justice-next',
  hand: 'now.justice-submit',
  handLater: 'next.justice-submit',
  often: 'often.send-once',
  before: [
    {
      when: { sees: 'frame', form: false },
      stage: 'declare',
      now: 'now.wait-frame',
      next: 'next.fill',
      often: 'often.frame',
      where: 'frame',
    },
    {
      when: { sees: 'frame', blanks: true },
      stage: 'declare',
      now: 'now.fill-frame',
      next: 'next.justice-next',
      often: 'often.frame',
      where: 'field',
    },
    // A form that marks nothing as required says by itself what is still to be filled.
    {
      when: { sees: 'frame' },
      stage: 'declare',
      now: 'now.frame-next',
      next: 'next.documents',
      often: 'often.frame',
      where: 'next',
    },
  ],
});
