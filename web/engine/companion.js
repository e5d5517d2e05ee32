// When are the mappings and notes loaded? Once, before the first query that searches them.
//
// Exports Companion and asksForCompanion. The file lies with the detail packs, so that the catalog stays small for all who never ask.
// Held by tests/browser/unit/companion.test.js.

/** @typedef {import('./contract.d.ts').Engine} Engine */
/** @typedef {import('./contract.d.ts').SearchOptions} SearchOptions */

/** As core/catalog/companion.hpp names it. */
export const COMPANION_FILE = 'mappings-and-notes.bin.gz';

const ASKS = /(^|[\s(+-])(maps-to|note):/i;

/**
 * Says whether a question searches mappings or notes.
 *
 * @param {string} query
 * @param {SearchOptions} [options]
 */
export const asksForCompanion = (query, { filter = '' } = {}) =>
  ASKS.test(query) || ASKS.test(filter);

export class Companion {
  #engine;
  #packs;
  /** @type {Promise<void> | null} */
  #loading = null;

  /**
   * @param {Pick<Engine, 'loadCompanion'>} engine
   * @param {{ bytes: (name: string) => Promise<Uint8Array> }} packs
   */
  constructor(engine, packs) {
    this.#engine = engine;
    this.#packs = packs;
  }

  /**
   * Loads the file if the query asks for what it holds. Where it cannot be had the engine says so in its answer, and
   * the next query tries again.
   *
   * @param {string} query
   * @param {SearchOptions} [options]
   */
  async loadFor(query, options) {
    if (!asksForCompanion(query, options)) return;
    this.#loading ??= this.#packs
      .bytes(COMPANION_FILE)
      .then((bytes) => this.#engine.loadCompanion(bytes));
    await this.#loading.catch(() => (this.#loading = null));
  }
}
