/**
 * messages — the typed protocol between frames, background and pages, and the meeting point inside one frame.
 * Knows the shapes of flow, fields, metrics and text, and the browser's message API. Must not know what a message causes.
 */
export {
  type Bus,
  type FieldAnchor,
  type FieldEvidence,
  findBus,
  publishBus,
  type RoadView,
  type WatcherView,
} from './bus.ts';
export { api } from './frame.ts';
export {
  type Acknowledgement,
  type Aftermath,
  type Arrival,
  type AuditAnswer,
  CORRECTIONS_KEY,
  type DayView,
  type Fact,
  type FieldsFact,
  type Messages,
  NEXT_PERSON,
  type Note,
  type NumberedFact,
  OUTBOX_PREFIX,
  type Outbox,
  type Report,
  type Round,
  type Warned,
} from './protocol.ts';
