// What does growth look like in the document?
//
// Exports growthTable. The same figures are drawn by tests/bench/growth/draw.js. Held by tests/bench/tables.test.js.

import { figure, megabytes, size, table } from './markdown.js';

const header = [
  ...['concepts', 'build, s', 'catalog', 'bytes a concept'],
  ...['native', 'Node', 'Chromium'].map((place) => `${place}: open, ms · p50 · p99 · memory, MB`),
];

/** @param {any} figures */
const cell = ({ error, opening, keys, memory }) =>
  error ??
  [
    figure(opening.median),
    figure(keys.p50),
    figure(keys.p99),
    megabytes(Math.max(0, memory)),
  ].join(' · ');

/** @param {any} report of runGrowth */
export function growthTable({ queries, sizes }) {
  const rows = sizes.map((/** @type {any} */ row) => [
    row.concepts.toLocaleString('en'),
    figure(row.buildSeconds),
    size(row.bytes),
    figure(row.bytes / row.concepts),
    ...[row.native, row.node, row.chromium].map(cell),
  ]);
  const [first, last] = [sizes[0], sizes[sizes.length - 1]];
  const times = (/** @type {number} */ value) => `${figure(value)} times`;
  const p99 = (/** @type {any} */ row) => row.native?.keys?.p99;
  const sentence =
    p99(first) && p99(last)
      ? `From the first row to the last the catalog has ${times(last.concepts / first.concepts)} the concepts and ` +
        `${times(last.bytes / first.bytes)} the bytes; natively p99 is ${times(p99(last) / p99(first))}, ` +
        `p50 ${times(last.native.keys.p50 / first.native.keys.p50)} as long.`
      : '';
  return `Every prefix of ${queries} queries.\n\n${table(header, rows)}\n\n${sentence}`;
}
