// What is a person told of a build?
//
// Exports buildReport: the report of `medcode build --report` (core/compile/build_report.hpp) as contract.d.ts has it, with
// what only the page knows: files that never reached the builder, and tables whose columns were guessed.
// Held by tests/wasm/builder.test.js.

import { MAX_ROWS_TOLD } from './limits.js';

/** @typedef {import('./contract.d.ts').BuildReport} BuildReport */

/** @param {{ line: number, reason: string }[]} remarks */
const rowsOf = (remarks) =>
  remarks.slice(0, MAX_ROWS_TOLD).map(({ line, reason }) => ({ row: line, reason }));

/**
 * @param {any} source
 * @returns {import('./contract.d.ts').ReadFile}
 */
const readFile = (source) => ({
  file: source.file,
  format: source.format,
  systems: source.systems,
  rows: source.read + source.skipped + source.refused,
  rowsRead: source.read,
  rowsSkipped: source.skipped,
  rowsRefused: source.refused,
  rowsWarned: source.warned,
  concepts: source.concepts,
  refusals: rowsOf(source.refusals),
  warnings: rowsOf(source.warnings),
  skips: source.skipReasons.map((/** @type {any} */ { reason, count, line, example }) => ({
    reason,
    count,
    row: line,
    example,
  })),
});

/**
 * @param {any} built what the builder reports
 * @param {Pick<BuildReport, 'skipped' | 'refused' | 'tables'>} known what the page knows beside it
 * @param {{ systems: { id: string, title: string }[] } | null} info
 * @returns {BuildReport}
 */
export function buildReport(built, known, info) {
  const titles = new Map(info?.systems.map(({ id, title }) => [id, title]));
  return {
    read: built.sources.map(readFile),
    skipped: [...known.skipped, ...built.notRead],
    refused: [
      ...known.refused,
      ...built.errors.map((/** @type {any} */ { line, ...error }) => ({ ...error, row: line })),
    ],
    tables: known.tables,
    systems: built.systems.map((/** @type {any} */ { system, ...counts }) => ({
      id: system,
      title: titles.get(system) ?? system,
      ...counts,
    })),
    findings: built.findings,
  };
}
