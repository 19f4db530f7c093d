import type { z } from 'zod';

/** The kinds of faults of a pack; `reason_<name>` are the messages that put them into words. */
const REASONS = [
  'json',
  'key-twice',
  'missing',
  'unknown-key',
  'corrections',
  'type',
  'choice',
  'empty',
  'too-long',
  'too-large',
  'too-many',
  'number',
  'profile-id',
  'id',
  'other-id',
  'duplicate',
  'host',
  'foreign-host',
  'pattern',
  'selector',
  'unfolded',
  'unknowable',
  'name',
  'no-message',
  'no-control',
  'no-step',
  'not-always',
  'long-sentence',
] as const;
export type ReasonName = (typeof REASONS)[number];

export interface Reason {
  reason: ReasonName;
  values: Record<string, string | number>;
}

type Located = Reason & { path: (string | number)[] };

/** What zod found, in our words. A key too many is told at the key itself. `root` is the value that was parsed. */
export function reasonOf(issue: z.core.$ZodIssue, root: unknown): Located[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const one = (reason: ReasonName, values: Reason['values'] = {}): Located[] => [{ path, reason, values }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        // A file of a reviewer's corrections, which is loaded elsewhere.
        reason: path.length === 0 && key === 'corrections' ? 'corrections' : 'unknown-key',
        values: { key },
      }));
    case 'invalid_type':
    case 'invalid_value': {
      const key = String(path.at(-1) ?? '');
      if (!hasPath(root, path)) return one('missing', { key });
      if (issue.code === 'invalid_type') return one('type', { expected: issue.expected });
      return one('choice', { choices: issue.values.map(String).join(', ') });
    }
    case 'too_small':
      return one(issue.origin === 'number' ? 'number' : 'empty', { least: Number(issue.minimum) });
    case 'too_big':
      if (issue.origin === 'number') return one('number', { most: Number(issue.maximum) });
      return one(issue.origin === 'string' ? 'too-long' : 'too-many', { most: Number(issue.maximum) });
    case 'invalid_key':
      return issue.issues.flatMap((it) => reasonOf({ ...it, path }, root));
    case 'invalid_union': {
      // Of the shapes a value may have, the one that it has tried to be.
      const tried = issue.errors.find((all) => !all.some((it) => isOther(it))) ?? issue.errors[0] ?? [];
      return tried.flatMap((it) => reasonOf({ ...it, path: [...issue.path, ...it.path] }, root));
    }
    default:
      return one(REASONS.find((name) => name === issue.message) ?? 'type', {
        expected: '',
        key: String(path.at(-1) ?? ''),
      });
  }
}

/** The value as a whole is of another kind. */
function isOther({ code, path }: z.core.$ZodIssue): boolean {
  return code === 'invalid_type' && path.length === 0;
}

function hasPath(root: unknown, path: readonly (string | number)[]): boolean {
  let here = root;
  for (const part of path) {
    if (typeof here !== 'object' || here === null || !(part in here)) return false;
    here = (here as Record<string | number, unknown>)[part];
  }
  return true;
}
