/**
 * packs — portal profiles and guidance that come from outside: the shape that each must have, and the reading of a pack
 * file with the line of each fault.
 * Knows the shapes of lib/portal and lib/guide, and zod. Must not know a page of a portal, nor run in one: what is stored
 * is taken there as it is, because it was checked here.
 */
export { guideSchema } from './guide-schema.ts';
export { inUse, type Pack, type Parsed, parsePack, type Refusal, writePack } from './parse.ts';
export type { ReasonName } from './reasons.ts';
export { profileSchema } from './schema.ts';
