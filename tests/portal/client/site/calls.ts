import { ask } from '../api.ts';
import { flush, tell, waitFor, whenLeaving } from '../tell.ts';
import { siteState } from './state.ts';

type Answer = { accepted: false } | { accepted: true; pay?: string; result?: readonly string[] };

const post = <T>(what: string, body: unknown) =>
  ask<T>(`/api/site/${what}?d=${siteState().dossier}`, { body });

/** Asks the server for another step. Resolves once it may be shown; `shown` is to be called when it is. */
export async function goTo(index: number): Promise<{ shown: () => void } | null> {
  const answered = waitFor('step');
  const { expired } = await post<{ expired: boolean }>('step', index);
  const shown = () => {
    tell({ type: 'step-shown', index });
    answered();
  };
  if (!expired) return { shown };
  // The answer is another page: a person waits until this one goes.
  whenLeaving(() => answered(true));
  await flush();
  location.assign(`https://dichvucong.gov.vn/auth/login?back=${encodeURIComponent(location.href)}`);
  return null;
}

/** Hands the dossier in. `answered` is to be called when what came of it stands on the screen. */
export async function handIn(): Promise<{ answer: Answer; answered: (failed?: boolean) => void }> {
  const answered = waitFor('submit');
  const answer = await post<Answer>('submit', {});
  if (answer.accepted && answer.pay) {
    whenLeaving(answered);
    await leaveToPay(answer.pay);
  }
  return { answer, answered };
}

/** Leaves for the payment host. */
export async function leaveToPay(address = siteState().payAddress): Promise<void> {
  tell({ type: 'payment-started', way: siteState().fee });
  await flush();
  location.assign(address);
}

export function chooseMethod(label: string): void {
  tell({ type: 'result-method-chosen' });
  void post('method', label);
}

/** Sends one file; resolves to whether the portal took it. */
export async function sendFile(file: File, row: string): Promise<boolean> {
  tell({ type: 'upload-started', row });
  const answered = waitFor('upload');
  const response = await fetch('/api/upload', { method: 'POST', body: file }).catch(() => null);
  const ok = response?.ok ?? false;
  tell({ type: ok ? 'upload-done' : 'upload-failed', row });
  answered(!ok);
  return ok;
}
