import { angular } from './angular.ts';
import { antd } from './antd.ts';
import { formio } from './formio.ts';
import { generic } from './generic.ts';
import type { FieldReader } from './reader.ts';
import { surveyjs } from './surveyjs.ts';
import { xElements } from './x-elements.ts';

/** Every reader. Of two that fit the same control the earlier one knows more of it. */
export const READERS: readonly FieldReader[] = [surveyjs, xElements, formio, antd, angular, generic];
