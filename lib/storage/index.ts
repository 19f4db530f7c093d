/**
 * storage — the database and the settings: schema, upgrades, the writing of reports, reading, export, deletion.
 * Knows the browser and the shapes of flow, fields and metrics. Must not know the page or any view. Only the
 * background calls what writes the database; to delete everything is a page's.
 */
export { isOfTab, nextPerson, samePerson, tellOf } from './after.ts';
export { announceChange, onDataChanged } from './changes.ts';
export { MOST_PACK_BYTES, packText, readPack } from './correction-pack.ts';
export { bringCorrectionsHome, loadCorrections, onCorrections, saveCorrections } from './corrections.ts';
export { database, type Origin, type RuleHealth } from './database.ts';
export { dayAt, saveRound } from './day.ts';
export { ensureDossierKey, markOf } from './dossier-key.ts';
export { eraseEverything, writeBack } from './erasing.ts';
export {
  type ByField,
  evidenceFor,
  evidenceIn,
  forgetEvidenceIn,
  placeOf,
  rememberEvidence,
} from './evidence.ts';
export { portalHealth } from './health.ts';
export { beginLesson, lessonBegunAt, onLesson } from './lesson.ts';
export { allNotes, dropNote, keepNote, notesOf } from './notes.ts';
export { orderAnswer, orderDropNote, orderNextPerson, orderRound } from './orders.ts';
export { type Loaded, loadedGuides, loadedProfiles, onPacks } from './packs-store.ts';
export {
  counts,
  exportFile,
  fieldsInTab,
  fieldsOf,
  hasRecords,
  hasWritten,
  listSubmissions,
  type Running,
  runningSubmissions,
} from './reading.ts';
export {
  closeTab,
  stopRoads,
  sweepRoads,
  tabOpened,
  tabRenumbered,
  writeReport,
} from './recorder.ts';
export type { ExportFile } from './schema.ts';
export {
  type CompanionSettings,
  mayRecord,
  PACKS_KEY,
  PROFILE_PREFIX,
  parseSettings,
  SETTINGS_KEY,
  type Settings,
} from './settings.ts';
export { loadSettings, onSettings, saveSettings } from './settings-store.ts';
export { loadTrouble, onTrouble, TROUBLE_KEY, type Trouble } from './trouble.ts';
