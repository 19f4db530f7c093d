import { Formio } from '@formio/js/form';
import 'bootstrap/dist/css/bootstrap.min.css';
import '@formio/js/dist/formio.form.min.css';
import { fieldOf, placesOf } from '../fields.ts';
import type { Mount } from '../form.ts';
import { formOf } from './definition.ts';
import { emptyOf, fromModel, toModel } from './values.ts';
import { words } from './words.ts';

/** What is used of a Form.io form: its own types say `any`. */
type Component = {
  component: { disabled?: boolean };
  disabled: boolean;
  setValue(value: unknown): boolean;
  redraw(): Promise<void>;
};
type Form = {
  data: Record<string, unknown>;
  getComponent(key: string): Component | undefined;
  on(event: string, listener: () => void): void;
};

/** Form.io, on one page or, in the build "wizard", with a page of the wizard for each section. */
export const mount: Mount = async (root, declaration) => {
  // Both would be fetched from Form.io's own servers at run time.
  Formio.cdn.setOverrideUrl('flatpickr-formio', '/vendor');
  Formio.cdn.setOverrideUrl('moment-timezone', '/vendor');
  const isWizard = declaration.build === 'wizard';
  const form: Form = await Formio.createForm(root, formOf(declaration, isWizard), {
    language: 'vi',
    i18n: { vi: words },
  });
  const locked = new Set<string>();
  const lockAll = () => {
    for (const name of locked) {
      const component = form.getComponent(name);
      if (!component || component.component.disabled) continue;
      // Its own state is what is drawn, its definition what is asked when the state is made again.
      component.disabled = true;
      component.component.disabled = true;
      void component.redraw();
    }
  };
  // A page of the wizard that comes is made anew, and is as free as on the first day.
  form.on('wizardPageSelected', () => setTimeout(lockAll));
  form.on('render', lockAll);
  const held = (name: string) => fromModel(fieldOf(declaration, name), form.data[name]);
  return {
    set(name, value) {
      const field = fieldOf(declaration, name);
      const model = value === '' ? emptyOf(field) : toModel(field, value);
      const component = form.getComponent(name);
      if (component) component.setValue(model);
      // Pages of the wizard that are not drawn have no components: theirs begin with what the data say.
      else form.data[name] = model;
    },
    lock(name) {
      locked.add(fieldOf(declaration, name).name);
      lockAll();
    },
    filled: () => placesOf(declaration).flatMap(({ field: { name } }) => (held(name) === '' ? [] : [name])),
    get: held,
  };
};
