/**
 * packs — portal profiles that come from outside: the shape that every profile must have, the reading of a pack file
 * with the line of each fault, and where imported profiles are kept.
 * Knows the shape of lib/portal and zod. Must not know a page of a portal, nor run in one: the watcher takes what is
 * stored as it is, because it was checked here.
 */
export { guideSchema } from './guide-schema.ts';
export { type Parsed, parsePack, type Refusal } from './parse.ts';
export type { ReasonName } from './reasons.ts';
export { profileSchema } from './schema.ts';
