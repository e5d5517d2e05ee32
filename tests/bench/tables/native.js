// What does the native run look like in the document?
//
// Exports nativeTables: ours, Xapian and SQLite FTS5, and the limits. Held by tests/bench/tables.test.js.

import { sets } from '../side-by-side/contestants.js';
import { betterThan, comparedBy, figure, megabytes, size, table } from './markdown.js';

const header = [
  ...['', 'files', 'gzip -9', 'open, ms', 'slowest', 'memory, MB', 'keys', 'p50, ms', 'p95', 'p99', 'max'],
  'right among 5',
];

/** @param {string} name @param {any} figures */
function rowOf(name, { error, bytes, opening, memory, keys, answers }) {
  if (error) return [name, error, ...header.slice(2).map(() => '')];
  const asked = keys.keys < keys.wanted ? `${keys.keys} of ${keys.wanted}` : String(keys.keys);
  return [
    name,
    size(bytes.raw),
    size(bytes.gzip),
    figure(opening.median),
    figure(opening.max),
    megabytes(Math.max(0, memory)),
    asked,
    ...[keys.p50, keys.p95, keys.p99, keys.max].map(figure),
    `${answers.right} of ${answers.asked}`,
  ];
}

/** @param {any} result of a set */
function limitRows({ limits, engines: { ours } }) {
  const catalog = ours.bytes.raw;
  const times = (/** @type {number} */ part, /** @type {number} */ whole) => `${(part / whole).toFixed(2)} x`;
  const rows = [
    ['`code<TAB>names` lines', size(limits.raw), times(catalog, limits.raw)],
    ['`gzip -9` of them', size(limits.gzip), times(catalog, limits.gzip)],
  ];
  if (limits.xz) rows.push(['`xz -9e` of them', size(limits.xz), times(catalog, limits.xz)]);
  const opening = ours.opening.median;
  return [
    table(['limit of size', 'bytes', 'ours (gzip) is'], rows),
    table(
      ['limit of opening', 'ms', 'ours is'],
      [
        [`copying the ${size(ours.inflated)} of the inflated catalog`, figure(ours.copy), times(opening, ours.copy)],
        ['inflating it', figure(ours.inflate), times(opening, ours.inflate)],
      ],
    ),
  ];
}

/** @param {Record<string, any>} report of runNative */
export function nativeTables(report) {
  return Object.entries(report)
    .flatMap(([set, result]) => {
      const { engines } = result;
      const rows = Object.entries(engines).map(([name, figures]) => rowOf(name, figures));
      const compared = Object.fromEntries(
        Object.entries(engines)
          .filter(([, { error }]) => !error)
          .map(([name, values]) => [name, comparedBy(values, Math.max(0, values.memory))]),
      );
      const title = `### Natively, ${sets[/** @type {keyof sets} */ (set)]}: ${result.concepts} concepts`;
      if (!compared.ours) return [title, table(header, rows)];
      return [title, table(header, rows), betterThan(compared, 'ours', figure), ...limitRows(result)];
    })
    .join('\n\n');
}
