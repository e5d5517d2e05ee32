// How is the engine opened, in a worker or in Node?
//
// Exports openEngine, which inflates the catalog, gives it to the wasm module and turns JSON text into objects, and
// createEngineModule, the code that several catalogs share.
// Where WebAssembly is forbidden or missing, the same engine as plain JavaScript is loaded instead.
// Held by tests/wasm/engine.test.js and tests/wasm/plain-javascript.test.js.

import createModule from '../../build/wasm/engine.mjs';
import { canRunWasm } from './can-run-wasm.js';
import { Failure } from './failure.js';
import { Federation } from './federation.js';
import { gunzip } from './gunzip.js';

/** @typedef {import('./contract.d.ts').CatalogBytes} CatalogBytes */
/** @typedef {import('./contract.d.ts').Engine} Engine */
/** @typedef {import('./contract.d.ts').EngineModule} EngineModule */
/** @typedef {import('./contract.d.ts').OpenOptions} OpenOptions */

/** @param {Uint8Array | ArrayBuffer} bytes */
const asBytes = (bytes) => (bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));

const decoder = new TextDecoder();

/**
 * Returns the object that the engine's answer holds; throws what it says is wrong.
 *
 * @param {Uint8Array} answer JSON text in UTF-8
 */
function read(answer) {
  const value = JSON.parse(decoder.decode(answer));
  if (value.error && !('found' in value) && !('of' in value)) {
    throw new Failure(value.error.code, value.error.message, value.error.advice);
  }
  return value;
}

/** @param {CatalogBytes} catalog */
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
 * Makes the engine's code ready; catalogs opened with it share its memory, and close() gives theirs back to it.
 *
 * @param {Pick<OpenOptions, 'wasmBinary' | 'isPlain'>} [options]
 * @returns {Promise<EngineModule>}
 */
export async function createEngineModule({ wasmBinary, isPlain = !canRunWasm() } = {}) {
  return isPlain ? createPlainModule() : createWasmModule(wasmBinary);
}

/**
 * Opens a catalog, gzip or inflated, or several that answer as one. Without `wasmBinary`, engine.wasm is fetched from
 * beside this module. While a promised catalog is on its way, the module is made ready.
 * The engine holds wasm memory until close() is called; after that it must not be used.
 *
 * @param {OpenOptions} options
 * @returns {Promise<Engine>} rejects with a Failure when a catalog is damaged or of another version
 */
export async function openEngine({ wasmBinary, catalog, isPlain, module }) {
  const making = module ?? createEngineModule({ wasmBinary, isPlain });
  if (!Array.isArray(catalog)) return openOne(making, catalog);
  const union = new Federation();
  try {
    for (const bytes of catalog) if (bytes instanceof Promise) bytes.catch(() => {}); // told where it is awaited
    for (const [at, bytes] of catalog.entries()) {
      union.add({ key: at === 0 ? '' : String(at + 1), engine: await openOne(making, bytes) });
    }
  } catch (thrown) {
    union.close();
    throw thrown;
  }
  return union;
}

/**
 * @param {EngineModule | Promise<EngineModule>} making
 * @param {CatalogBytes} catalog
 * @returns {Promise<Engine>}
 */
async function openOne(making, catalog) {
  const [module, bytes] = await Promise.all([making, inflated(catalog)]);
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
