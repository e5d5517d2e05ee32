#!/usr/bin/env node
// The one command that measures everything and writes the tables into README.md beside this file.
//
//   node tests/bench/tables.mjs                       budgets, side by side, native, growth: all of it
//   node tests/bench/tables.mjs side-by-side growth   only these
//   node tests/bench/tables.mjs --quick               less of each, in 3 minutes; writes build/bench/quick.md, not README.md
//   node tests/bench/tables.mjs --written             measures nothing: writes the tables of the last figures again
//
// Each part keeps its figures in build/bench/PART.json while it runs; growth also writes growth.json and growth.svg here.
// Asserts nothing about time.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { drawGrowth } from './growth/draw.js';
import { runGrowth } from './growth/run.js';
import { runNative } from './native/run.js';
import { runSideBySide } from './side-by-side/run.js';
import { growthTable } from './tables/growth.js';
import { replaceMarked } from './tables/markdown.js';
import { nativeTables } from './tables/native.js';
import { sideBySideTables } from './tables/side-by-side.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    official: { type: 'string', default: process.env.MEDCODE_SOURCES ?? join(root, '../shared/official') },
    out: { type: 'string', default: join(root, 'build/bench') },
    quick: { type: 'boolean', default: false },
    written: { type: 'boolean', default: false },
  },
});
const given = {
  root,
  out: options.out,
  official: options.official,
  program: join(root, 'build/native/medcode'),
  catalog: join(root, 'build/catalog/medical-codes.medcat.gz'),
  wasm: join(root, 'dist/engine/engine.wasm'),
  isQuick: options.quick,
};

/** Returns what run.mjs prints: the budgets of the design beside what is measured. */
function runBudgets() {
  const few = ['--queries', '40', '--rounds', '1', '--peer-queries', '6', '--peer-rounds', '1'];
  const some = ['--xz', '--rounds', '3', '--peer-queries', '20', '--peer-rounds', '1'];
  const program = [join(here, 'run.mjs'), '--official', options.official, '--out', options.out];
  const run = spawnSync(process.execPath, [...program, ...(options.quick ? few : some)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`run.mjs ended with ${run.status}`);
  return { tables: run.stdout.split('\n').filter((line) => !line.startsWith('The same as JSON')).join('\n') };
}

/** @type {Record<string, {run: (keep: (report: any) => void) => any, write: (report: any) => string}>} */
const parts = {
  budgets: { run: runBudgets, write: ({ tables }) => tables },
  'side-by-side': { run: (keep) => runSideBySide(given, keep), write: sideBySideTables },
  native: { run: (keep) => runNative(given, keep), write: nativeTables },
  growth: { run: (keep) => runGrowth(given, keep), write: growthTable },
};

const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
const unknown = wanted.filter((name) => !(name in parts));
const missing = [given.official, given.program, given.catalog, given.wasm].filter((path) => !existsSync(path));
if (unknown.length > 0 || missing.length > 0) {
  for (const name of unknown) console.error(`"${name}" is none of: ${Object.keys(parts).join(', ')}.`);
  for (const path of missing) console.error(`${path} is missing. Build with ./run --build-only; --official names the releases.`);
  process.exit(1);
}
mkdirSync(options.out, { recursive: true });

/** @param {string} name */
async function figuresOf(name) {
  const file = join(options.out, `${options.quick ? 'quick-' : ''}${name}.json`);
  if (options.written) return JSON.parse(readFileSync(file, 'utf8'));
  const circumstances = {
    date: new Date().toISOString().slice(0, 16).replace('T', ' at '),
    node: process.version,
    load: loadavg()[0].toFixed(1),
  };
  const start = performance.now();
  const keep = (/** @type {object} */ report) => {
    const seconds = Math.round((performance.now() - start) / 1000);
    writeFileSync(file, `${JSON.stringify({ circumstances: { ...circumstances, seconds }, report }, null, 2)}\n`);
  };
  keep(await parts[name].run(keep));
  return JSON.parse(readFileSync(file, 'utf8'));
}

const readme = join(here, 'README.md');
let quickText = '';
for (const name of wanted) {
  const { circumstances, report } = await figuresOf(name);
  const { date, node, load, seconds } = circumstances;
  const made = `Made by \`node tests/bench/tables.mjs ${name}\`, ${date}, Node ${node}, load ${load} at the start, in ${seconds} s.`;
  const text = `${made}\n\n${parts[name].write(report)}`;
  if (options.quick) {
    quickText += `## ${name}\n\n${text}\n\n`;
    continue;
  }
  writeFileSync(readme, replaceMarked(readFileSync(readme, 'utf8'), name, text));
  if (name !== 'growth') continue;
  writeFileSync(join(here, 'growth.json'), `${JSON.stringify({ circumstances, ...report }, null, 2)}\n`);
  writeFileSync(join(here, 'growth.svg'), drawGrowth(report));
}
if (options.quick) writeFileSync(join(options.out, 'quick.md'), quickText);
console.error(`Written: ${options.quick ? join(options.out, 'quick.md') : readme}`);
process.exit(0);
