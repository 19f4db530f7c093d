import { api, type Messages, NEXT_PERSON } from '../../lib/messages/index.ts';
import type { PortalProfile } from '../../lib/portal/index.ts';
import { PROFILE_PREFIX, type Settings } from '../../lib/storage/settings.ts';
import { saveSettings } from './settings.ts';

/** What can be said to the background about people. */
type Spoken = 'next-person' | 'same-person' | 'day' | 'tell' | 'note' | 'drop-note' | 'notes';
type Answer<Name extends Spoken> = Exclude<Messages[Name]['response'], { refused: string }>;

/** Says something to the background; null where it refused or was not there to answer. */
export async function say<Name extends Spoken>(
  request: Messages[Name]['request'] & { name: Name },
): Promise<Answer<Name> | null> {
  try {
    const answer: Messages[Name]['response'] | undefined = await api.runtime.sendMessage(request);
    return answer && !('refused' in answer) ? (answer as Answer<Name>) : null;
  } catch {
    return null;
  }
}

/** Changes the role and leaves all other settings as they are. */
export const saveRole = (role: Settings['role']): Promise<void> => saveSettings(() => ({ role }));

/** How this page's portal shows a login, and the way out of it; null on a host that nobody described. */
export async function readLogin(): Promise<PortalProfile['login'] | null> {
  const key = PROFILE_PREFIX + location.hostname;
  const { [key]: profile } = await api.storage.local.get(key);
  return (profile as PortalProfile | undefined)?.login ?? null;
}

/** Calls `listener` when the popup says that the person of this tab has gone; ends with the signal. */
export function onNextPerson(listener: () => void, signal: AbortSignal): void {
  const heard = (message: unknown) => {
    if (message === NEXT_PERSON) listener();
  };
  api.runtime.onMessage.addListener(heard);
  signal.addEventListener('abort', () => {
    // The API of an extension that was updated meanwhile throws at every touch.
    try {
      api.runtime.onMessage.removeListener(heard);
    } catch {}
  });
}
