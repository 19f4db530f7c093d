import { angular } from '../../lib/fields/reading/angular.ts';
import { antd } from '../../lib/fields/reading/antd.ts';
import { formio } from '../../lib/fields/reading/formio.ts';
import { generic } from '../../lib/fields/reading/generic.ts';
import type { FieldReader } from '../../lib/fields/reading/reader.ts';
import { surveyjs } from '../../lib/fields/reading/surveyjs.ts';
import { xElements } from '../../lib/fields/reading/x-elements.ts';

/** Every reader that is written, by the technology of a labelled declaration; those not named here are plain pages. */
export const READERS_BY_TECH: Readonly<Record<string, readonly FieldReader[]>> = {
  surveyjs: [surveyjs],
  'x-elements': [xElements],
  'angular-material': [angular],
  formio: [formio],
  antd: [antd],
};
export const PLAIN_READERS: readonly FieldReader[] = [generic];
