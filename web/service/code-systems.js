// Which code systems does the catalog hold, by which addresses, and what do they say of a code?
//
// Exports CodeSystems. A canonical address may stand for several systems of the catalog (the diagnoses
// and the procedures of ICD-9-CM share theirs); codes are compared to the letter, as FHIR demands.
// Held by tests/service/lookup.test.js and tests/service/validate-code.test.js.

import { LIMITS } from './limits.js';
import { ServiceFailure, invalid, notFound } from './service-failure.js';

/** @typedef {import('../engine/contract.d.ts').SystemInfo} SystemInfo */
/** @typedef {import('../engine/contract.d.ts').Concept} Concept */
/** @typedef {import('../engine/contract.d.ts').Details} Details */
/** @typedef {import('../engine/contract.d.ts').SearchResponse} SearchResponse */
/** @typedef {import('./contract.d.ts').Terminology} Terminology */

export class CodeSystems {
  #terminology;
  /** @type {SystemInfo[]} */
  #all;

  /**
   * @param {Terminology} terminology
   * @param {SystemInfo[]} all
   */
  constructor(terminology, all) {
    this.#terminology = terminology;
    this.#all = all;
  }

  /** @param {Terminology} terminology */
  static async of(terminology) {
    return new CodeSystems(terminology, (await terminology.info()).systems);
  }

  get all() {
    return this.#all;
  }

  /** @param {string} id */
  byId(id) {
    return this.#all.find((system) => system.id === id);
  }

  /**
   * Returns the systems at a canonical address, none when the catalog has none there.
   *
   * @param {string} uri
   */
  at(uri) {
    return this.#all.filter((system) => system.uri === uri);
  }

  /**
   * Returns the systems at a canonical address; fails when there are none, or none of this version.
   *
   * @param {string} uri may end in `|version`
   * @param {string} [version]
   */
  require(uri, version) {
    const bar = uri.indexOf('|');
    const address = bar < 0 ? uri : uri.slice(0, bar);
    const wanted = version ?? (bar < 0 ? '' : uri.slice(bar + 1));
    const systems = this.at(address);
    if (systems.length === 0) {
      throw notFound(
        `This catalog has no code system ${address}.`,
        'The metadata of this service (metadata?mode=terminology) lists those it has.',
      );
    }
    if (!wanted) return systems;
    const same = systems.filter((system) => system.version === wanted);
    if (same.length) return same;
    const held = systems
      .map((system) => system.version || 'a release without a version')
      .join(', ');
    throw notFound(`This catalog has no version ${wanted} of ${address}.`, `It has ${held}.`);
  }

  /**
   * Returns the concept with exactly this code, or null.
   *
   * @param {SystemInfo[]} systems
   * @param {string} code
   * @returns {Promise<{ system: SystemInfo, concept: Concept } | null>}
   */
  async find(systems, code) {
    if (code.length > LIMITS.name) throw invalid('The code is longer than any code is.');
    for (const system of systems) {
      const shown = await this.#terminology.show(system.id, code);
      if (shown.found && shown.code === code) return { system, concept: shown };
    }
    return null;
  }

  /**
   * Returns how the catalog spells a code that is written otherwise (`E119`: `E11.9`), or null.
   *
   * @param {SystemInfo[]} systems
   * @param {string} code
   */
  async spellingOf(systems, code) {
    for (const system of systems) {
      const shown = await this.#terminology.show(system.id, code);
      if (shown.found) return shown.code;
    }
    return null;
  }

  /**
   * Returns what lies in the concept's detail pack; fails with 503 when the pack cannot be read now.
   *
   * @param {Concept} concept
   * @returns {Promise<Details>}
   */
  async details(concept) {
    if (!concept.pack) return {};
    try {
      return await this.#terminology.details(concept.pack, concept.code);
    } catch (thrown) {
      const { message = '', advice = '' } = /** @type {Partial<ServiceFailure>} */ (thrown ?? {});
      throw new ServiceFailure(503, 'transient', message, advice);
    }
  }

  /**
   * Asks the engine a query that this service composed itself.
   *
   * @param {string} query
   * @param {import('../engine/contract.d.ts').SearchOptions} options
   * @returns {Promise<SearchResponse>}
   */
  async search(query, options) {
    const answer = await this.#terminology.search(query, options);
    if (!answer) throw new ServiceFailure(503, 'transient', 'The search was overtaken.');
    const { error } = answer.query;
    if (error) throw new ServiceFailure(422, 'processing', error.message, error.advice);
    return answer;
  }
}
