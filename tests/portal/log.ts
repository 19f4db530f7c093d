import type { Entry, PostedEntry, Told } from './wire.ts';

/** The independent truth: what the portal itself saw, in order of time. */
export type PortalLog = {
  entries(): Entry[];
  clear(): void;
};

/** The log with the doors by which the server writes it. */
export type WritableLog = PortalLog & {
  told(told: Told, session: string): void;
  posted(entries: PostedEntry[], session: string): void;
};

export function createLog(): WritableLog {
  let kept: Entry[] = [];
  return {
    // Posts may overtake each other on the way; the moments they carry do not. The sort is stable.
    entries: () => [...kept].sort((a, b) => a.at - b.at),
    clear: () => {
      kept = [];
    },
    told: (told, session) => {
      kept.push({ ...told, at: Date.now(), session, doc: '' });
    },
    posted: (entries, session) => {
      for (const entry of entries) kept.push({ ...entry, session });
    },
  };
}
