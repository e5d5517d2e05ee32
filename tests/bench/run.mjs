#!/usr/bin/env node
// How large, how quickly opened, how quick at every key, and how much of what the peers need?
//
//   node tests/bench/run.mjs             the budgets of the design beside what is measured, and build/bench/bench.json
//   node tests/bench/run.mjs --xz        and xz -9e of the titles, which takes a minute
//
// The quick tool while one works on speed; tables.mjs measures all peers, natively and growth too. Asserts nothing about time. See README.md beside this file for what was measured and when.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openEngine } from '../../web/engine/engine.js';
import { readJudgements } from '../relevance/judgements.js';
import { buildCatalogs } from './catalogs.js';
import { spreadOver, timeKeys } from './keys.js';
import { memoryAfterOpening, timeOpenings } from './opening.js';
import { openPeer } from './peers.js';
import { build as buildMiniSearch } from './peers/minisearch.js';
import { printReport } from './report.js';
import { rowsOfTitles } from './side-by-side/data.js';
import { moduleSizes, sizesOf } from './sizes.js';
import { readTitles } from './titles.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { values: options } = parseArgs({
  options: {
    official: { type: 'string', default: process.env.MEDCODE_SOURCES ?? '../shared/official' },
    program: { type: 'string', default: join(root, 'build/native/medcode') },
    catalog: { type: 'string', default: join(root, 'build/catalog/medical-codes.medcat.gz') },
    wasm: { type: 'string', default: join(root, 'build/wasm/engine.wasm') },
    out: { type: 'string', default: join(root, 'build/bench') },
    queries: { type: 'string', default: '200' },
    'peer-queries': { type: 'string', default: '24' },
    rounds: { type: 'string', default: '5' },
    'peer-rounds': { type: 'string', default: '3' },
    xz: { type: 'boolean', default: false },
  },
});
for (const path of [options.official, options.program, options.catalog, options.wasm]) {
  if (existsSync(path)) continue;
  console.error(`${path} is missing. Build with ./run --build-only; --official names the releases.`);
  process.exit(1);
}

mkdirSync(options.out, { recursive: true });
const titles = readTitles(options.official);
const catalogs = buildCatalogs(options);
const sizes = {
  ...sizesOf(catalogs, Object.values(titles).flat(), options.catalog, options.xz),
  module: moduleSizes(root),
};

const judged = readJudgements(join(root, 'tests/relevance/judgements'));
const queries = spreadOver(judged, Number(options.queries)).map(({ query }) => query);
const diagnosisQueries = spreadOver(
  judged.filter(({ system }) => system === 'icd10cm'),
  Number(options['peer-queries']),
).map(({ query }) => query);

const memory = await memoryAfterOpening(options.wasm, options.catalog, queries);
const wasmBinary = readFileSync(options.wasm);
/** @param {string} file */
const asker = async (file) => {
  const engine = await openEngine({ wasmBinary, catalog: readFileSync(file) });
  /** @param {string} typed */
  return (typed) => engine.search(typed, { limit: 10 });
};
const oursAll = await asker(options.catalog);
const keysOfAll = timeKeys({ 'ours, all systems': oursAll }, queries, Number(options.rounds));

const rows = rowsOfTitles(titles.icd10cm);
const opening = await timeOpenings({
  wasm: options.wasm,
  diagnoses: catalogs.diagnoses,
  full: options.catalog,
  savedIndex: buildMiniSearch(rows)['index.json'],
  rounds: Number(options['peer-rounds']),
});

/** @type {Record<string, (typed: string) => unknown>} */
const engines = {
  'ours, all systems': oursAll,
  'ours, ICD-10-CM titles': await asker(catalogs.diagnoses),
  MiniSearch: await openPeer('MiniSearch', rows),
  'SQLite FTS5': await openPeer('SQLite FTS5', rows),
};
const keysBesidePeers = timeKeys(engines, diagnosisQueries, Number(options['peer-rounds']));

const report = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  sizes,
  memory,
  opening,
  queries: queries.length,
  peerQueries: diagnosisQueries.length,
  keysOfAll,
  keysBesidePeers,
};
printReport(report);
const file = join(options.out, 'bench.json');
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
console.log(`\nThe same as JSON: ${file}`);
process.exit(0);
