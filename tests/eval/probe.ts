import { finderOf, type Judgement, READERS } from '../../lib/fields/index.ts';
import { judge } from '../../lib/fields/judging/index.ts';

/** What was made of one field of the page. */
export interface Probed {
  name: string;
  label: string;
  kind: string;
  subject: string;
  expectation: string;
  required: boolean;
  filled: boolean;
}

declare global {
  /** Looks at the page's declaration with all readers, as the watcher does; of a wizard at the page that is shown. */
  var probe: () => Probed[];
}

const finder = finderOf(READERS);

globalThis.probe = () => {
  const { fields, around } = finder.discover(document);
  let before: { judgement: Judgement; section: unknown } | null = null;
  return fields.map(({ root, reader, name, section }) => {
    const { label, required, value } = reader.read(root, around);
    const previous = before?.section === section ? (before?.judgement ?? null) : null;
    const judgement = judge({ label, trail: section.trail, name, before: previous });
    before = { judgement, section };
    const { kind, subject, expectation } = judgement;
    return { name, label, kind, subject, expectation, required, filled: Boolean(value?.trim()) };
  });
};
