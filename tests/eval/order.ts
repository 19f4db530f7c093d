import { type Judgement, TRAIL, type Verdict } from '../../lib/fields/index.ts';
import type { Clues } from '../../lib/fields/judging/rules.ts';
import { cleanLabel } from '../../lib/text/index.ts';
import type { Sheet, SheetField } from './sheets.ts';

/** What was made of one field of a labelled form, and what it is. */
export interface Put<Made> {
  field: SheetField;
  clues: Clues;
  made: Made;
  truth: Verdict;
}

/** Puts the fields of a form to `judge`, in their order and as the watcher does, as if they had been read from a page. */
export function inOrder<Made extends { judgement: Judgement }>(
  { procedure, sections }: Omit<Sheet, 'id'>,
  judge: (clues: Clues) => Made,
): Put<Made>[] {
  let trail: readonly string[] = [procedure.name].filter(Boolean);
  let before: Judgement | null = null;
  return sections.flatMap(({ title, subject, fields }) => {
    if (title) {
      trail = [...trail, title].slice(-TRAIL);
      before = null;
    }
    return fields.map((field) => {
      const name = field.name.replace(/__\d+$/, '');
      const clues = { label: cleanLabel(field.label), trail, name, before };
      const made = judge(clues);
      before = made.judgement;
      const { kind, expect } = field;
      const truth = { kind, subject: field.subject ?? subject, expectation: expect } as Verdict;
      return { field, clues, made, truth };
    });
  });
}
