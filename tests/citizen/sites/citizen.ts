import type { Site } from '../../portal/systems/index.ts';
import type { Citizen } from '../citizen.ts';
import type { Turns } from './turns.ts';

/** The one who walks on another host. `did` holds the turns that are taken once. */
export type SiteCitizen = Citizen & { site: Site; turns: Turns; did: Set<string> };
