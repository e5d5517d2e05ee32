// What does a concept's page need beyond the search catalog, and where does it come from?
//
// Exports DetailPacks, which fetches gzip JSON packs on demand and keeps the last few.
// Held by tests/browser/unit/details.test.js.

import { download } from './download.js';
import { Failure } from './failure.js';
import { gunzip } from './gunzip.js';

/** @typedef {import('./contract.d.ts').DetailPack} DetailPack */
/** @typedef {import('./contract.d.ts').Details} Details */

/** A pack inflates to some hundred kB: this many keep a browsing session quick in a few MB. */
const MAX_PACKS_KEPT = 24;

/** Pack names are ours; anything else (a path, an address) is refused. */
const PACK_NAME = /^[\w-]+(\.[\w-]+)*$/;

export class DetailPacks {
  /** @type {Map<string, Promise<DetailPack>>} */
  #packs = new Map();
  #folder;
  #catalog;

  /**
   * @param {string | Record<string, Uint8Array> | ((name: string) => Promise<Uint8Array>)} folder address
   *   that pack names are appended to, or the packs themselves by name where the page already holds
   *   them, or how a pack is read
   * @param {string} catalog id that every pack must carry
   */
  constructor(folder, catalog) {
    this.#folder = folder;
    this.#catalog = catalog;
  }

  /**
   * Returns the details of one concept, and the notes of the chapters of its pack; an empty object
   * when the pack has neither.
   * Fails with the codes of download, with `damaged` and with `other-catalog`.
   *
   * @param {string} name
   * @param {string} code
   * @returns {Promise<Details>}
   */
  async read(name, code) {
    const kept = this.#packs.get(name);
    const pack = kept ?? this.#open(name);
    this.#packs.delete(name);
    this.#packs.set(name, pack);
    pack.catch(() => this.#packs.delete(name));
    for (const oldest of this.#packs.keys()) {
      if (this.#packs.size <= MAX_PACKS_KEPT) break;
      this.#packs.delete(oldest);
    }
    const { concepts, groups } = await pack;
    const details = Object.hasOwn(concepts, code) ? concepts[code] : {};
    return groups ? { ...details, groups } : details;
  }

  /**
   * Returns a file of the details folder as it is.
   *
   * @param {string} name
   * @returns {Promise<Uint8Array>}
   */
  async bytes(name) {
    if (typeof this.#folder === 'function') return this.#folder(name);
    if (typeof this.#folder === 'string') return download(new URL(name, this.#folder).href);
    if (Object.hasOwn(this.#folder, name)) return this.#folder[name];
    throw new Failure(
      'not-found',
      `The details in ${name} are not part of this file.`,
      'Open the page of the full catalog to read them.',
    );
  }

  /** @param {string} name */
  async #open(name) {
    if (!PACK_NAME.test(name)) throw damaged(name);
    const bytes = await this.bytes(name);
    let pack;
    try {
      pack = /** @type {DetailPack} */ (JSON.parse(new TextDecoder().decode(await gunzip(bytes))));
    } catch {
      throw damaged(name);
    }
    if (typeof pack?.concepts !== 'object' || pack.concepts === null) throw damaged(name);
    if (pack.catalog !== this.#catalog) {
      throw new Failure(
        'other-catalog',
        `The details in ${name} belong to another release of the catalog.`,
        'Reload the page to get both of the same release.',
      );
    }
    return pack;
  }
}

/** @param {string} name */
function damaged(name) {
  return new Failure(
    'damaged',
    `The details in ${name} are damaged.`,
    'Reload the page; if it stays so, the file must be deployed again.',
  );
}
