import { stepwise } from './shared.ts';

/** Bắc Ninh: four tabs that all stand in the page at once, so only what can be seen counts. */
export const bacninh = stepwise({
  portal: 'bacninh',
  goOn: 'now.go-on',
  hand: 'now.bacninh-submit',
  handLater: 'next.bacninh-submit',
  often: 'often.tabs',
});
