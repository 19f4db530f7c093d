// The robot citizen: plans from seeds, roads walked with real input, and the truth about them.
export type { Hooks, Walked } from './citizen.ts';
export { type Moment, type Plan, planFor } from './plan.ts';
export { logArrived, prepareRoad, walkRoad } from './road.ts';
export { secretsOf } from './secrets.ts';
export { type FillState, type Truth, truthOf } from './truth.ts';
