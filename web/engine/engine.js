// How is the engine opened, in a worker or in Node?
//
// Exports openEngine: it inflates the catalog, gives it to the wasm module and turns JSON text into objects.
// Where WebAssembly is forbidden or missing, the same engine as plain JavaScript is loaded instead.
// Held by tests/wasm/engine.test.js and tests/wasm/plain-javascript.test.js.

import createModule from '../../build/wasm/engine.mjs';
import { canRunWasm } from './can-run-wasm.js';
import { Failure } from './failure.js';
import { gunzip } from './gunzip.js';

/** @typedef {import('./contract.d.ts').Engine} Engine */
/** @typedef {import('./contract.d.ts').OpenOptions} OpenOptions */

/** @param {Uint8Array | ArrayBuffer} bytes */
const asBytes = (bytes) => (bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));

/**
 * Returns the object that `text` holds; throws what it says is wrong.
 *
 * @param {string} text
 */
function read(text) {
  const value = JSON.parse(text);
  if (value.error && !('found' in value) && !('of' in value)) {
    throw new Failure(value.error.code, value.error.message, value.error.advice);
  }
  return value;
}

/** @param {OpenOptions['catalog']} catalog */
async function inflated(catalog) {
  const bytes = asBytes(await catalog);
  return gunzip(bytes).catch(() => {
    throw new Failure(
      'damaged',
      'The compressed catalog is damaged or incomplete.',
      'Load it again.',
    );
  });
}

/** @param {OpenOptions['wasmBinary']} given */
async function createWasmModule(given) {
  const wasmBinary = await given;
  return createModule(wasmBinary ? { wasmBinary } : {});
}

/** Loads the plain build, some ten times the size of the other: only where it is needed. */
async function createPlainModule() {
  const { default: createPlain } = await import('../../build/plain/engine.mjs');
  return createPlain();
}

/**
 * Opens a catalog, gzip or inflated. Without `wasmBinary`, engine.wasm is fetched from beside this module.
 * While a promised catalog is on its way, the module is made ready.
 * The engine holds wasm memory until close() is called; after that it must not be used.
 *
 * @param {OpenOptions} options
 * @returns {Promise<Engine>} rejects with a Failure when the catalog is damaged or of another version
 */
export async function openEngine({ wasmBinary, catalog, isPlain = !canRunWasm() }) {
  const [module, bytes] = await Promise.all([
    isPlain ? createPlainModule() : createWasmModule(wasmBinary),
    inflated(catalog),
  ]);
  const bound = new module.Engine();
  try {
    const address = bound.reserve(bytes.length);
    module.HEAPU8.set(bytes, address);
    read(bound.open());
  } catch (thrown) {
    bound.delete();
    throw thrown;
  }
  return {
    loadCompanion: async (companion) => {
      const inflated = await gunzip(asBytes(companion));
      const place = bound.reserve(inflated.length);
      module.HEAPU8.set(inflated, place);
      read(bound.loadCompanion());
    },
    search: (
      query,
      {
        limit = 20,
        offset = 0,
        systems = [],
        filter = '',
        isTyping = true,
        isExplained = false,
      } = {},
    ) =>
      read(
        bound.search(
          String(query),
          limit,
          offset,
          systems.join(','),
          String(filter),
          isTyping,
          isExplained,
        ),
      ),
    show: (system, code) => read(bound.show(String(system), String(code))),
    browse: (system, node, { offset = 0, limit = 200 } = {}) =>
      read(bound.browse(String(system), String(node), offset, limit)),
    similar: (system, code, { in: inSystem = '', limit = 8 } = {}) =>
      read(bound.similar(String(system), String(code), inSystem, limit)),
    suggest: (query, { limit = 8 } = {}) => read(bound.suggest(String(query), limit)),
    info: () => read(bound.info()),
    close: () => bound.delete(),
  };
}
