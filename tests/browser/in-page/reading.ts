import { type FieldFacts, finderOf, READERS, type Widget, widgetOf } from '../../../lib/fields/index.ts';
import { type Form, WHOLE, watchForm } from '../../../lib/watch/form.ts';
import { gather, nothing } from '../../../lib/watch/gathered.ts';

// Runs in the page: draws small forms, and says what our readers read of them and what became of their fields.

declare global {
  /** Draws a form, and reads it. */
  var readForm: (html: string) => FieldRead[];
  /** Reads the form that stands there, by what changed since the last time. */
  var readAgain: () => FieldRead[];
  /** Draws a form, and watches it from then on. */
  var watch: (html: string) => void;
  /** What is told of the form that is watched, looked at as a whole. */
  var told: () => readonly FieldFacts[];
  /** Whether the form that is watched has a place on the page, and evidence, for a key. */
  var knows: (key: string) => [place: boolean, evidence: boolean];
}

export interface FieldRead {
  name: string;
  label: string;
  section: string;
  value: string | null;
  required: boolean;
  locked: boolean;
  widget: Widget;
}

let finder = finderOf(READERS);
let gathered = nothing();
const observer = new MutationObserver((records) => gather(records, finder, gathered));
observer.observe(document, { subtree: true, childList: true });

function draw(html: string): void {
  document.body.innerHTML = html;
  observer.takeRecords();
  finder = finderOf(READERS);
  gathered = nothing();
}

globalThis.readForm = (html) => {
  draw(html);
  return globalThis.readAgain();
};

globalThis.readAgain = () => {
  gather(observer.takeRecords(), finder, gathered);
  const found = finder.discover(document, gathered);
  gathered = nothing();
  if (!found) throw new Error('the walk did not end');
  return found.fields.map(({ root, reader, name, section }) => {
    const { label, value, required, locked } = reader.read(root, found.around);
    const widget = widgetOf(root);
    return { name, label, section: section.title, value, required, locked, widget };
  });
};

/** Nobody knows what any field is: the state does not depend on it. */
const JUDGEMENT = {
  kind: 'other',
  subject: 'other',
  expectation: 'none',
  named: false,
  paper: null,
  whose: null,
  evidence: { label: null, section: null, name: null, offer: null },
} as const;

let form: Form | null = null;

globalThis.watch = (html) => {
  draw(html);
  form = watchForm(
    'test',
    finderOf(READERS),
    1,
    () => {},
    async ({ fields }) => fields.map(() => JUDGEMENT),
    () => undefined,
    () => null,
  );
  globalThis.told();
};

globalThis.told = () => {
  form?.look(Date.now(), nothing(), WHOLE);
  return form?.facts() ?? [];
};

globalThis.knows = (key) => [form?.anchorOf(key) != null, form?.evidenceOf(key) != null];

// As the watcher hears a person: before the page does, and nothing that a script made up.
for (const type of ['focusin', 'focusout', 'keydown', 'pointerdown', 'input', 'change', 'click'])
  window.addEventListener(
    type,
    (event) => {
      const target = event.composedPath()[0];
      if (event.isTrusted && target instanceof Element) form?.act(event, target, Date.now());
    },
    true,
  );
