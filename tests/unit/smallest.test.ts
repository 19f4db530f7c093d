import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OFFERS } from '../../lib/fields/index.ts';
import { OWN_NAMES } from '../../scripts/lib/smallest.ts';

const lib = join(import.meta.dirname, '..', '..', 'lib');
/** What the watcher tells others and is told by them: messages, the record, profiles, packs. */
const BORDERS = ['access', 'flow', 'guide', 'messages', 'packs', 'portal', 'storage'];
/** What names of fields are told with, or asked by. */
const FILES = [
  'fields/field.ts',
  'fields/corrections.ts',
  'fields/judging/asked.ts',
  'fields/judging/rules.ts',
];

const code = (file: string) => readFileSync(join(lib, file), 'utf8');
const ofFolder = (folder: string) =>
  readdirSync(join(lib, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => code(join(folder, name)));

/** Names of the properties that code declares or writes, quoted ones too, and of the methods that it declares. */
const declaredIn = (text: string) =>
  [...text.matchAll(/(?<![.\w])['"]?(\w+)['"]?\??:|^ +(\w+)\(.*\): .*;$/gm)].map(
    ([, property, method]) => property ?? method ?? '',
  );

describe('the names that are shortened in the watcher', () => {
  it('are told to nobody', () => {
    const told = BORDERS.flatMap(ofFolder).flatMap(declaredIn);
    expect(told).toEqual(expect.arrayContaining(['corrections', 'subscribe']));
    expect(OWN_NAMES.filter((name) => told.includes(name))).toEqual([]);
  });

  it('are none of what a field or a judgement is told with', () => {
    const told = FILES.flatMap((file) =>
      [...code(file).matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name ?? ''),
    );
    expect(told).toContain('focusCount');
    // `Ruled` stays in the background.
    expect(OWN_NAMES.filter((name) => told.includes(name) && name !== 'judgement')).toEqual([]);
  });

  it('are none of the words that the keys of a list are told as', () => {
    expect(OWN_NAMES.filter((name) => OFFERS.some((offer) => offer === name))).toEqual([]);
  });

  it('are each used, and once in the list', () => {
    const own = ['fields/reading', 'fields/tracking', 'watch', 'text'].flatMap(ofFolder).join('\n');
    expect(OWN_NAMES.filter((name) => !new RegExp(`\\b${name}\\b`).test(own))).toEqual([]);
    expect(OWN_NAMES).toEqual([...new Set(OWN_NAMES)]);
  });
});
