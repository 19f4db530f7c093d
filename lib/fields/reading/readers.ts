import { angular } from './angular.ts';
import { antd } from './antd.ts';
import { formio } from './formio.ts';
import { generic } from './generic.ts';
import type { FieldReader } from './reader.ts';
import { surveyjs } from './surveyjs.ts';
import { xElements } from './x-elements.ts';

/** Every reader, the most specific first: a page may mix technologies, and the first that names a root reads it. */
export const READERS: readonly FieldReader[] = [surveyjs, xElements, formio, antd, angular, generic];
