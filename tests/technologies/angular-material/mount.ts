import '@angular/compiler';
import 'zone.js';
// By path: the packages offer them to Sass only.
import '../../../node_modules/@angular/material/prebuilt-themes/indigo-pink.css';
import '../../../node_modules/@ng-select/ng-select/themes/default.theme.css';
import './style.css';
import { Component, NgZone } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatRadioModule } from '@angular/material/radio';
import { MatSelectModule } from '@angular/material/select';
import { bootstrapApplication } from '@angular/platform-browser';
import { NgSelectComponent } from '@ng-select/ng-select';
import { addressOptions, conditionOf, fieldOf, isMet, placesOf } from '../fields.ts';
import type { Declaration, Mount } from '../form.ts';
import { AppAddress } from './app-address.ts';
import { AppInput } from './app-input.ts';
import { dateProviders } from './dates.ts';
import { templateOf } from './template.ts';
import { choicesOf, fromModel, toModel } from './values.ts';

/** Angular Material and ng-select, compiled in the page, over one reactive form. */
export const mount: Mount = async (root, declaration) => {
  const form = formOf(declaration);
  const held = (name: string) => fromModel(fieldOf(declaration, name), form.controls[name]?.value);
  root.append(document.createElement('app-declaration'));
  const app = await bootstrapApplication(page(declaration, form, held), { providers: dateProviders });
  // In Angular's zone the page is checked afterwards, as after the portal's own calls.
  const zone = app.injector.get(NgZone);
  return {
    set(name, value) {
      const model = toModel(fieldOf(declaration, name), value);
      zone.run(() => form.controls[name]?.setValue(model));
    },
    lock(name) {
      const { name: known } = fieldOf(declaration, name);
      zone.run(() => form.controls[known]?.disable());
    },
    filled: () => placesOf(declaration).flatMap(({ field: { name } }) => (held(name) === '' ? [] : [name])),
    get: held,
  };
};

function formOf(declaration: Declaration): FormGroup<Record<string, FormControl<unknown>>> {
  const controls = placesOf(declaration).map(({ field }) => [
    field.name,
    new FormControl<unknown>(toModel(field, '')),
  ]);
  return new FormGroup(Object.fromEntries(controls) as Record<string, FormControl<unknown>>);
}

function page(declaration: Declaration, form: FormGroup, held: (name: string) => string) {
  const places = placesOf(declaration);
  const conditions = places.map(({ section, field }) => conditionOf(declaration, section, field));
  return Component({
    selector: 'app-declaration',
    imports: [
      ...[ReactiveFormsModule, MatCheckboxModule, MatRadioModule, MatSelectModule],
      ...[NgSelectComponent, AppInput, AppAddress],
    ],
    template: templateOf(declaration),
  })(
    class {
      readonly form = form;
      readonly fields = places.map(({ field }) => field);
      readonly choices = places.map(({ field }) => choicesOf(field));
      readonly addresses = places.map(({ field }) => addressOptions(field));

      shows(place: number): boolean {
        const condition = conditions[place];
        return condition === undefined || isMet(condition, held(condition.parent.name));
      }
    },
  );
}
