import { finderOf, READERS } from '../../lib/fields/index.ts';
import { judgeInOrder } from './in-order.ts';

/** What was made of one field of the page. */
export interface Probed {
  name: string;
  label: string;
  kind: string;
  subject: string;
  expectation: string;
}

declare global {
  /** Looks at the page's declaration with all readers, as the watcher does; of a wizard at the page that is shown. */
  var probe: () => Probed[];
}

const finder = finderOf(READERS);

globalThis.probe = () => {
  const found = finder.discover(document, undefined, true);
  if (!found) throw new Error('the walk did not end');
  const { fields, around } = found;
  const read = fields.map(({ root, reader, name, section }) => ({
    ...reader.read(root, around),
    name,
    trail: section.trail,
  }));
  const judged = judgeInOrder(read);
  return judged.map(({ kind, subject, expectation }, place) => {
    const { name = '', label = '' } = read[place] ?? {};
    return { name, label, kind, subject, expectation };
  });
};
