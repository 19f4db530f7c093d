import type { FlowEvent } from '../../lib/flow/events.ts';
import type { Course } from './course.ts';

type StoredEvent = { submissionId: string; event: FlowEvent };

/** What the portal logged of the last road and what the extension stored of it, in order of time. */
export async function storyOf({
  portal,
  extension,
}: Pick<Course, 'portal' | 'extension'>): Promise<string[]> {
  const entries = portal.log.entries();
  const from = Math.min(...entries.map(({ at }) => at)) - 5_000;
  const events = ((await extension?.stores())?.events ?? []) as StoredEvent[];
  const told = entries.map(({ at, session: _, doc, type, ...rest }) => ({
    at,
    line: `portal  ${doc.slice(0, 4).padEnd(4)} ${type} ${JSON.stringify(rest)}`,
  }));
  const stored = events.map(({ submissionId, event: { type, ...rest } }) => ({
    at: 'to' in rest ? rest.to : rest.at,
    line: `     us ${submissionId.slice(0, 4)} ${type} ${'from' in rest ? `for ${rest.to - rest.from} ms ` : ''}${JSON.stringify(rest)}`,
  }));
  return [...told, ...stored]
    .filter(({ at }) => at >= from)
    .sort((a, b) => a.at - b.at)
    .map(({ at, line }) => `${String(at - from).padStart(8)} ${line.slice(0, 220)}`);
}
