import { tell } from '../tell.ts';
import { siteState } from './state.ts';

/** Tells what the page shows from the start, and gives life to what belongs to no dossier. */
export function wakeHeader(say: (text: string) => void): void {
  const path = location.pathname + location.search;
  tell({ type: 'page-shown', path, began: Math.round(performance.timeOrigin) });
  if (siteState().name && document.querySelector('.site-header')) tell({ type: 'login-shown' });
  document.querySelector('[data-does=feedback]')?.addEventListener('click', () => {
    say('Gửi thành công');
    tell({ type: 'feedback-sent' });
  });
}
