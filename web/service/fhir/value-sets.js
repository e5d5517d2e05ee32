// Which value set does a request mean?
//
// Exports ValueSets: those sent along, those of the site, and the implicit ones that every code system
// has: `URI?fhir_vs` and `URI/vs` are all its codes, `URI?fhir_vs=isa/CODE` a code and all below it.
// Held by tests/service/expand.test.js.

import { invalid, notFound, notSupported, required } from '../service-failure.js';
import { ComposeReader, setOfOne, wholeSystem } from './value-set-parts.js';

/** @typedef {import('./inputs.js').Inputs} Inputs */
/** @typedef {import('../code-systems.js').CodeSystems} CodeSystems */
/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */
/** @typedef {import('./value-set-parts.js').ValueSetParts} ValueSetParts */
/** @typedef {Record<string, any>} Json */

/** An implicit value set's address: the code system's, then `/vs` or `?fhir_vs` with or without `=isa/CODE`. */
const IMPLICIT = /^(.*?)(?:\/vs|\?fhir_vs(?:=(.*))?)$/;

export class ValueSets {
  #systems;
  /** @type {Map<string, Json>} */
  #own = new Map();

  /**
   * @param {CodeSystems} systems
   * @param {object[]} own FHIR ValueSets of the site
   */
  constructor(systems, own) {
    this.#systems = systems;
    for (const valueSet of /** @type {Json[]} */ (own)) {
      if (typeof valueSet?.url === 'string') this.#own.set(valueSet.url, valueSet);
    }
  }

  /** The site's own. */
  get own() {
    return [...this.#own.values()];
  }

  /**
   * Returns the systems whose every code the value set at `url` holds, or null.
   *
   * @param {string} url
   */
  wholeSystemsOf(url) {
    const [, uri, rest] = IMPLICIT.exec(url.split('|')[0]) ?? [];
    const systems = uri === undefined || rest ? [] : this.#systems.at(uri);
    return systems.length ? systems : null;
  }

  /**
   * Returns the value set at an address, as parts where it is implicit; fails with 404.
   *
   * @param {string} url may end in `|version`
   * @returns {Json | ValueSetParts}
   */
  find(url) {
    const [address] = url.split('|');
    const own = this.#own.get(address);
    if (own) return own;
    const [, uri, rest] = IMPLICIT.exec(address) ?? [];
    const systems = uri === undefined ? [] : this.#systems.at(uri);
    if (systems.length === 0) {
      throw notFound(
        `There is no value set ${address}.`,
        'Every code system has URI?fhir_vs (all codes) and URI?fhir_vs=isa/CODE.',
      );
    }
    if (!rest) return setOfOne(wholeSystem(systems), address);
    if (!rest.startsWith('isa/')) {
      throw notSupported(`The implicit value set ${rest} is not supported.`, 'Use isa/CODE.');
    }
    const filter = { property: 'concept', op: 'is-a', value: rest.slice('isa/'.length) };
    return { url: address, compose: { include: [{ system: uri, filter: [filter] }] } };
  }

  /**
   * Returns the value set that a request names or brings.
   *
   * @param {Inputs} inputs
   * @param {string} [instance] id in the request's path
   * @returns {Promise<ValueSetParts>}
   */
  async read(inputs, instance) {
    const sent = inputs.resource('valueSet', 'ValueSet');
    const url = inputs.text('url');
    const given = [instance, sent, url].filter((way) => way !== undefined);
    if (given.length !== 1) {
      throw given.length === 0
        ? required('One of url and valueSet is required.')
        : invalid('Only one of url, valueSet and the id in the path names the value set.');
    }
    const version = inputs.text('valueSetVersion');
    const found = sent ?? (instance === undefined ? this.find(String(url)) : this.byId(instance));
    if (version && !('includes' in found) && found.version !== version) {
      throw notFound(`There is no version ${version} of the value set.`);
    }
    const reader = new ComposeReader(this.#systems, (address) => this.find(address));
    if ('includes' in found) return /** @type {ValueSetParts} */ (found);
    return reader.read(/** @type {Json} */ (found));
  }

  /**
   * Returns the value set with an id: the site's own, or all codes of the system with that id.
   *
   * @param {string} id
   * @returns {Json | ValueSetParts}
   */
  byId(id) {
    const own = this.own.find((valueSet) => valueSet.id === id);
    if (own) return own;
    const system = this.#systems.byId(id);
    if (!system) throw notFound(`There is no value set with the id ${id.slice(0, 64)}.`);
    return setOfOne(wholeSystem([system]), `${system.uri}?fhir_vs`);
  }
}
