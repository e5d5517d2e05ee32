// What becomes of size, opening, keys and memory when a catalog grows?
//
// Exports runGrowth: tables of 10 thousand to 3 million made-up concepts are built with medcode and measured natively, as
// wasm in Node and in Chromium, each in a process of its own. Held by tests/bench/growth.test.js and tables.mjs.

import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, mkdirSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readJudgements } from '../../relevance/judgements.js';
import { readNames } from '../../relevance/names.js';
import { benchmarksOf, buildPrograms } from '../native/run.js';
import { judgedOf } from '../side-by-side/data.js';
import { measureInChromium } from '../side-by-side/in-chromium.js';
import { figuresOrError, measureInNode } from '../side-by-side/measure.js';
import { generate, learn } from './generator.js';

const counts = { full: [10_000, 100_000, 1_000_000, 3_000_000], quick: [10_000, 100_000] };
const queryCount = 60;
const limits = { openings: 3, answerBox: 0, keyBox: 15_000, rounds: 1 };
const keySeconds = '15';
const timeout = 240_000;
const linesAtOnce = 10_000;
const thousand = 1000;

/** @param {string} file @param {Iterable<string>} lines */
function writeLines(file, lines) {
  const handle = openSync(file, 'w');
  /** @type {string[]} */
  let waiting = [];
  const flush = () => {
    writeSync(handle, waiting.map((line) => `${line}\n`).join(''));
    waiting = [];
  };
  for (const line of lines) {
    waiting.push(line);
    if (waiting.length === linesAtOnce) flush();
  }
  flush();
  closeSync(handle);
}

/** @param {string} program @param {string} table @param {string} folder */
function buildCatalog(program, table, folder) {
  const catalog = join(folder, 'catalog.medcat.gz');
  const start = performance.now();
  const options = ['build', '--quiet', '--sources', table, '--out', catalog];
  const run = spawnSync(program, [...options, '--details', join(folder, '..', 'details')], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`medcode build: ${run.stderr.trim() || run.signal}`);
  return { catalog, seconds: (performance.now() - start) / thousand, bytes: statSync(catalog).size };
}

/** Returns of what measurePeer gives what is drawn. @param {any} figures */
const drawn = (figures) =>
  figures.error
    ? figures
    : {
        opening: figures.opening,
        keys: figures.keys,
        memory: figures.memory.searched.rss - figures.memory.before.rss,
      };

/** Returns the same of what the native benchmark gives. @param {any} figures */
const drawnNative = ({ error, opening, keys, memory }) => (error ? { error } : { opening, keys, memory });

/**
 * Returns the figures of each size.
 *
 * @param {{root: string, out: string, program: string, catalog: string, wasm: string, isQuick: boolean}} options
 * @param {(report: object) => void} keep called after each size with all figures so far
 */
export async function runGrowth({ root, out, program, catalog, wasm, isQuick }, keep) {
  buildPrograms(root);
  const model = learn(await readNames(wasm, catalog, out));
  const judgements = readJudgements(join(root, 'tests/relevance/judgements'));
  const judged = judgedOf(judgements, 'all', queryCount);
  /** @type {any[]} */
  const sizes = [];
  for (const count of isQuick ? counts.quick : counts.full) {
    const base = join(out, 'growth', String(count));
    const folder = join(base, 'shipped');
    mkdirSync(folder, { recursive: true });
    const table = join(base, 'table.tsv');
    writeLines(table, generate(model, { count }));
    const built = buildCatalog(program, table, folder);
    rmSync(table);
    copyFileSync(wasm, join(folder, 'engine.wasm'));
    const queries = join(base, 'queries.txt');
    writeFileSync(queries, judged.map(({ query }) => `${query}\n`).join(''));

    const native = join(root, 'build/native/tests/bench/native/medcode_bench');
    const given = [built.catalog, queries, join(base, 'answers.txt'), keySeconds, '--benchmark_filter=open|keys'];
    const engine = join(root, 'dist/engine/engine.js');
    const task = { name: 'ours, wasm', folder, engine, judged, limits };
    sizes.push({
      concepts: count,
      buildSeconds: built.seconds,
      bytes: built.bytes,
      native: drawnNative(benchmarksOf(native, given)),
      node: drawn(await figuresOrError(() => measureInNode(task, timeout))),
      chromium: drawn(await figuresOrError(() => measureInChromium(root, task, timeout))),
    });
    console.error(`growth: ${count} concepts done`);
    keep({ queries: judged.length, sizes });
  }
  return { queries: judged.length, sizes };
}
