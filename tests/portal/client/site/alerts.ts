import { siteState } from './state.ts';

/** A message that goes away by itself, on pages without React. */
export function showAlert(tone: 'success' | 'error', text: string): void {
  const box = document.createElement('div');
  box.className = `alert alert-${tone === 'error' ? 'danger' : 'success'}`;
  box.setAttribute('role', 'alert');
  box.textContent = text;
  (document.getElementById('toasts') ?? document.body).append(box);
  setTimeout(() => box.remove(), siteState().toastMs);
}
