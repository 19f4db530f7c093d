import { describe, expect, it } from 'vitest';
import { PACKS } from '../../lib/guide/index.ts';
import {
  inUse,
  type Parsed,
  parsePack,
  profileSchema,
  type ReasonName,
  writePack,
} from '../../lib/packs/index.ts';
import { PROFILES } from '../../lib/portal/profiles/index.ts';

/** Node has no CSS parser: brackets that do not match stand for everything that is no selector. */
const isSelector = (selector: string) =>
  (selector.match(/\[/g) ?? []).length === (selector.match(/\]/g) ?? []).length;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = (string | number)[];

/** Writes JSON a value a line and notes on which line each value stands, without help of any parser. */
function layOut(root: Json): { text: string; lineOf: (path: Path) => number } {
  const lines: string[] = [];
  const at = new Map<string, number>();
  const write = (value: Json, path: Path, head: string, tail: string) => {
    at.set(path.join('.'), lines.length + 1);
    if (typeof value !== 'object' || value === null) {
      lines.push(head + JSON.stringify(value) + tail);
      return;
    }
    const isList = Array.isArray(value);
    lines.push(head + (isList ? '[' : '{'));
    const entries = isList ? [...value.entries()] : Object.entries(value);
    for (const [index, [key, it]] of entries.entries()) {
      const comma = index < entries.length - 1 ? ',' : '';
      write(it as Json, [...path, key], isList ? '' : `${JSON.stringify(key)}: `, comma);
    }
    lines.push((isList ? ']' : '}') + tail);
  };
  write(root, [], '', '');
  return { text: lines.join('\n'), lineOf: (path) => at.get(path.join('.')) ?? -1 };
}

const packOf = (...ids: string[]) =>
  structuredClone({
    format: 'dong-hanh-pack',
    version: 1,
    profiles: PROFILES.filter(({ id }) => ids.includes(id)),
  }) as unknown as Json;

function valueAt(root: Json, path: Path): Json {
  return path.reduce<Json>((here, key) => (here as Record<string | number, Json>)[key] as Json, root);
}

/** The pack with another value at `path`; `undefined` takes the key away. */
function changed(pack: Json, path: Path, value: Json | undefined): Json {
  const copy = structuredClone(pack);
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string | number, Json>;
  const key = path.at(-1) ?? '';
  if (value === undefined) delete parent[key];
  else parent[key] = value;
  return copy;
}

interface Fault {
  what: string;
  pack: Json;
  /** Whose line the refusal must name. */
  at: Path;
  reason: ReasonName;
}

const P: Path = ['profiles', 0];
const sound = packOf('laichau');
const G: Path = ['guides', 0];
const soundGuide = structuredClone({
  format: 'dong-hanh-pack',
  version: 1,
  guides: PACKS.filter(({ portal }) => portal === 'laichau'),
}) as unknown as Json;
const lastRule = (PACKS.find(({ portal }) => portal === 'laichau')?.rules.length ?? 0) - 1;
const REQUIRED: Path[] = [
  ...[
    'id',
    'name',
    'hosts',
    'login',
    'steps',
    'procedures',
    'form',
    'resultMethods',
    'submit',
    'decoys',
    'invalid',
    'result',
  ].map((key) => [...P, key]),
  ...['hosts', 'start', 'done', 'out'].map((key) => [...P, 'login', key]),
  ...['id', 'label'].map((key) => [...P, 'steps', 1, key]),
  ...['id', 'path'].map((key) => [...P, 'form', key]),
  [...P, 'submit', 0, 'id'],
  [...P, 'invalid', 'id'],
  ...['id', 'phrases'].map((key) => [...P, 'result', 0, key]),
  ...['selector', 'success', 'failure'].map((key) => [...P, 'toasts', key]),
  ...['id', 'phrases', 'unless'].map((key) => [...P, 'toasts', 'success', key]),
  ...['id', 'path', 'heading', 'free'].map((key) => [...P, 'fee', key]),
  ...['labels', 'number'].map((key) => [...P, 'dossier', key]),
  ...['path', 'number', 'received', 'due', 'result', 'state', 'states'].map((key) => [...P, 'progress', key]),
  ['format'],
  ['version'],
  ['profiles'],
];

