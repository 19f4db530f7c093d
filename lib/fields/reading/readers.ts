import type { FieldReader } from './reader.ts';
import { surveyjs } from './surveyjs.ts';

/** The readers that profiles may name. Each costs every portal page its weight, so only proven ones are here. */
export const READERS = { surveyjs } satisfies Record<string, FieldReader>;
export type Technology = keyof typeof READERS;
