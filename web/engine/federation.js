// How do several open catalogs answer as if they were one?
//
// Exports Federation, an Engine over the engines of its members; catalogs join and leave while it is used. One catalog alone
// is answered by its engine, untouched. What several mean for order, counts and similar codes: web/engine/FEDERATION.md.
// Held by tests/wasm/federation.test.js, which compares one catalog with the same split into one per system.

import { plainWords } from './line-text.js';
import { Member } from './member.js';
import {
  ENOUGH_STRICT,
  correctedWords,
  literally,
  mergeAnswers,
  mergeCompletions,
  mergeGroups,
  needsRelaxed,
  strictHits,
  understood,
  weaklyRelaxed,
} from './merge-answers.js';
import { strictOnly } from './strict-only.js';

/** @typedef {import('./contract.d.ts').CatalogInfo} CatalogInfo */
/** @typedef {import('./contract.d.ts').Concept} Concept */
/** @typedef {import('./contract.d.ts').Engine} Engine */
/** @typedef {import('./contract.d.ts').SearchOptions} SearchOptions */
/** @typedef {import('./contract.d.ts').SearchResponse} SearchResponse */
/** @typedef {import('./contract.d.ts').SimilarResponse} SimilarResponse */
/** @typedef {import('./member.js').Joining} Joining */
/** @typedef {{ member: Member, query: string, response: SearchResponse }} Answer */

/** As core/search/answer.hpp: answers of one search, those passed over included. */
const MAX_LIMIT = 10_000;

/** Of a concept's words, by weight, that a code of another catalog must have to be called similar. */
const LEAST_SHARED = 0.5;

/** @implements {Engine} */
export class Federation {
  /** @type {Member[]} */
  #members = [];

  get members() {
    return this.#members;
  }

  /** @param {Joining} joining */
  add(joining) {
    this.#members.push(new Member(joining, (id) => this.has(id)));
  }

  /** @param {string} system */
  has(system) {
    return this.#members.some((member) => member.has(system));
  }

