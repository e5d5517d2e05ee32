// What is one catalog among several?
//
// Exports Member: an open catalog whose systems carry names of their own. A system that an earlier catalog has too (an
// organisation's additions to icd10cm) is called by its id, a dot and the key of its catalog: icd10cm.own1. So each keeps its
// own count, its own place in the list of systems and its own pages, and neither hides the other.
// Held by tests/browser/unit/member.test.js.

import { correctedWords } from './merge-answers.js';

/** @typedef {import('./contract.d.ts').Engine} Engine */
/** @typedef {import('./contract.d.ts').SearchOptions} SearchOptions */
/** @typedef {import('./contract.d.ts').SearchResponse} SearchResponse */
/** @typedef {{ key: string, engine: Engine, title?: string, isOwn?: boolean }} Joining */

/** Stands for "no system": an empty list would mean all of them. */
const NO_SYSTEM = '-';

/** Meets nothing; as short as the shortest clause that it takes the place of. */
const NOTHING = 'code:_';

/** Clauses of one query that are put right, at most. */
const MAX_CLAUSES = 8;

export class Member {
  /** @type {Map<string, string>} */
  #local = new Map();
  /** @type {Map<string, string>} */
  #united = new Map();
  #isRenamed = false;

  /**
   * @param {Joining} joining `key`: its name among the catalogs, empty for the first; `title`: as people call it
   * @param {(id: string) => boolean} isTaken whether another catalog has that system
   */
  constructor({ key, engine, title = '', isOwn = false }, isTaken) {
    this.key = key;
    this.engine = engine;
    this.isOwn = isOwn;
    const info = engine.info();
    this.catalog = info.id;
    this.format = info.format;
    this.systems = info.systems.map((system) => {
      const isRenamed = isTaken(system.id);
      const id = isRenamed ? `${system.id}.${key}` : system.id;
      this.#local.set(id, system.id);
      this.#united.set(system.id, id);
      this.#isRenamed ||= isRenamed;
      const named = isRenamed ? `${system.title} (${title || key})` : system.title;
      return { ...system, id, title: named, ...(isOwn ? { isOwn } : {}) };
    });
  }

  /** @param {string} id */
  has(id) {
    return this.#local.has(id);
  }

  /**
   * Returns the catalog's own id of a system.
   *
   * @param {string} id
   */
  local(id) {
    return this.#local.get(id) ?? id;
  }

  /**
   * Returns a thing of the catalog with its system as it is called among several.
   *
   * @template {{ system: string }} Thing
   * @param {Thing} thing
   * @returns {Thing}
   */
  named(thing) {
    return this.#isRenamed
      ? { ...thing, system: this.#united.get(thing.system) ?? thing.system }
      : thing;
  }

  /**
   * Returns the name of a pack by which its catalog can be found again.
   *
   * @template {{ pack: string | null }} Shown
   * @param {Shown} shown
   * @returns {Shown}
   */
  packed(shown) {
    return shown.pack && this.key ? { ...shown, pack: `${this.key}:${shown.pack}` } : shown;
  }

  /**
   * @param {string} query
   * @param {SearchOptions} options
   * @param {(system: string) => boolean} isKnown whether any catalog knows a system of this name
   * @returns {SearchResponse}
   */
  search(query, { systems = [], ...options }, isKnown) {
    const own = systems.filter((id) => this.has(id)).map((id) => this.local(id));
    const where = systems.length ? { systems: own.length ? own : [NO_SYSTEM] } : {};
    let text = query;
    let response = this.engine.search(text, { ...options, ...where });
    for (let clause = 0; clause < MAX_CLAUSES && response.query.error; clause += 1) {
      const next = this.#withoutForeign(text, response.query.error.span, isKnown);
      if (next === text) break;
      text = next;
      response = this.engine.search(text, { ...options, ...where });
    }
    return this.#isRenamed ? this.#renamed(response) : response;
  }

  /** @param {SearchResponse} response */
  #renamed(response) {
    const united = (/** @type {string} */ id) => this.#united.get(id) ?? id;
    const { facets } = response;
    const counts = Object.entries(facets.system).map(([id, count]) => [united(id), count]);
    return {
      ...response,
      hits: response.hits.map((hit) => this.named(hit)),
      facets: {
        ...facets,
        system: Object.fromEntries(counts),
        chapter: facets.chapter.map((chapter) => this.named(chapter)),
      },
    };
  }

  /**
   * Returns the query with its clause `system:` naming only what this catalog has, or nothing at all, as long as before;
   * the same query where the clause is no such thing or names what no catalog has.
   *
   * @param {string} text
   * @param {[number, number]} span
   * @param {(system: string) => boolean} isKnown
   */
  #withoutForeign(text, [start, end], isKnown) {
    const [whole, values] = /^system:([^\s"()]+)$/i.exec(text.slice(start, end)) ?? [];
    if (!whole) return text;
    const names = values.split(',');
    if (!names.every(isKnown)) return text;
    const here = names.filter((name) => this.knows(name)).map((name) => this.local(name));
    const clause = here.length ? `system:${here.join(',')}` : NOTHING;
    return text.slice(0, start) + clause.padEnd(end - start) + text.slice(end);
  }

  /**
   * Says whether `system:name` is read by this catalog.
   *
   * @param {string} name
   */
  knows(name) {
    if (this.has(name)) return true;
    const { query } = this.engine.search(`system:${name}`, { limit: 0, isTyping: false });
    return !query.error;
  }

  /**
   * Says whether a word is read as it is written, and not as a slip.
   *
   * @param {string} word
   */
  spells(word) {
    const response = this.engine.search(word, { limit: 1, isTyping: false });
    return response.total > 0 && correctedWords(response).length === 0;
  }
}
