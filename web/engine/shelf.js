// Which catalogs are open in the worker, and which are still on their way?
//
// Exports Shelf. Catalogs are loaded one after the other, for together they would share a narrow line and the first would be no
// sooner there; each answers as soon as it is open. One of several that cannot be had is told and passed over. A person's own
// sets are put beside the others when those are all there, so that a system's name does not depend on what was quicker.
// Held by tests/browser/unit/shelf.test.js and tests/browser/catalogs-by-system.test.js.

import { Companion } from './companion.js';
import { DetailPacks } from './details.js';
import { Failure } from './failure.js';
import { Federation } from './federation.js';

/** @typedef {import('./catalog-list.js').CatalogAddress} CatalogAddress */
/** @typedef {import('./contract.d.ts').CatalogInfo} CatalogInfo */
/** @typedef {import('./contract.d.ts').Engine} Engine */
/** @typedef {import('./contract.d.ts').MissingCatalog} MissingCatalog */
/** @typedef {import('./contract.d.ts').OwnSet} OwnSet */
/** @typedef {import('./contract.d.ts').Progress} Progress */
/** @typedef {import('./contract.d.ts').SearchOptions} SearchOptions */
/** @typedef {(url: string, onProgress: (progress: Progress) => void) => Promise<Uint8Array>} Download */
/** @typedef {(bytes: Uint8Array | Promise<Uint8Array>) => Promise<Engine>} OpenBytes */

export class Shelf {
  union = new Federation();
  /** Catalogs that are not open yet, as people call them. @type {string[]} */
  waiting = [];
  /** @type {MissingCatalog[]} */
  missing = [];

  #openBytes;
  #tell;
  /** @type {Map<string, { packs: DetailPacks, companion: Companion }>} */
  #besides = new Map();
  #isComplete = false;
  /** @type {unknown} why nothing could be opened */
  #failure = null;
  #arrived = () => {};
  /** @type {Promise<void>} fulfilled when the next catalog is open, or all are */
  #next = Promise.resolve();

  /**
   * @param {OpenBytes} openBytes
   * @param {(news: { progress: Progress } | { arrived: CatalogInfo }) => void} tell
   */
  constructor(openBytes, tell) {
    this.#openBytes = openBytes;
    this.#tell = tell;
    this.#expectNext();
  }

  get isComplete() {
    return this.#isComplete;
  }

  /** Waits until one catalog more has come, or none is to come; fails where none could be opened. */
  async more() {
    await this.#next;
    if (this.#failure) throw this.#failure;
  }

  /**
   * Loads the catalogs of a list. Fails when none of them could be opened, as the first did.
   *
   * @param {CatalogAddress[]} list
   * @param {Download} download
   */
  async load(list, download) {
    this.waiting = list.map(({ title }) => title);
    let failure = null;
    for (const [at, address] of list.entries()) {
      if (list.length > 1) this.#progress(list, at, { loaded: 0, total: 0 });
      try {
        const bytes = download(address.url, (progress) => this.#progress(list, at, progress));
        const engine = await this.#openBytes(bytes);
        this.#put(at === 0 ? '' : String(at + 1), engine, address.title, {
          folder: new URL('details/', address.url).href,
        });
      } catch (thrown) {
        failure ??= thrown;
        this.missing.push({ name: address.title, ...Failure.toData(thrown) });
      }
      this.waiting = list.slice(at + 1).map(({ title }) => title);
      if (this.waiting.length && this.union.members.length) this.#announce();
    }
    if (this.union.members.length === 0) this.fail(failure);
    this.complete();
  }

  /**
   * Puts a catalog that the page holds itself.
   *
   * @param {Uint8Array} bytes
   * @param {string | Record<string, Uint8Array>} folder of its details
   */
  async take(bytes, folder) {
    const engine = await this.#openBytes(bytes).catch((failure) => this.fail(failure));
    this.#put('', engine, '', { folder });
    this.complete();
  }

  /** @param {OwnSet} set */
  async add({ key, title, catalog, details }) {
    await this.completed();
    this.remove(key);
    const engine = await this.#openBytes(catalog);
    this.#put(key, engine, title, { folder: details, isOwn: true });
    return this.info();
  }

  /** @param {string} key of one's own set */
  remove(key) {
    if (this.#besides.delete(key)) this.union.remove(key);
    return this.info();
  }

  /**
   * Says that there will be no catalog, to all who wait for one.
   *
   * @param {unknown} failure
   * @returns {never}
   */
  fail(failure) {
    this.#failure = failure;
    this.#arrived();
    throw failure;
  }

  /** Says that no further catalog is on its way. */
  complete() {
    this.#isComplete = true;
    this.#arrived();
  }

  /** Waits until all catalogs are there. */
  async completed() {
    while (!this.#isComplete) await this.more();
  }

  /**
   * Waits until the catalog of a system is there, or all are.
   *
   * @param {string} system
   */
  async hasSystem(system) {
    while (!this.#isComplete && !this.union.has(system)) await this.more();
  }

  /** @returns {CatalogInfo} */
  info() {
    const info = this.union.info();
    return this.missing.length ? { ...info, missing: this.missing } : info;
  }

  /**
   * Loads the mappings and notes of the catalogs, if the query asks for them.
   *
   * @param {string} query
   * @param {SearchOptions} [options]
   */
  async loadCompanions(query, options) {
    const all = [...this.#besides.values()];
    await Promise.all(all.map(({ companion }) => companion.loadFor(query, options)));
  }

  /**
   * @param {string} pack as `show` names it
   * @param {string} code
   */
  async details(pack, code) {
    const at = pack.indexOf(':');
    const key = at < 0 ? '' : pack.slice(0, at);
    if (!this.#besides.has(key)) await this.completed();
    const beside = this.#besides.get(key);
    if (!beside) throw new Failure('not-found', `No catalog has the details in ${pack}.`);
    return beside.packs.read(pack.slice(at + 1), code);
  }

  /**
   * @param {string} key
   * @param {Engine} engine
   * @param {string} title
   * @param {{ folder: string | Record<string, Uint8Array>, isOwn?: boolean }} more
   */
  #put(key, engine, title, { folder, isOwn }) {
    const packs = new DetailPacks(folder, engine.info().id);
    this.#besides.set(key, { packs, companion: new Companion(engine, packs) });
    this.union.add({ key, engine, title, isOwn });
  }

  #announce() {
    this.#tell({ arrived: this.info() });
    const arrived = this.#arrived;
    this.#expectNext();
    arrived();
  }

  #expectNext() {
    this.#next = new Promise((resolve) => (this.#arrived = resolve));
  }

  /**
   * Tells how much of all is there where the sizes are known, else how much of the file at hand.
   *
   * @param {CatalogAddress[]} list
   * @param {number} at
   * @param {Progress} progress
   */
  #progress(list, at, { loaded, total }) {
    if (list.length === 1) return this.#tell({ progress: { loaded, total } });
    const sum = (/** @type {CatalogAddress[]} */ some) =>
      some.reduce((all, { bytes }) => all + bytes, 0);
    const isKnown = list.every(({ bytes }) => bytes > 0);
    const whole = isKnown
      ? { loaded: sum(list.slice(0, at)) + loaded, total: sum(list) }
      : { loaded, total };
    return this.#tell({ progress: { ...whole, name: list[at].title, waiting: this.waiting } });
  }
}