const editIn =
  (pack: Json) =>
  (what: string, path: Path, value: Json, reason: ReasonName, at = path): Fault => ({
    what,
    pack: changed(pack, path, value),
    at,
    reason,
  });
const edit = editIn(sound);
const editGuide = editIn(soundGuide);

const FAULTS: Fault[] = [
  ...REQUIRED.map(
    (path): Fault => ({
      what: `${path.join('.')} is missing`,
      pack: changed(sound, path, undefined),
      at: path.slice(0, -1),
      reason: 'missing',
    }),
  ),
  ...REQUIRED.filter((path) => path.length > 2).map((path) =>
    edit(`${path.join('.')} is a number`, path, 987_654, 'type'),
  ),
  edit('the format is another', ['format'], 'dong-hanh', 'choice'),
  edit('the version is of the future', ['version'], 2, 'choice'),
  edit('there are no profiles', ['profiles'], [], 'empty'),
  edit('no submit', [...P, 'submit'], [], 'empty'),
  edit('no host', [...P, 'hosts'], [], 'empty'),
  edit('no steps', [...P, 'steps'], [], 'empty'),
  edit('a result without phrases', [...P, 'result', 0, 'phrases'], [], 'empty'),
  edit('a host with a scheme', [...P, 'hosts', 0], 'https://dichvucong.laichau.gov.vn', 'host'),
  edit('a host with a path', [...P, 'hosts', 0], 'dichvucong.laichau.gov.vn/nop', 'host'),
  edit('a host with a star', [...P, 'hosts', 0], '*.gov.vn', 'host'),
  edit('a host that the manifest does not name', [...P, 'hosts', 0], 'example.com', 'foreign-host'),
  edit('the login host', [...P, 'hosts', 0], 'sso.dancuquocgia.gov.vn', 'foreign-host'),
  edit(
    'a payment host that is unknown',
    [...P, 'payment', 'hosts', 0, 'host'],
    'bank.example',
    'foreign-host',
  ),
  edit('an unknown platform', [...P, 'payment', 'hosts', 0, 'payment'], 'bitcoin', 'choice'),
  edit('an unknown milestone', [...P, 'steps', 1, 'milestone'], 'fee-paid', 'choice'),
  edit('an unknown way of receiving', [...P, 'resultMethods', 0, 'method'], 'pigeon', 'choice'),
  edit('an unknown state', [...P, 'progress', 'states', 0, 'state'], 'lost', 'choice'),
  edit('a path that does not compile', [...P, 'form', 'path'], '^/nop-ho-so(', 'pattern'),
  edit('a step’s path that does not compile', [...P, 'steps', 0, 'path'], '[', 'pattern'),
  edit('an expression that runs away', [...P, 'dossier', 'number'], '(a+)+$', 'pattern'),
  ...[
    '((a+))+$',
    '(a|a)+$',
    '(?:a|aa)+$',
    '(?:(?:ab)?c?){2,}$',
    '(?:\\w{1,9}){1,30}$',
    '(?:[)]+)*$',
    '(?:-[\\w-]+)+$',
    '(?<run>x*)*$',
    '(?=(?:y+)+$)',
    '(?:\\(+)+',
    `${'.?'.repeat(90)}zzz`,
    'ma.*thu.*tuc.*so.*(\\d\\.\\d{6})',
    'so .*\\bho so .*\\d',
    `${'\\w+'.repeat(5)}!`,
    `${'(?:a|a)'.repeat(20)}b`,
    `${'(?:a{1,9})'.repeat(5)}b`,
  ].map((source) =>
    edit(`an expression runs away as ${source}`, [...P, 'dossier', 'number'], source, 'pattern'),
  ),
  edit('an expression that is too long', [...P, 'fee', 'free'], 'a'.repeat(201), 'too-long'),
  edit('an empty expression', [...P, 'fee', 'free'], '', 'empty'),
  edit('a label with a capital', [...P, 'login', 'start', 0, 'text'], 'Dang nhap', 'unfolded'),
  edit('a label with diacritics', [...P, 'login', 'start', 0, 'text'], 'đăng nhập', 'unfolded'),
  edit('a phrase with two blanks', [...P, 'result', 0, 'phrases', 0], 'thanh  cong', 'unfolded'),
  edit('a heading with a blank at its end', [...P, 'fee', 'heading'], 'le phi ', 'unfolded'),
  edit('a selector that is none', [...P, 'submit', 0, 'selector'], 'button[', 'selector'),
  edit('an empty selector', [...P, 'toasts', 'selector'], '', 'empty'),
  edit('a profile’s id with a capital', [...P, 'id'], 'LaiChau', 'profile-id'),
  edit('an id that is no path', [...P, 'form', 'id'], 'laichau', 'id'),
  edit('an id with a blank', [...P, 'form', 'id'], 'laichau/form plain', 'id'),
  edit('an id of another portal', [...P, 'form', 'id'], 'national/form/plain', 'other-id'),
  edit('an id that stands twice', [...P, 'steps', 1, 'id'], 'laichau/declare', 'duplicate'),
  edit('a submit that nothing tells apart', [...P, 'submit', 0], { id: 'laichau/submit/id' }, 'unknowable'),
  edit('a key that is misspelt', [...P, 'sumbit'], [], 'unknown-key'),
  edit('corrections of a reviewer', ['corrections'], [], 'corrections'),
  edit('a key too many in a rule', [...P, 'submit', 0, 'label'], 'Nộp', 'unknown-key'),
  edit('a step before the first', [...P, 'steps', 0, 'nth'], 0, 'number'),
  edit('a name that is empty', [...P, 'name'], '', 'empty'),
  edit('a label that is too long', [...P, 'steps', 0, 'label'], 'x'.repeat(201), 'too-long'),
  edit('too many hosts', [...P, 'hosts'], Array(41).fill('dichvucong.laichau.gov.vn'), 'too-many'),
  edit('a list where a rule belongs', [...P, 'form'], [], 'type'),
  edit('null for a rule', [...P, 'wizard'], null, 'type'),
  editGuide('a portal with a capital', [...G, 'portal'], 'LaiChau', 'profile-id'),
  editGuide('no rule of guidance', [...G, 'rules'], [], 'empty'),
  editGuide('a sentence that is none of ours', [...G, 'rules', 0, 'now'], 'now.nothing', 'no-message'),
  // Every object has it from its making, so that it seems to be there.
  editGuide('a sentence called constructor', [...G, 'rules', 0, 'now'], 'constructor', 'no-message'),
  editGuide('a control called constructor', [...G, 'rules', 1, 'where'], 'constructor', 'no-control', [
    ...G,
    'rules',
    1,
  ]),
  editGuide('a sentence that is a number', [...G, 'rules', 0, 'now'], 7, 'type'),
  editGuide('an own sentence in one language', [...G, 'rules', 0, 'now'], { vi: 'Bấm nút.' }, 'missing'),
  editGuide(
    'an own sentence that nobody can follow',
    [...G, 'rules', 0, 'now'],
    { vi: `Bấm nút ${'ở trên cùng '.repeat(6)}rồi chờ.`, en: 'Press the button.' },
    'long-sentence',
    [...G, 'rules', 0, 'now', 'vi'],
  ),
  editGuide('a control that nobody described', [...G, 'rules', 1, 'where'], 'nowhere', 'no-control', [
    ...G,
    'rules',
    1,
  ]),
  editGuide('a last rule that may not hold', [...G, 'rules', lastRule, 'when'], { form: true }, 'not-always'),
  editGuide('a control known by nothing', [...G, 'controls', 'pay', 0], { assumed: true }, 'unknowable'),
  editGuide('a control by words with diacritics', [...G, 'controls', 'pay', 0, 'text'], 'Nộp', 'unfolded'),
  editGuide('a control with a capital in its name', [...G, 'controls', 'Pay'], [{ text: 'nop' }], 'name'),
  editGuide('a stage that there is not', [...G, 'rules', 2, 'stage'], 'prepare', 'choice'),
  editGuide(
    'a step that its portal does not have',
    [...G, 'rules', 0, 'when', 'steps'],
    [null, 'no/step'],
    'no-step',
    [...[...G, 'rules', 0, 'when', 'steps', 1]],
  ),
];

