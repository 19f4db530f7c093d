import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Agency, Draft } from './wire.ts';

/** What the portal remembers of one browser. Drafts are kept by `formalityCaseId`. */
export type Session = {
  id: string;
  loggedIn: boolean;
  agency: Agency | null;
  drafts: Map<string, Draft>;
};

export const sessionCookie = 'dvc_session';

/** Sessions in memory; a browser without one gets one with the next answer. */
export class Sessions {
  readonly #byId = new Map<string, Session>();

  open(loggedIn = false): Session {
    const session = { id: randomBytes(12).toString('hex'), loggedIn, agency: null, drafts: new Map() };
    this.#byId.set(session.id, session);
    return session;
  }

  of(request: IncomingMessage, response: ServerResponse): Session {
    const id = cookie(request, sessionCookie);
    const known = id ? this.#byId.get(id) : undefined;
    if (known) return known;
    const session = this.open();
    setSessionCookie(response, session);
    return session;
  }
}

/** It outlives the browser, as somebody who restores a window after a crash is still logged in. */
export function setSessionCookie(response: ServerResponse, { id }: Session): void {
  const kept = 'Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=86400';
  response.setHeader('set-cookie', `${sessionCookie}=${id}; ${kept}`);
}

function cookie(request: IncomingMessage, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name) return value;
  }
  return undefined;
}
