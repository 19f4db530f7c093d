import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { z } from 'zod';
import type { GuidePack } from '../guide/index.ts';
import type { PortalProfile } from '../portal/index.ts';
import { PROFILES } from '../portal/profiles/index.ts';
import { guideSchema } from './guide-schema.ts';
import { type Reason, reasonOf } from './reasons.ts';
import { profileSchema } from './schema.ts';

const FORMAT = 'dong-hanh-pack';
const VERSION = 1;

/** Why a pack is refused, and where in the file: lines count from 1; `at` names the value, such as `profiles.0.id`. */
export interface Refusal extends Reason {
  line: number;
  at: string;
}

/** What a pack holds: rules by which portals are known, guidance on them, or both. */
export interface Pack {
  profiles: PortalProfile[];
  guides: GuidePack[];
}

export type Parsed = Pack | { refusals: Refusal[] };

/**
 * Reads a pack of portal profiles and of guidance: `{"format": "dong-hanh-pack", "version": 1, "profiles": […],
 * "guides": […]}`, of which one list may be missing. One fault refuses the whole file, and every fault is told, in the
 * order of the file's lines.
 */
export function parsePack(text: string, isSelector: (selector: string) => boolean): Parsed {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const broken = errors[0];
  if (broken) {
    const values = { code: printParseErrorCode(broken.error) };
    return { refusals: [{ line: lineOf(text, broken.offset), at: '', reason: 'json', values }] };
  }
  const twice = tree && keyTwice(tree);
  if (twice) {
    const at = String(twice.value);
    return { refusals: [{ line: lineOf(text, twice.offset), at, reason: 'key-twice', values: { key: at } }] };
  }
  const value: unknown = JSON.parse(text);
  const parsed = packSchema(isSelector).safeParse(value);
  if (parsed.success) {
    const { profiles = [], guides = [] } = parsed.data;
    return { profiles, guides };
  }
  const offsets = tree ? offsetsOf(tree) : new Map();
  const lineAt = linesOf(text);
  const refusals = parsed.error.issues.flatMap((issue) =>
    reasonOf(issue, value).map(({ path, ...reason }) => ({
      ...reason,
      line: lineAt(offsetIn(offsets, path)),
      at: path.join('.'),
    })),
  );
  // A file of another kind has nothing that could be mended.
  const other = refusals.filter(({ reason }) => reason === 'corrections');
  return { refusals: other.length > 0 ? other : refusals.sort((a, b) => a.line - b.line) };
}

function packSchema(isSelector: (selector: string) => boolean) {
  return z
    .strictObject({
      format: z.literal(FORMAT),
      version: z.literal(VERSION),
      profiles: listOf(profileSchema(isSelector), ({ id }) => id, 'id').exactOptional(),
      guides: listOf(guideSchema(isSelector), ({ portal }) => portal, 'portal').exactOptional(),
    })
    .superRefine(({ profiles, guides }, context) => {
      if (!profiles && !guides) context.addIssue({ code: 'custom', message: 'missing', path: ['profiles'] });
      for (const path of stepsOfNone(guides ?? [], [...(profiles ?? []), ...PROFILES]))
        context.addIssue({ code: 'custom', message: 'no-step', path });
    });
}

/**
 * Where guidance names a step that its portal does not have: a rule for it would never speak. Of a portal that neither the
 * file nor the extension describes nothing is known.
 */
function stepsOfNone(
  guides: readonly GuidePack[],
  profiles: readonly PortalProfile[],
): (string | number)[][] {
  return guides.flatMap(({ portal, rules }, guide) => {
    const known = profiles.find(({ id }) => id === portal)?.steps.map(({ id }) => id);
    return rules.flatMap(({ when }, rule) =>
      [...(when.steps ?? []).entries()]
        .filter(([, step]) => step !== null && known?.includes(step) === false)
        .map(([place]) => ['guides', guide, 'rules', rule, 'when', 'steps', place]),
    );
  });
}

/** A list in which no two are called alike. */
function listOf<Item>(item: z.ZodType<Item>, nameOf: (item: Item) => string, key: string) {
  return z
    .array(item)
    .min(1)
    .max(20)
    .superRefine((items, context) => {
      for (const [index, one] of items.entries())
        if (items.findIndex((it) => nameOf(it) === nameOf(one)) < index)
          context.addIssue({ code: 'custom', message: 'duplicate', path: [index, key] });
    });
}

/** What is used: the built-in ones, a loaded one in place of that of its name, and what else was loaded. */
export function inUse<Item>(
  builtIn: readonly Item[],
  loaded: readonly Item[],
  nameOf: (item: Item) => string,
): Item[] {
  const all = new Map([...builtIn, ...loaded].map((it) => [nameOf(it), it]));
  return [...all.values()];
}

/** A pack as a file that a person can read, mend and load again. */
export function writePack({ profiles, guides }: Pack): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, profiles, guides }, null, 2);
}

type Path = readonly (string | number)[];
const nameOfPath = (path: Path) => path.join('\n');

/**
 * Where the values of a file stand, by their paths. All at once: there may be as many faults as values, and looking each of
 * them up from the top would take minutes of a large file.
 */
function offsetsOf(tree: Node): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  const note = (node: Node, path: Path, offset: number) => {
    offsets.set(nameOfPath(path), offset);
    for (const [index, child] of (node.children ?? []).entries()) {
      const [key, value] = child.type === 'property' ? (child.children ?? []) : [];
      // A key and its value may stand on two lines: the key's is the one to look at.
      if (key && value) note(value, [...path, String(key.value)], child.offset);
      else note(child, [...path, index], child.offset);
    }
  };
  note(tree, [], tree.offset);
  return offsets;
}

/** Where the value of this path stands; of one that is missing, what it is missing in. */
function offsetIn(offsets: ReadonlyMap<string, number>, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const offset = offsets.get(nameOfPath(path.slice(0, length)));
    if (offset !== undefined) return offset;
  }
  return offsets.get('') ?? 0;
}

/** The second of two keys of the same name, which JSON would silently let win. */
function keyTwice(node: Node): Node | null {
  const keys = new Set<unknown>();
  for (const child of node.children ?? []) {
    const key = child.type === 'property' ? child.children?.[0] : undefined;
    if (key && keys.has(key.value)) return key;
    if (key) keys.add(key.value);
    const deeper = keyTwice(child);
    if (deeper) return deeper;
  }
  return null;
}

function lineOf(text: string, offset: number): number {
  return linesOf(text)(offset);
}

/** Tells lines of a text by offsets, however many are asked for. */
function linesOf(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (offset) => {
    let [least, most] = [0, ends.length];
    while (least < most) {
      const middle = (least + most) >> 1;
      if ((ends[middle] ?? 0) < offset) least = middle + 1;
      else most = middle;
    }
    return least + 1;
  };
}
