// How many bytes does an engine send over the wire, bare and compressed?
//
// Exports sizesOfFiles and addSizes. Held by tests/bench/side-by-side.test.js.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Brotli's slowest setting compresses half a megabyte a second: above this size the next quick one is taken. */
const largestForSlowest = 4_000_000;
const slowest = 11;
const quick = 9;
const gzipLevel = 9;

/** @typedef {{raw: number, gzip: number, brotli: number}} Sizes bytes */

/** @param {Uint8Array} bytes @returns {Sizes} */
export function sizesOfBytes(bytes) {
  const quality = bytes.length > largestForSlowest ? quick : slowest;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: gzipLevel }).length,
    brotli: brotliCompressSync(bytes, { params }).length,
  };
}

/** @param {Sizes[]} all @returns {Sizes} */
export const addSizes = (all) =>
  all.reduce(
    (sum, { raw, gzip, brotli }) => ({
      raw: sum.raw + raw,
      gzip: sum.gzip + gzip,
      brotli: sum.brotli + brotli,
    }),
    { raw: 0, gzip: 0, brotli: 0 },
  );

/** @param {string[]} files @returns {Sizes} what each comes to by itself, added up */
export const sizesOfFiles = (files) =>
  addSizes(files.map((file) => sizesOfBytes(readFileSync(file))));

/** @param {string} folder whose own files are returned, those of its folders not */
export const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name));
