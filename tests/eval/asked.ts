import { type Asked, type Offer, offerOf, TRAIL, type Verdict, type Widget } from '../../lib/fields/index.ts';
import { cleanLabel } from '../../lib/text/index.ts';
import { controlOf } from '../technologies/fields.ts';
import type { Sheet, SheetField } from './sheets.ts';

/** What can be seen of a field, and under which headings; fields of one section have one and the same list of them. */
export interface Shown {
  label: string;
  name: string;
  trail: readonly string[];
  widget?: Widget | undefined;
  offer?: Offer | undefined;
}

/** What a frame asks about the fields of a form, in page order. */
export function askedAbout(shown: readonly Shown[]): Asked {
  const trails = [...new Set(shown.map(({ trail }) => trail))];
  const fields = shown.map(({ label, name, widget, offer, trail }, place) => ({
    label,
    name,
    widget,
    offer,
    trail: trails.indexOf(trail),
    before: shown[place - 1]?.trail === trail ? place - 1 : null,
  }));
  return { trails, fields };
}

/** One field of a labelled form: as it stands on a page that any technology may have drawn, and what it is. */
export interface SheetShown extends Shown {
  field: SheetField;
  truth: Verdict;
}

/** The fields of a labelled form, in their order, as if they had been read from a page. */
export function shownOf({ procedure, sections }: Omit<Sheet, 'id'>): SheetShown[] {
  let trail: readonly string[] = [procedure.name].filter(Boolean);
  return sections.flatMap(({ title, subject, fields }) => {
    if (title) trail = [...trail, title].slice(-TRAIL);
    return fields.map((field) => ({
      label: cleanLabel(field.label),
      name: field.name.replace(/__\d+$/, ''),
      trail,
      widget: widgetOf(field),
      offer: offerOf(field.options ?? []),
      field,
      truth: { kind: field.kind, subject: field.subject ?? subject, expectation: field.expect },
    }));
  });
}

/** How a field is answered; undefined where its form does not say. */
function widgetOf({ widget }: SheetField): Widget | undefined {
  if (widget === undefined) return undefined;
  const control = controlOf({ widget });
  if (control === 'date' || control === 'date-3') return 'date';
  return control === 'select' || control === 'radio' || control === 'checkbox' ? 'choice' : 'text';
}
