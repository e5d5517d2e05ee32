// Where does the Node server find engine and catalog?
//
// Exports openTerminology: the built engine, a catalog file and its folder of detail packs as the Terminology
// that the service asks. Held by tests/service/node-server.test.js.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Companion } from '../../engine/companion.js';
import { DetailPacks } from '../../engine/details.js';

/** @typedef {import('../contract.d.ts').Terminology} Terminology */
/** @typedef {(options: import('../../engine/contract.d.ts').OpenOptions) => Promise<import('../../engine/contract.d.ts').Engine>} OpenEngine */

/**
 * @param {OpenEngine} openEngine of the built `engine.js`
 * @param {{ wasm: string, catalog: string, details: string }} files
 * @returns {Promise<Terminology & { close: () => void }>}
 */
export async function openTerminology(openEngine, { wasm, catalog, details }) {
  const [wasmBinary, bytes] = await Promise.all([readFile(wasm), readFile(catalog)]);
  const engine = await openEngine({ wasmBinary, catalog: bytes });
  const packs = new DetailPacks((name) => readFile(join(details, name)), engine.info().id);
  const companion = new Companion(engine, packs);
  return {
    ...engine,
    search: async (query, options) => {
      await companion.loadFor(query, options);
      return engine.search(query, options);
    },
    details: (pack, code) => packs.read(pack, code),
  };
}
