// Where are the files that each engine ships, and what do they weigh?
//
// Exports shipAll: builds them below build/bench/shipped, two at a time, and keeps them while neither the rows nor the
// peers' code and version has changed. Held by tests/bench/side-by-side/run.js.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contestants } from './contestants.js';
import { sizesOfFiles } from './sizes.js';

const here = dirname(fileURLToPath(import.meta.url));
const atOnce = 2;
/** Enough for the peers' indexes of all systems; without it V8 stops at 2 to 4 GB. */
const heapMegabytes = 6000;
const longestError = 200;

/** @typedef {{folder: string, sizes?: import('./sizes.js').Sizes, built?: number, error?: string}} Shipped */

/** @param {string[]} texts */
const digestOf = (texts) =>
  texts.reduce((hash, text) => hash.update(text), createHash('sha256')).digest('hex').slice(0, 16);

/** @param {string} module @param {string} rows @param {string} folder @returns {Promise<string>} what went wrong, "" when nothing */
function build(module, rows, folder) {
  return new Promise((resolve) => {
    const program = [`--max-old-space-size=${heapMegabytes}`, join(here, 'ship.mjs')];
    const child = spawn(process.execPath, [...program, module, rows, folder]);
    let said = '';
    child.stderr.on('data', (piece) => (said += piece));
    child.on('close', (code, signal) => {
      const line = said.split('\n').find((text) => /error|limit|memory/i.test(text)) ?? said;
      resolve(code === 0 ? '' : (line || `ended by ${signal ?? code}`).trim().slice(0, longestError));
    });
  });
}

/**
 * Returns for each contestant the folder of what it ships for a set of rows; an error where it could not be built.
 *
 * @param {{set: string, rows: import('../peers/lines.js').Row[], out: string, catalog: string, wasm: string, lock: string}} options
 * @returns {Promise<Record<string, Shipped>>}
 */
export async function shipAll({ set, rows, out, catalog, wasm, lock }) {
  const base = join(out, 'shipped', set);
  mkdirSync(base, { recursive: true });
  const text = JSON.stringify(rows);
  const rowsFile = join(base, 'rows.json');
  writeFileSync(rowsFile, text);

  /** @type {Record<string, Shipped>} */
  const shipped = {};
  /** @type {(() => Promise<void>)[]} */
  const waiting = [];
  for (const [name, { module }] of Object.entries(contestants)) {
    const folder = join(base, module);
    shipped[name] = { folder };
    if (module === 'ours') {
      mkdirSync(folder, { recursive: true });
      copyFileSync(catalog, join(folder, 'catalog.medcat.gz'));
      copyFileSync(wasm, join(folder, 'engine.wasm'));
      const size = sizesOfFiles([catalog]).raw;
      shipped[name].sizes = { raw: size, gzip: size, brotli: size };
      continue;
    }
    const code = [module, 'lines'].map((file) => readFileSync(join(here, '../peers', `${file}.js`), 'utf8')).join('');
    const digest = digestOf([text, code, readFileSync(lock, 'utf8')]);
    const mark = join(base, `${module}.digest`);
    waiting.push(async () => {
      const isKept = existsSync(mark) && readFileSync(mark, 'utf8') === digest;
      if (!isKept) {
        rmSync(folder, { recursive: true, force: true });
        console.error(`${set}: ${module} builds what it ships`);
        const error = await build(module, rowsFile, folder);
        if (error) {
          shipped[name].error = `cannot be built: ${error}`;
          return;
        }
        writeFileSync(mark, digest);
      }
      Object.assign(shipped[name], JSON.parse(readFileSync(`${folder}.json`, 'utf8')));
    });
  }
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return shipped;
}
