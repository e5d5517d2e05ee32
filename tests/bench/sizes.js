// How many bytes are shipped, and how many would the bare titles be?
//
// Exports sizesOf and moduleSizes. Held by tests/bench/run.mjs.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { titleLines } from './titles.js';

/** Enough for the compressed titles of every system. */
const largestOutput = 64 * 1024 * 1024;

/** @param {Uint8Array | string} bytes */
const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;

/**
 * Returns the bytes of each catalog beside gzip and xz of its code<TAB>title lines.
 *
 * @param {Record<string, string>} catalogs
 * @param {import('./titles.js').Title[]} titles of the three large systems
 * @param {string} full the catalog with everything
 * @param {boolean} isWithXz true to spend a minute on xz
 */
export function sizesOf(catalogs, titles, full, isWithXz) {
  const lines = titleLines(titles);
  const xz = isWithXz
    ? spawnSync('xz', ['-9e', '--stdout'], { input: lines, maxBuffer: largestOutput })
    : null;
  return {
    titleLines: Buffer.byteLength(lines),
    titleLinesGzip: gzipped(lines),
    titleLinesXz: xz?.status === 0 ? xz.stdout.length : null,
    titlesCatalog: statSync(catalogs.titles).size,
    designationsCatalog: statSync(catalogs.designations).size,
    fullCatalog: statSync(full).size,
  };
}

/**
 * Returns the gzipped bytes of the engine's module and its glue: as shipped, else as the compiler left them.
 *
 * @param {string} root
 */
export function moduleSizes(root) {
  const shipped = ['dist/engine/engine.wasm', 'dist/engine/engine.js'];
  const built = ['build/wasm/engine.wasm', 'build/wasm/engine.mjs'];
  const files = shipped.every((file) => existsSync(join(root, file))) ? shipped : built;
  const [wasm, glue] = files.map((file) => gzipped(readFileSync(join(root, file))));
  return { wasm, glue, files };
}