const refusalsOf = (parsed: Parsed) => ('refusals' in parsed ? parsed.refusals : []);

describe('the built-in profiles', () => {
  it.each(PROFILES.map((profile) => [profile.id, profile] as const))('%s has the shape', (_id, profile) => {
    expect(profileSchema(isSelector).safeParse(profile).error?.issues ?? []).toEqual([]);
  });

  it('read back as themselves from a file', () => {
    const { text } = layOut(packOf(...PROFILES.map(({ id }) => id)));
    expect(parsePack(text, isSelector)).toEqual({ profiles: PROFILES, guides: [] });
  });
});

it('of a file of a reviewer’s corrections only that is told: nothing in it can be mended', () => {
  const text = JSON.stringify({ format: 'dong-hanh-pack', version: 1, corrections: [] }, null, 2);
  expect(refusalsOf(parsePack(text, isSelector))).toMatchObject([{ line: 4, reason: 'corrections' }]);
});

describe('the steps that guidance names', () => {
  const withSteps = (pack: Json, steps: string[]) =>
    changed(pack, [...G, 'rules', 0, 'when', 'steps'], steps);

  it('are those of the rules in the same file, where there are such', () => {
    const profiles = changed(sound, [...P, 'steps', 1, 'id'], 'laichau/mended') as { profiles: Json };
    const pack = { ...(withSteps(soundGuide, ['laichau/mended']) as object), profiles: profiles.profiles };
    expect(refusalsOf(parsePack(JSON.stringify(pack), isSelector))).toEqual([]);
  });

  it('are not known of a portal that nobody describes', () => {
    const pack = withSteps(changed(soundGuide, [...G, 'portal'], 'caobang'), ['caobang/declare']);
    expect(refusalsOf(parsePack(JSON.stringify(pack), isSelector))).toEqual([]);
  });
});

