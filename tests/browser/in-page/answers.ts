import { answersTo, finderOf, READERS } from '../../../lib/fields/index.ts';

declare global {
  /** How the fields of this page are answered, by their names. */
  var answersInPage: () => Record<string, ReturnType<typeof answersTo>>;
}

globalThis.answersInPage = () => {
  const found = finderOf(READERS).discover(document);
  if (!found) throw new Error('the walk did not end');
  return Object.fromEntries(found.fields.map((field) => [field.name, answersTo(field, found.around)]));
};
