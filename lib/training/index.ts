/**
 * training — the lessons ("Bài tập") of each role, and how they check themselves by what was recorded.
 * Knows the shapes of flow. Must not know the browser, the database, or any text.
 */
export { type Practice, progressOf, type TaskId } from './lessons.ts';
