// How long does it take from bytes in memory to the first answer?
//
// Exports timeOpenings and memoryAfterOpening. Ours is counted from the gzipped catalog and the wasm binary, compiling
// included; MiniSearch from the text of its saved index. Held by tests/bench/run.mjs.

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import createModule from '../../build/wasm/engine.mjs';
import { openEngine } from '../../web/engine/engine.js';
import { median, timed } from './measure.js';
import { open as openMiniSearch } from './peers/minisearch.js';

const firstQuery = 'acute appendicitis';

/**
 * Returns the median of wall and processor time, in milliseconds, for each way of opening; they take turns.
 *
 * @param {{wasm: string, diagnoses: string, full: string, savedIndex: string, rounds: number}} options
 */
export async function timeOpenings({ wasm, diagnoses, full, savedIndex, rounds }) {
  const wasmBinary = readFileSync(wasm);
  /** @param {string} file */
  const ours = (file) => {
    const catalog = readFileSync(file);
    return async () => {
      const engine = await openEngine({ wasmBinary, catalog });
      engine.search(firstQuery);
      engine.close();
    };
  };
  const saved = new TextEncoder().encode(savedIndex);
  const ways = {
    'ours, ICD-10-CM titles': ours(diagnoses),
    'ours, all systems': ours(full),
    'MiniSearch.loadJSON, ICD-10-CM titles': () =>
      openMiniSearch({ 'index.json': saved }).ask(firstQuery, 10),
  };
  /** @type {Record<string, import('./measure.js').Time[]>} */
  const times = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, open] of Object.entries(ways)) {
      times[name] = [...(times[name] ?? []), await timed(open)];
    }
    console.error(`opening: round ${round + 1} of ${rounds}`);
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [
      name,
      { wall: median(all.map(({ wall }) => wall)), cpu: median(all.map(({ cpu }) => cpu)) },
    ]),
  );
}

/**
 * Returns the bytes of wasm memory with a catalog opened and `queries` answered.
 *
 * @param {string} wasm
 * @param {string} catalogFile
 * @param {string[]} queries
 */
export async function memoryAfterOpening(wasm, catalogFile, queries) {
  const module = await createModule({ wasmBinary: readFileSync(wasm) });
  const engine = new module.Engine();
  const catalog = gunzipSync(readFileSync(catalogFile));
  const address = engine.reserve(catalog.length);
  module.HEAPU8.set(catalog, address);
  engine.open();
  const opened = module.HEAPU8.length;
  for (const query of queries) engine.search(query, 20, 0, '', '', true, false);
  const searched = module.HEAPU8.length;
  engine.delete();
  return { opened, searched };
}
