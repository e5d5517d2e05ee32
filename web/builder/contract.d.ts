// What crosses the border between the page and the builder of one's own catalogs? Plain data only.
//
// web/builder/client.js exports, and tests may replace by a double of the same shape:
//
//   buildCatalog: BuildCatalog
//   whyNot(): Failure | null    why this page cannot build (`no-wasm`, `no-worker`), null where it can
//
// buildCatalog rejects with a Failure (web/engine/failure.js) whose code is one of BuildFailureCode; everything that is wrong
// with a file is told in the report instead, and the other files are read.
import type { CatalogInfo } from '../engine/contract.d.ts';

/** A file as it was dropped or chosen. Its path in a dropped folder (`webkitRelativePath`) counts as its name where it has one. */
export type DroppedFile = File | { name: string; blob: Blob };

export interface BuildOptions {
  /** What the codes of a table that does not say so itself are called; otherwise the name of its file. */
  systemName?: string;
  /** By the name of a file as the report gives it: what is to be taken as what, instead of what was guessed. */
  tables?: Record<string, TableChoice>;
  onProgress?: (progress: BuildProgress) => void;
  /** Ends the work at once. */
  signal?: AbortSignal;
}

/** What a person says of a table, each part instead of what was guessed. */
export interface TableChoice {
  /** Id of a known system or one's own: a-z, 0-9, `-`, `_`, `.`, at most 32. */
  system?: string;
  title?: string;
  /** By the table's own column name: ours (`code`, `display`, `synonym` ... of core/sources/FORMATS.md), or null to leave it out. */
  columns?: Record<string, string | null>;
}

/** `done` of `total` bytes (load, unpack, read) or steps (others). `load`: the builder itself arrives. */
export interface BuildProgress {
  phase: 'load' | 'unpack' | 'read' | 'merge' | 'compile' | 'pack';
  done: number;
  total: number;
  /** The file at hand, empty where there is none. */
  file: string;
}

export interface BuildResult {
  /** The finished `.medcat.gz`, to be opened, kept or deployed as it is; null when no code could be read. */
  catalog: Uint8Array | null;
  /** What lies in `details/` beside it: packs and the companion, gzip, by file name. */
  details: Map<string, Uint8Array>;
  /** As the engine's info() tells it; null without a catalog. */
  info: CatalogInfo | null;
  report: BuildReport;
}

/** What became of every file and row. A file is in exactly one of `read`, `skipped`, `refused`. */
export interface BuildReport {
  read: ReadFile[];
  /** Files that hold nothing for us, with the reason. */
  skipped: { file: string; reason: string }[];
  /** Files that could not be used, with what to do about it. */
  refused: RefusedFile[];
  /** Tables whose columns were taken by their names, or as the person said. */
  tables: GuessedTable[];
  systems: { id: string; title: string; concepts: number; active: number; retired: number }[];
  /** What the merging of all files found, such as parents that do not exist. */
  findings: Finding[];
}

export interface ReadFile {
  file: string;
  /** `table`, `FHIR R4 JSON`, `Athena CONCEPT` ... */
  format: string;
  /** Ids of the systems it speaks of. */
  systems: string[];
  /** Rows in all: rowsRead + rowsSkipped + rowsRefused. */
  rows: number;
  rowsRead: number;
  rowsSkipped: number;
  rowsRefused: number;
  /** Rows that were read although something about them is odd. */
  rowsWarned: number;
  /** Concepts that came of it, before the merging. */
  concepts: number;
  /** The first refused rows, 200 at most; `rowsRefused` counts all. `row` is the 1-based line, 0 when unknown. */
  refusals: RowRemark[];
  /** The first odd rows, 200 at most. */
  warnings: RowRemark[];
  /** Why rows were skipped, with the first of each. */
  skips: { reason: string; count: number; row: number; example: string }[];
}

export interface RowRemark {
  row: number;
  reason: string;
}

export interface RefusedFile {
  file: string;
  /** `damaged`, `truncated`, `too-large`, `bad-format`, `bad-encoding`, `empty`, `unreadable` ... */
  code: string;
  message: string;
  advice: string;
  /** 1-based line, 0 when unknown. */
  row: number;
}

export interface GuessedTable {
  file: string;
  system: string;
  title: string;
  /** In the table's order: its column and what it was taken as. */
  columns: { column: string; as: string }[];
  /** Columns that were left out. */
  leftOut: string[];
  /** Encoding it was converted from, empty for UTF-8. */
  encoding: '' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** The columns file that says the same to `medcode build`, to be put beside the table. */
  columnsFile: string;
}

export interface Finding {
  kind: string;
  meaning: string;
  file: string;
  system: string;
  count: number;
  examples: string[];
}

/**
 * - `cancelled`: the signal was given
 * - `no-wasm`: WebAssembly is forbidden, missing or too old
 * - `no-worker`: the page may not start a worker (a page opened from a file)
 * - `unreachable`, `not-found`, `refused`, `incomplete`: the builder could not be loaded, as download.js tells it
 * - `too-large`: more than the builder's memory holds; the advice names the program `medcode`
 * - `builder-died`: a fault of ours
 */
export type BuildFailureCode =
  | 'cancelled'
  | 'no-wasm'
  | 'no-worker'
  | 'unreachable'
  | 'not-found'
  | 'refused'
  | 'incomplete'
  | 'too-large'
  | 'builder-died';

export type BuildCatalog = (
  files: Iterable<DroppedFile>,
  options?: BuildOptions,
) => Promise<BuildResult>;
