import { stepwise } from './shared.ts';

/** Bắc Ninh: four tabs that all stand in the page at once, so only what can be seen counts. */
export const bacninh = stepwise({
  portal: 'bacninh',
  next: [{ text: 'tiep tuc', assumed: true }],
  goOn: 'now.go-on',
  submit: [{ selector: '#_org_bn_hoso_noptructuyen_nopTrucTuyen' }],
  hand: 'now.bacninh-submit',
  handLater: 'next.bacninh-submit',
  often: 'often.tabs',
});