describe('the built-in rules and guidance', () => {
  const all = { profiles: [...PROFILES], guides: [...PACKS] };

  it('are written to a file that can be loaded again', () => {
    expect(parsePack(writePack(all), isSelector)).toEqual(all);
  });

  it('are written with what was loaded, in place of those of its name or beside them', () => {
    const [first, ...others] = PROFILES;
    if (!first) throw new Error('there are no profiles');
    const mended = { ...first, name: 'mended' };
    const own = JSON.parse(JSON.stringify(first).replaceAll(`"${first.id}`, '"sonla'));
    const beside = { ...own, hosts: ['sonla.dichvucong.gov.vn'] };
    const profiles = inUse(PROFILES, [beside, mended], ({ id }) => id);
    expect(profiles).toEqual([mended, ...others, beside]);
    expect(parsePack(writePack({ profiles, guides: [...PACKS] }), isSelector)).toMatchObject({ profiles });
  });

  it('can say something of their own, in both languages', () => {
    const now = {
      vi: 'Bấm nút mới. Còn {count} ô trống.',
      en: 'Press the new button. {count} fields are empty.',
    };
    const parsed = parsePack(layOut(changed(soundGuide, [...G, 'rules', 0, 'now'], now)).text, isSelector);
    expect('guides' in parsed && parsed.guides[0]?.rules[0]?.now).toEqual(now);
  });
});

