import { type Asked, answersTo, finderOf, READERS } from '../../lib/fields/index.ts';
import { askedAbout } from './asked.ts';

declare global {
  /** What a frame asks about the page's declaration, read with all readers; of a wizard about the page that is shown. */
  var probe: () => Asked;
}

const finder = finderOf(READERS);

globalThis.probe = () => {
  const found = finder.discover(document, undefined, true);
  if (!found) throw new Error('the walk did not end');
  const { fields, around } = found;
  return askedAbout(
    fields.map(({ root, reader, name, section }) => ({
      label: reader.read(root, around).label,
      name,
      trail: section.trail,
      ...answersTo({ root, reader }, around),
    })),
  );
};
