import type { Frame, Page } from 'playwright-core';
import * as angular from './angular-material/hands.ts';
import * as antd from './antd/hands.ts';
import { controlOf, fieldOf } from './fields.ts';
import type { Declaration } from './form.ts';
import * as formio from './formio/hands.ts';
import { type Hands, handOn } from './hand.ts';
import * as plain from './plain/hands.ts';
import * as reactSelect from './react-select/hands.ts';
import * as shadow from './shadow/hands.ts';
import * as surveyjs from './surveyjs/hands.ts';
import * as webforms from './webforms/hands.ts';
import * as xElements from './x-elements/hands.ts';

const hands: Record<string, Hands> = {
  'angular-material': angular,
  formio,
  surveyjs,
  'x-elements': xElements,
  plain,
  shadow,
  webforms,
  antd,
  'react-select': reactSelect,
};

function handsOf({ tech }: Declaration): Hands {
  const ones = hands[tech];
  if (!ones) throw new Error(`nobody has hands for ${tech}`);
  return ones;
}

/** Types a value as a person would, with real keys, and leaves the field. Dates as dd/mm/yyyy or yyyy-mm-dd. */
export async function typeInto(
  target: Page | Frame,
  declaration: Declaration,
  name: string,
  value: string,
): Promise<void> {
  await handsOf(declaration).type(handOn(target, declaration, name), value);
}

/** Chooses by real clicks: an option by its text, a date in the calendar where the technology has one. */
export async function choose(
  target: Page | Frame,
  declaration: Declaration,
  name: string,
  value: string,
): Promise<void> {
  await handsOf(declaration).choose(handOn(target, declaration, name), value);
}

/** Types or chooses, whichever the field is for. */
export async function enter(
  target: Page | Frame,
  declaration: Declaration,
  name: string,
  value: string,
): Promise<void> {
  const byChoice = ['select', 'radio', 'checkbox'].includes(controlOf(fieldOf(declaration, name)));
  await (byChoice ? choose : typeInto)(target, declaration, name, value);
}