  /**
   * Lets a catalog go and frees its memory.
   *
   * @param {string} key
   */
  remove(key) {
    for (const { engine } of this.#members.filter((member) => member.key === key)) engine.close();
    this.#members = this.#members.filter((member) => member.key !== key);
  }

  /**
   * @param {Uint8Array} companion
   * @param {string} [key] of the catalog it belongs to
   */
  async loadCompanion(companion, key = '') {
    await this.#members.find((member) => member.key === key)?.engine.loadCompanion(companion);
  }

  /**
   * @param {string} query
   * @param {SearchOptions} [options]
   * @returns {SearchResponse}
   */
  search(query, options = {}) {
    const { limit = 20, offset = 0 } = options;
    if (this.#members.length === 1) return this.#members[0].search(query, options, () => false);
    const wanted = Math.min(Math.max(offset + limit, ENOUGH_STRICT), MAX_LIMIT);
    const whole = { ...options, limit: wanted, offset: 0, isExplained: true };
    const asked = this.#members.map((member) => this.#ask(member, query, whole));
    const read = understood(asked.map(({ response }) => response));
    const answers = asked.filter(({ response }) => read.includes(response));
    const spelled = this.#withoutNeedlessCorrections(query, whole, answers);
    const merged = mergeAnswers(query, this.#withoutNeedlessRelaxed(whole, spelled), {
      offset,
      limit,
    });
    if (options.isExplained) return merged;
    for (const hit of merged.hits) delete hit.sum;
    return merged;
  }

  /**
   * @param {string} system
   * @param {string} code
   */
  show(system, code) {
    const members = this.#members.filter((member) => member.has(system));
    const [member = this.#members[0]] = members;
    const shown = member.engine.show(member.local(system), code);
    if (!shown.found) {
      return { ...shown, suggestions: shown.suggestions.map((each) => member.named(each)) };
    }
    return member.packed(member.named(/** @type {Concept} */ (shown)));
  }

  /**
   * @param {string} system
   * @param {string} node
   * @param {{ offset?: number, limit?: number }} [options]
   */
  browse(system, node, options) {
    const member = this.#memberOf(system);
    const level = member.engine.browse(member.local(system), node, options);
    return level.found ? member.named(level) : level;
  }

  /**
   * @param {string} system
   * @param {string} code
   * @param {{ in?: string, limit?: number }} [options]
   * @returns {SimilarResponse}
   */
  similar(system, code, { in: inSystem = '', limit = 8 } = {}) {
    const member = this.#memberOf(system);
    const isHere = !inSystem || member.has(inSystem);
    const own = isHere
      ? member.engine.similar(member.local(system), code, { in: member.local(inSystem), limit })
      : { of: { system, code }, groups: [] };
    const shown = this.#members.length > 1 ? member.engine.show(member.local(system), code) : null;
    const others = shown?.found ? this.#alike(member, shown.display, inSystem, limit) : [];
    const groups = own.groups.map((group) => member.named(group));
    return { ...own, of: member.named(own.of), groups: mergeGroups(groups, others) };
  }

  /**
   * @param {string} query
   * @param {{ limit?: number }} [options]
   */
  suggest(query, { limit = 8 } = {}) {
    const lists = this.#members.map(({ engine }) => engine.suggest(query, { limit }).completions);
    return { completions: mergeCompletions(lists, limit) };
  }

  /** @returns {CatalogInfo} */
  info() {
    return {
      format: this.#members[0]?.format ?? 0,
      id: this.#members.map(({ catalog }) => catalog).join('+'),
      systems: this.#members.flatMap(({ systems }) => systems),
    };
  }

  close() {
    for (const { engine } of this.#members) engine.close();
    this.#members = [];
  }

  /** @param {string} name */
  #knows(name) {
    return this.#members.some((member) => member.knows(name));
  }

  /** @param {string} system */
  #memberOf(system) {
    return this.#members.find((member) => member.has(system)) ?? this.#members[0];
  }

  /**
   * @param {Member} member
   * @param {string} query
   * @param {SearchOptions} options
   * @returns {Answer}
   */
  #ask(member, query, options) {
    return { member, query, response: member.search(query, options, (name) => this.#knows(name)) };
  }

  /**
   * Asks again, to the letter, where a catalog took a word for a slip that another catalog knows as it is written.
   *
   * @param {string} query
   * @param {SearchOptions} options
   * @param {Answer[]} answers
   */
  #withoutNeedlessCorrections(query, options, answers) {
    const answering = answers.filter(({ response }) => response.total > 0);
    /** @type {Map<string, boolean>} */
    const known = new Map();
    const isKnown = (/** @type {string} */ word) => {
      if (!known.has(word))
        known.set(
          word,
          answering.some(({ member }) => member.spells(word)),
        );
      return known.get(word);
    };
    return answers.map((answer) => {
      const words = correctedWords(answer.response).filter(isKnown);
      const text = words.length ? literally(query, words) : query;
      return text === query ? answer : this.#ask(answer.member, text, options);
    });
  }

  /**
   * Takes the relaxed hits out of the answers where all catalogs together answer strictly, and out of those that know
   * least of the question.
   *
   * @param {SearchOptions} options
   * @param {Answer[]} answers
   */
  #withoutNeedlessRelaxed(options, answers) {
    const responses = answers.map(({ response }) => response);
    const relaxed = answers.filter(({ response }) => response.relaxed);
    if (relaxed.length === 0 || answers.length === 1) return responses;
    const everywhere = { ...options, systems: [], limit: ENOUGH_STRICT };
    const heads = new Map(
      relaxed.map(({ member, query, response }) => {
        const isNarrowed = Boolean(options.systems?.length);
        const { hits } = isNarrowed ? this.#ask(member, query, everywhere).response : response;
        return [response, strictHits(hits)];
      }),
    );
    const strict = [...heads.values()].map(({ length }) => length);
    const dropped = needsRelaxed(responses, strict) ? weaklyRelaxed(responses) : responses;
    return answers.map(({ member, response }) => {
      const head = heads.get(response);
      return head && dropped.includes(response) ? strictOnly(member, response, head) : response;
    });
  }

  /**
   * Returns what has the words of a concept in the other catalogs: likeness itself is reckoned within one catalog only.
   *
   * @param {Member} own
   * @param {string} display
   * @param {string} inSystem empty for all
   * @param {number} limit
   * @returns {SimilarResponse['groups']}
   */
  #alike(own, display, inSystem, limit) {
    const words = plainWords(display);
    const groups = this.#members
      .filter((member) => member !== own)
      .flatMap((member) => member.systems.map(({ id }) => ({ member, id })))
      .filter(({ id }) => !inSystem || id === inSystem)
      .map(({ member, id }) => {
        const options = { systems: [id], limit, isTyping: false, isExplained: true };
        const { hits } = member.search(words, options, () => false);
        const alike = hits.filter(({ sum }) => (sum?.satisfaction ?? 0) >= LEAST_SHARED);
        return { score: alike[0]?.score ?? 0, group: { system: id, hits: alike.map(asSimilar) } };
      });
    groups.sort((left, right) => right.score - left.score);
    return groups.map(({ group }) => group);
  }
}

/**
 * @param {import('./contract.d.ts').Hit} hit
 * @returns {SimilarResponse['groups'][number]['hits'][number]}
 */
function asSimilar({ system, code, display, spans, matched }) {
  const [text, places] = matched ? [matched.text, matched.spans] : [display, spans];
  const words = new Set(places.map(([start, end]) => text.slice(start, end).toLowerCase()));
  return { system, code, display, why: `shares: ${[...words].join(', ')}`, variants: [] };
}
