// How does a worker that may be stopped at any time have its engine at hand?
//
// Exports LazyTerminology: opens engine and catalog from the kept files at the first question, once; an
// opening that failed is tried again at the next. Held by tests/browser/terminology-worker.test.js.

import { Companion } from '../../engine/companion.js';
import { DetailPacks } from '../../engine/details.js';
import { openEngine } from '../../engine/engine.js';

/** @typedef {import('../../engine/contract.d.ts').Engine} Engine */
/** @typedef {import('../../engine/contract.d.ts').SearchOptions} SearchOptions */
/** @typedef {import('./kept-files.js').KeptFiles} KeptFiles */

/** What must be there to answer at all, below dist/. */
export const ENGINE_FILES = ['engine/engine.wasm', 'catalog/medical-codes.medcat.gz'];

/** Where the detail packs lie below dist/. */
export const PACK_FOLDER = 'catalog/details/';

export class LazyTerminology {
  #files;
  /** @type {Promise<{ engine: Engine, packs: DetailPacks, companion: Companion }> | undefined} */
  #opened;

  /** @param {KeptFiles} files */
  constructor(files) {
    this.#files = files;
  }

  async #open() {
    const [wasmBinary, catalog] = await Promise.all(
      ENGINE_FILES.map((path) => this.#files.read(path)),
    );
    const engine = await openEngine({ wasmBinary, catalog });
    const read = (/** @type {string} */ name) => this.#files.read(`${PACK_FOLDER}${name}`);
    const packs = new DetailPacks(read, engine.info().id);
    return { engine, packs, companion: new Companion(engine, packs) };
  }

  #ready() {
    this.#opened ??= this.#open();
    this.#opened.catch(() => (this.#opened = undefined));
    return this.#opened;
  }

  async info() {
    return (await this.#ready()).engine.info();
  }

  /** @param {string} query @param {SearchOptions} [options] */
  async search(query, options) {
    const { engine, companion } = await this.#ready();
    await companion.loadFor(query, options);
    return engine.search(query, options);
  }

  /** @param {string} system @param {string} code */
  async show(system, code) {
    return (await this.#ready()).engine.show(system, code);
  }

  /** @param {string} pack @param {string} code */
  async details(pack, code) {
    return (await this.#ready()).packs.read(pack, code);
  }
}
