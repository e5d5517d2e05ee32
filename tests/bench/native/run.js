// How does our engine fare natively beside Debian's Xapian and SQLite FTS5, and how near is it to the limits?
//
// Exports runNative, and for tests/bench/growth buildPrograms and benchmarksOf. Builds the benchmark on demand (CMakeLists.txt beside this file), gives every engine
// the same texts and queries, a process each, and reads what Google Benchmark prints. The limits: `gzip -9` and
// `xz -9e` of the same texts for size, copying the inflated catalog for opening. Held by tests/bench/native.test.js.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readJudgements } from '../../relevance/judgements.js';
import { readNames } from '../../relevance/names.js';
import { rankOf } from '../../relevance/rank.js';
import { buildCatalogs } from '../catalogs.js';
import { median } from '../measure.js';
import { bareLines } from '../peers/lines.js';
import { judgedOf, rowsOfNames, rowsOfTitles } from '../side-by-side/data.js';
import { readTitles } from '../titles.js';

const queryCount = 200;
const rightAmong = 5;
/** Keys are asked no longer than this; seconds. */
const box = { full: '20', quick: '3' };
const mostOutput = 256 * 1024 * 1024;

/** Builds the programs. @param {string} root @returns {boolean} true if the peers are among them */
export function buildPrograms(root) {
  const logged = (/** @type {string} */ program, /** @type {string[]} */ options) =>
    spawnSync(program, options, { cwd: root, encoding: 'utf8' });
  const configured = logged('cmake', ['--preset', 'native', '-DMEDCODE_BENCH=ON']);
  if (configured.status !== 0) throw new Error(`cmake: ${configured.stderr}`);
  const hasPeers = !configured.stdout.includes('native peers are not built');
  const targets = hasPeers ? ['medcode_bench', 'medcode_bench_peers'] : ['medcode_bench'];
  const built = logged('ninja', ['-C', 'build/native', ...targets]);
  if (built.status !== 0) throw new Error(`ninja: ${built.stdout.slice(-2000)}`);
  return hasPeers;
}

/** Returns Google Benchmark's figures of one program. @param {string} program @param {string[]} options */
export function benchmarksOf(program, options) {
  const run = spawnSync(program, [...options, '--benchmark_format=json'], {
    encoding: 'utf8',
    maxBuffer: mostOutput,
  });
  if (run.status !== 0) return { error: run.stderr.trim() || `ended by ${run.signal ?? run.status}` };
  return figuresOf(JSON.parse(run.stdout).benchmarks);
}

/**
 * Returns an engine's figures from what Google Benchmark prints; times in milliseconds.
 *
 * @param {any[]} benchmarks
 */
export function figuresOf(benchmarks) {
  const runs = (/** @type {string} */ start) =>
    benchmarks.filter(({ name, run_type: kind }) => name.startsWith(start) && kind === 'iteration');
  const openings = runs('open/').map(({ real_time: time }) => time);
  const [{ p50, p95, p99, max, keys, wanted, memory }] = runs('keys/');
  const time = (/** @type {string} */ name) => runs(name)[0]?.real_time;
  return {
    opening: { median: median(openings), max: Math.max(...openings) },
    keys: { keys, wanted, p50, p95, p99, max },
    memory,
    copy: time('copy'),
    inflate: time('inflate'),
    inflated: runs('copy')[0]?.bytes,
  };
}

/** @param {string} file @param {import('../side-by-side/measure-peer.js').Judged[]} judged */
function countRight(file, judged) {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const right = lines.filter((line, at) => {
    const { system, codes } = judged[at];
    const mine = line.split(' ').filter((id) => id.startsWith(`${system}/`));
    const found = mine.slice(0, rightAmong).map((id) => id.slice(system.length + 1));
    return rankOf(system, found, codes) > 0;
  });
  return { right: right.length, asked: lines.length, wanted: judged.length };
}

/** @param {string} file */
const weigh = (file) => ({ raw: statSync(file).size, gzip: gzipSync(readFileSync(file), { level: 9 }).length });

/** Returns what compressors make of codes and names alone. @param {string} file @param {string} lines */
function limitsOf(file, lines) {
  writeFileSync(file, lines);
  const xz = spawnSync('xz', ['-9e', '--stdout', file], { maxBuffer: mostOutput });
  return { ...weigh(file), xz: xz.status === 0 ? xz.stdout.length : null };
}

/**
 * Returns the figures of every engine on both sets.
 *
 * @param {{root: string, out: string, official: string, program: string, catalog: string, wasm: string, isQuick: boolean}} options
 * @param {(report: object) => void} keep called after each set with all figures so far
 */
export async function runNative(options, keep) {
  const { root, out, official, catalog, wasm, isQuick } = options;
  const hasPeers = buildPrograms(root);
  const programs = join(root, 'build/native/tests/bench/native');
  const judgements = readJudgements(join(root, 'tests/relevance/judgements'));
  const data = {
    titles: { rows: rowsOfTitles(readTitles(official).icd10cm), file: buildCatalogs(options).diagnoses },
    all: { rows: rowsOfNames(await readNames(wasm, catalog, out)), file: catalog },
  };
  /** @type {Record<string, any>} */
  const report = {};
  for (const set of /** @type {('titles' | 'all')[]} */ (['titles', 'all'])) {
    const { rows, file } = data[set];
    const folder = join(out, 'native-data', set);
    mkdirSync(folder, { recursive: true });
    const judged = judgedOf(judgements, set, queryCount);
    const texts = join(folder, 'texts.tsv');
    const queries = join(folder, 'queries.txt');
    const answers = join(folder, 'answers.txt');
    const lines = rows.map(({ id, text }) => `${id}\t${text}\n`).join('');
    const hasChanged = !existsSync(texts) || readFileSync(texts, 'utf8') !== lines;
    writeFileSync(texts, lines);
    writeFileSync(queries, judged.map(({ query }) => `${query}\n`).join(''));
    const seconds = isQuick ? box.quick : box.full;
    /** @type {Record<string, any>} */
    const engines = {};
    const measure = (/** @type {string} */ name, /** @type {string} */ program, /** @type {string[]} */ given, /** @type {string} */ shipped) => {
      const figures = benchmarksOf(join(programs, program), [...given, queries, answers, seconds]);
      const rest = 'error' in figures ? {} : { answers: countRight(answers, judged), bytes: weigh(shipped) };
      engines[name] = { ...figures, ...rest };
      console.error(`${set}, native: ${name} done ${engines[name].error ?? ''}`);
    };
    measure('ours', 'medcode_bench', [file], file);
    for (const [kind, name] of hasPeers ? [['xapian', 'Xapian'], ['sqlite', 'SQLite FTS5']] : []) {
      const database = join(folder, kind);
      if (hasChanged) rmSync(database, { force: true });
      measure(name, 'medcode_bench_peers', [kind, texts, database], database);
    }
    report[set] = { concepts: rows.length, limits: limitsOf(join(folder, 'bare.tsv'), bareLines(rows)), engines };
    keep(report);
  }
  return report;
}
