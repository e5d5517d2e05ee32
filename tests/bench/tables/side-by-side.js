// What does the run side by side look like in the document?
//
// Exports sideBySideTables: for each set the bytes shipped, then times and memory in Node and in Chromium, each followed
// by a sentence that says who is better than ours, and at what. Held by tests/bench/tables.test.js.

import { sets } from '../side-by-side/contestants.js';
import { addSizes } from '../side-by-side/sizes.js';
import { betterThan, comparedBy, figure, megabytes, size, table, typedText } from './markdown.js';

const ours = 'ours, wasm';

/** @typedef {Record<string, any>} Figures */

/** @param {any} code @param {any} result of a set */
function bytesTable(code, result) {
  /** @type {Record<string, Record<string, number | undefined>>} */
  const compared = {};
  const rows = Object.entries(result.shipped).map(([name, { sizes, error }]) => {
    if (!sizes) return [name, ...columnsOf(code[name]), error, '', '', ''];
    compared[name] = { code: code[name].brotli, 'code and index': addSizes([code[name], sizes]).brotli };
    const all = size(addSizes([code[name], sizes]).brotli);
    return [name, ...columnsOf(code[name]), ...columnsOf(sizes), all];
  });
  const header = ['shipped', 'code', 'gzip', 'brotli', 'index and texts', 'gzip', 'brotli', 'all, brotli'];
  return `${table(header, rows)}\n\n${betterThan(compared, ours, size)}`;
}

/** @param {import('../side-by-side/sizes.js').Sizes} sizes */
const columnsOf = ({ raw, gzip, brotli }) => [size(raw), size(gzip), size(brotli)];

const header = [
  ...['', 'open, ms', 'slowest', 'memory, MB', 'of it heap', 'keys', 'p50, ms', 'p95', 'p99', 'max'],
  ...['slowest key', 'right among 5'],
];

/** @param {Figures} memory */
const memoryOf = ({ before, searched }) => ({
  rss: Math.max(0, searched.rss - before.rss),
  heap: Math.max(0, searched.heap - before.heap),
});

/** @param {string} name @param {Figures} figures */
function timesRow(name, { error, opening, memory, keys, answers }) {
  if (error) return [name, error, ...header.slice(2).map(() => '')];
  const { rss, heap } = memoryOf(memory);
  const asked = keys.keys < keys.wanted ? `${keys.keys} of ${keys.wanted}` : String(keys.keys);
  return [
    name,
    figure(opening.median),
    figure(opening.max),
    megabytes(rss),
    megabytes(heap),
    asked,
    ...[keys.p50, keys.p95, keys.p99, keys.max].map(figure),
    typedText(keys.slowest),
    `${answers.right} of ${answers.asked}`,
  ];
}

/** @param {Record<string, Figures>} figures by engine */
function timesTable(figures) {
  const rows = Object.entries(figures).map(([name, values]) => timesRow(name, values));
  const compared = Object.fromEntries(
    Object.entries(figures)
      .filter(([, { error }]) => !error)
      .map(([name, values]) => [name, comparedBy(values, memoryOf(values.memory).rss)]),
  );
  const better = compared[ours] ? betterThan(compared, ours, figure) : '';
  return `${table(header, rows)}\n\n${better}`;
}

/**
 * Returns the Markdown of a run.
 *
 * @param {any} report of runSideBySide
 */
export function sideBySideTables({ code, results }) {
  const parts = Object.entries(results).flatMap(([set, result]) => {
    const { limits } = result;
    const boxes = `${limits.keyBox / 1000} s for keys and ${limits.answerBox / 1000} s for whole queries`;
    const title = `### ${sets[/** @type {keyof sets} */ (set)]}: ${result.concepts} concepts`;
    const about = `${result.queries} queries, every prefix of them; ${limits.openings} openings; each engine had ${boxes}.`;
    const places = Object.entries(result.places).flatMap(([place, figures]) => [
      `In ${place}:`,
      timesTable(figures),
    ]);
    return [title, about, bytesTable(code, result), ...places];
  });
  return parts.join('\n\n');
}
