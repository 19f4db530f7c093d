import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXPECTATIONS, KINDS, SUBJECTS, type Subject, type Verdict } from '../../lib/fields/index.ts';

/** A labelled form as it is read by a person: no technology, no filling. */
export interface Sheet {
  id: string;
  procedure: { name: string };
  sections: { title: string; subject: Subject; fields: SheetField[] }[];
}

/** One field of a sheet; `name` is the page's own, empty or meaningless on many. */
export interface SheetField {
  label: string;
  name: string;
  kind: Verdict['kind'];
  expect: Verdict['expectation'];
  /** Where it is not the section's. */
  subject?: Subject;
  /** Where the form says so: how the field is answered, as declarations name it, and what a choice offers. */
  widget?: string;
  options?: string[];
}

/** How a sheet says that a field is answered, and what declarations call it. */
const WIDGETS = {
  ...{ text: 'text', long: 'textarea', number: 'number', date: 'date' },
  ...{ list: 'select', radio: 'radio', ticks: 'checkbox', tick: 'checkbox' },
};
const CONTROLS = Object.keys(WIDGETS) as readonly (keyof typeof WIDGETS)[];

const folder = join(import.meta.dirname, 'sheets');

/** All sheets, in the order of their files. */
export async function readSheets(): Promise<Sheet[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text, at) => sheetsOf(text, files[at] ?? ''));
}

/**
 * Reads sheets: `# procedure`, `@subject title` for a section, and a line `label|name|kind|expectation` for each field,
 * with `|subject` where it is not the section's and `|control` where the form says how it is answered: `text`, `date`,
 * `list Nam; Nữ`. Throws at a line that says something else.
 */
export function sheetsOf(text: string, file: string): Sheet[] {
  const sheets: Sheet[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const sheet = sheets.at(-1);
    if (line.startsWith('# '))
      sheets.push({ id: `${file}:${at + 1}`, procedure: { name: line.slice(2) }, sections: [] });
    else if (line.startsWith('@')) {
      const [, whose, title = ''] = /^@(\S+) ?(.*)$/.exec(line) ?? [];
      sheet?.sections.push({ title, subject: one(SUBJECTS, whose), fields: [] });
    } else if (line !== '') {
      const [label = '', name = '', kind, expect, subject, control] = line.split('|');
      sheet?.sections.at(-1)?.fields.push({
        label,
        name,
        kind: one(KINDS, kind),
        expect: one(EXPECTATIONS, expect),
        ...(subject && { subject: one(SUBJECTS, subject) }),
        ...(control && answered(control)),
      });
    }
  }
  return sheets;

  function answered(control: string): Pick<SheetField, 'widget' | 'options'> {
    const [, word, offered = ''] = /^(\S+) ?(.*)$/.exec(control) ?? [];
    const widget = WIDGETS[one(CONTROLS, word)];
    return offered ? { widget, options: offered.split(';').map((it) => it.trim()) } : { widget };
  }

  function one<Word extends string>(words: readonly Word[], word: string | undefined): Word {
    const found = words.find((it) => it === word);
    if (!found) throw new Error(`${file}: "${word}" is no word of these labels`);
    return found;
  }
}
