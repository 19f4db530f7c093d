/**
 * report — the records as flat tables: what their columns are called, of which type they are and how they are read, and
 * the text of a table as CSV. `parquet.ts` writes the same tables for analysts, and is loaded only when one is asked for.
 * Knows the shapes of flow, fields and metrics as they are exported. Must not know the browser, the database, the
 * interface's words or any view.
 */
export { csvPieces, ROWS } from './csv.ts';
export { type Piece, type Records, TABLES, type Table, type TableName, tableOf } from './tables.ts';
