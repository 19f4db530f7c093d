import { fieldOf, placesOf } from '../fields.ts';
import type { Declaration, FormHandle } from '../form.ts';
import type { NativeControl } from './control.ts';

/** The portal's hand on a page of native controls. `update` is called after each of its writings. */
export function nativeHandle(
  declaration: Declaration,
  controls: ReadonlyMap<string, NativeControl>,
  update: () => void,
): FormHandle {
  const controlOf = (name: string) => {
    const control = controls.get(fieldOf(declaration, name).name);
    if (!control) throw new Error(`${name} is not drawn`);
    return control;
  };
  const get = (name: string) => controlOf(name).get();
  return {
    set(name, value) {
      controlOf(name).set(value);
      update();
    },
    lock: (name) => controlOf(name).lock(),
    filled: () => placesOf(declaration).flatMap(({ field: { name } }) => (get(name) === '' ? [] : [name])),
    get,
  };
}
