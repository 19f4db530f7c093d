import { stepwise } from './shared.ts';

const ROAD = '^/dich-vu-cong/tiep-nhan-online/';

/** Lai Châu: one button for going on and for the submit; only the address tells the two apart. */
export const laichau = stepwise({
  portal: 'laichau',
  controls: {
    next: [
      { path: `${ROAD}nhap-thong-tin-ho-so$`, selector: '#btn-next' },
      { path: `${ROAD}(?!nhap-le-phi-ho-so$)`, text: 'tiep tuc', assumed: true },
    ],
  },
  goOn: 'now.laichau-next',
  hand: 'now.laichau-submit',
  handLater: 'next.laichau-submit',
  often: 'often.laichau',
});