describe('a pack', () => {
  it('has been broken in many ways here', () => {
    expect(new Set(FAULTS.map(({ what }) => what)).size).toBeGreaterThan(100);
  });

  it.each(FAULTS)('is refused where $what', ({ pack, at, reason }) => {
    const { text, lineOf } = layOut(pack);
    const line = lineOf(at);
    expect(line).toBeGreaterThan(0);
    const found = refusalsOf(parsePack(text, isSelector));
    expect(found.map((it) => [it.line, it.reason])).toContainEqual([line, reason]);
  });

  it.each([
    '(?:\\.\\d+)*$',
    '^/(?:[a-z]+/)?nop(?:-ho-so)?$',
    '(?:ab){2,}',
    '[(]+[)]+',
    '(?<=so )\\d+',
    '(?:[.-][A-Z0-9]{1,8}){2,6}',
    'ma thu tuc[^\\d]*(\\d\\.\\d{6})',
    'ma thu tuc.*?(\\d\\.\\d{6})',
    '^/[^/]+/([^/]+)/[^/]+/[^/]+/nop(?:-ho-so|-don|-to-khai)?/?$',
    '^/(?:\\w+/)?(\\d+)-\\w*$',
  ])('may hold the expression %s, which does not', (source) => {
    const { text } = layOut(changed(sound, [...P, 'dossier', 'number'], source));
    expect(refusalsOf(parsePack(text, isSelector))).toEqual([]);
  });

  it('is refused at the character where its JSON breaks', () => {
    const { text } = layOut(sound);
    const lines = text.split('\n');
    for (const broken of [3, 10, 40]) {
      const bad = lines.with(broken - 1, `${lines[broken - 1]} §`).join('\n');
      expect(refusalsOf(parsePack(bad, isSelector))).toMatchObject([{ line: broken, reason: 'json' }]);
    }
    const trailing = text.replace(/\n\}$/, ',\n}');
    expect(refusalsOf(parsePack(trailing, isSelector))).toMatchObject([
      { line: lines.length, reason: 'json' },
    ]);
    expect(refusalsOf(parsePack('', isSelector))).toMatchObject([{ line: 1, reason: 'json' }]);
    expect(refusalsOf(parsePack(`// a note\n${text}`, isSelector))).toMatchObject([
      { line: 1, reason: 'json' },
    ]);
  });

  it('is refused with the line of each fault, though there be thousands', () => {
    const strange = Object.fromEntries(Array.from({ length: 8_000 }, (_, nth) => [`strange-${nth}`, nth]));
    const { text, lineOf } = layOut({ ...(sound as object), ...strange });
    const found = refusalsOf(parsePack(text, isSelector));
    expect(found).toHaveLength(8_000);
    for (const { at, line } of found)
      if (lineOf([at]) !== line) expect([at, line]).toEqual([at, lineOf([at])]);
  });

  it('is refused where a key stands twice, which JSON itself lets pass', () => {
    const { text } = layOut(sound);
    const twice = text.replace('"name"', '"id": "laichau",\n"name"');
    const line = text.slice(0, text.indexOf('"name"')).split('\n').length;
    expect(refusalsOf(parsePack(twice, isSelector))).toMatchObject([{ line, reason: 'key-twice' }]);
  });

  it('is refused where two profiles have one id', () => {
    const pack = packOf('laichau', 'bacninh') as { profiles: Json[] };
    const { text, lineOf } = layOut({
      ...pack,
      profiles: [pack.profiles[0] ?? null, pack.profiles[0] ?? null],
    });
    expect(refusalsOf(parsePack(text, isSelector))).toMatchObject([
      { line: lineOf(['profiles', 1, 'id']), reason: 'duplicate' },
    ]);
  });

  it('tells every fault, in the order of the lines', () => {
    const two = changed(
      changed(sound, [...P, 'fee', 'heading'], 'Lệ phí'),
      [...P, 'hosts', 0],
      'https://x.vn',
    );
    // What has no place in a file is found last, wherever it stands.
    const three = { strange: 1, ...(two as object) };
    const { text, lineOf } = layOut(three);
    const places = [['strange'], [...P, 'hosts', 0], [...P, 'fee', 'heading']].map(lineOf);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(refusalsOf(parsePack(text, isSelector)).map(({ line }) => line)).toEqual(places);
  });

  it('with a mended label is taken', () => {
    const mended = changed(packOf('national'), [...P, 'submit', 0, 'text'], 'gui ho so');
    const parsed = parsePack(layOut(mended).text, isSelector);
    expect('profiles' in parsed && parsed.profiles[0]?.submit[0]?.text).toBe('gui ho so');
  });
});
