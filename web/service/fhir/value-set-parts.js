// What does a FHIR value set include, in terms of this catalog?
//
// Exports ComposeReader: a ValueSet's compose, checked and bounded, as ValueSetParts with the systems found,
// the codes listed and the filters understood. Held by tests/service/compose.test.js.

import { LIMITS } from '../limits.js';
import { invalid, notFound, notSupported, required, tooCostly } from '../service-failure.js';
import { checkedText, isObject } from './inputs.js';

/** @typedef {import('../code-systems.js').CodeSystems} CodeSystems */
/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */
/** @typedef {Record<string, any>} Json */

/**
 * @typedef {object} Test one filter
 * @property {'is-a' | 'descendent-of' | 'is-not-a' | 'in' | 'not-in' | 'inactive' | 'billable'} kind
 * @property {string[]} codes those the filter names
 * @property {boolean} isTrue what `inactive` or `billable` shall be
 */

/**
 * @typedef {object} Part one include or exclude
 * @property {SystemInfo[]} systems none: only value sets are named
 * @property {string[] | null} codes the codes listed, null when none are
 * @property {Map<string, string>} names displays given with the codes
 * @property {Test[]} tests all must hold
 * @property {ValueSetParts[]} sets the concept must be in all of them
 */

/**
 * @typedef {object} ValueSetParts
 * @property {string} url empty when it has none
 * @property {Part[]} includes
 * @property {Part[]} excludes
 * @property {boolean} isActiveOnly
 */

/** @typedef {(url: string) => Json | ValueSetParts} FindValueSet fails when there is no value set at the address */

/** Operations on the property `concept` (or `code`), as FHIR names them. */
const CONCEPT_OPERATIONS = ['is-a', 'descendent-of', 'is-not-a', 'generalizes', 'in', 'not-in'];

/**
 * @param {SystemInfo[]} systems
 * @returns {Part}
 */
export const wholeSystem = (systems) => ({
  systems,
  codes: null,
  names: new Map(),
  tests: [],
  sets: [],
});

/**
 * @param {Part} part
 * @param {string} url
 * @returns {ValueSetParts}
 */
export const setOfOne = (part, url) => ({
  url,
  includes: [part],
  excludes: [],
  isActiveOnly: false,
});

/**
 * @param {unknown} value
 * @param {string} where
 * @returns {Json[]}
 */
function listOf(value, where) {
  if (value === undefined) return [];
  if (!Array.isArray(value) || !value.every(isObject)) throw invalid(`${where} is not a list.`);
  return value;
}

/** Reads a compose; counts its parts and codes, those of the value sets it names too. */
export class ComposeReader {
  #systems;
  #find;
  #parts = 0;
  #codes = 0;

  /**
   * @param {CodeSystems} systems
   * @param {FindValueSet} find
   */
  constructor(systems, find) {
    this.#systems = systems;
    this.#find = find;
  }

  /**
   * @param {Json} valueSet
   * @param {number} [depth]
   * @returns {Promise<ValueSetParts>}
   */
  async read(valueSet, depth = 0) {
    const { compose } = valueSet;
    if (!isObject(compose)) {
      throw invalid('The value set has no compose.', 'An expansion by itself is not read.');
    }
    const includes = listOf(compose.include, 'compose.include');
    if (includes.length === 0) throw required('The value set includes nothing.');
    return {
      url: typeof valueSet.url === 'string' ? checkedText('url', valueSet.url, LIMITS.name) : '',
      includes: await this.#partsOf(includes, depth),
      excludes: await this.#partsOf(listOf(compose.exclude, 'compose.exclude'), depth),
      isActiveOnly: compose.inactive === false,
    };
  }

  /**
   * @param {Json[]} list
   * @param {number} depth
   */
  async #partsOf(list, depth) {
    const parts = [];
    for (const item of list) {
      if (++this.#parts > LIMITS.parts) {
        throw tooCostly(`A value set has at most ${LIMITS.parts} includes and excludes.`);
      }
      parts.push(await this.#part(item, depth));
    }
    return parts;
  }

  /**
   * @param {Json} item
   * @param {number} depth
   * @returns {Promise<Part>}
   */
  async #part(item, depth) {
    const sets = item.valueSet === undefined ? [] : item.valueSet;
    if (!Array.isArray(sets)) throw invalid('valueSet of an include is not a list.');
    if (item.system === undefined && sets.length === 0) {
      throw required('An include needs a system or a value set.');
    }
    const systems = item.system === undefined ? [] : this.#systemsOf(item);
    if (systems.length === 0 && (item.concept || item.filter)) {
      throw required('An include with codes or filters needs a system.');
    }
    const names = this.#listed(listOf(item.concept, 'concept of an include'));
    const filters = listOf(item.filter, 'filter of an include');
    if (filters.length > LIMITS.filters) {
      throw tooCostly(`An include has at most ${LIMITS.filters} filters.`);
    }
    if (names.size && filters.length) {
      throw invalid('An include has either codes or filters, not both.');
    }
    const tests = [];
    for (const filter of filters) tests.push(await this.#test(filter, systems));
    const nested = [];
    for (const url of sets) nested.push(await this.#nested(url, depth));
    const codes = item.concept === undefined ? null : [...names.keys()];
    return { systems, codes, names, tests, sets: nested };
  }

  /** @param {Json} item */
  #systemsOf({ system, version }) {
    const uri = checkedText('system', system, LIMITS.name);
    return this.#systems.require(
      uri,
      version === undefined ? undefined : checkedText('version', version, LIMITS.name),
    );
  }

  /** @param {Json[]} list */
  #listed(list) {
    const names = new Map();
    for (const { code, display } of list) {
      if (++this.#codes > LIMITS.codes) {
        throw tooCostly(`A value set lists at most ${LIMITS.codes} codes.`);
      }
      names.set(
        checkedText('code', code, LIMITS.name),
        typeof display === 'string' ? display.slice(0, LIMITS.name * 4) : '',
      );
    }
    return names;
  }

  /**
   * @param {Json} filter
   * @param {SystemInfo[]} systems
   * @returns {Promise<Test>}
   */
  async #test({ property, op, value }, systems) {
    const name = checkedText('property of a filter', property, 64);
    const operation = checkedText('op of a filter', op, 64);
    const wanted = checkedText('value of a filter', value, LIMITS.name * 16);
    if ((name === 'inactive' || name === 'billable') && operation === '=') {
      if (wanted !== 'true' && wanted !== 'false') {
        throw invalid(`A filter on ${name} takes true or false.`);
      }
      return { kind: name, codes: [], isTrue: wanted === 'true' };
    }
    const isOnConcept = name === 'concept' || name === 'code';
    if (!isOnConcept || !(CONCEPT_OPERATIONS.includes(operation) || operation === '=')) {
      throw notSupported(
        `The filter ${name} ${operation} is not supported.`,
        `Supported are concept ${CONCEPT_OPERATIONS.join(', ')} and =; inactive = and billable =.`,
      );
    }
    const isList = operation === 'in' || operation === 'not-in';
    const codes = isList ? wanted.split(',').map((code) => code.trim()) : [wanted];
    this.#listed(codes.map((code) => ({ code })));
    if (isList) return { kind: /** @type {'in' | 'not-in'} */ (operation), codes, isTrue: true };
    const found = await this.#systems.find(systems, wanted);
    if (!found) {
      throw notFound(`There is no code ${wanted} in ${systems[0].uri}.`, 'A filter names it.');
    }
    if (operation === 'generalizes') {
      codes.push(...found.concept.ancestors.map(({ code }) => code));
    }
    const isListed = operation === '=' || operation === 'generalizes';
    return { kind: isListed ? 'in' : /** @type {any} */ (operation), codes, isTrue: true };
  }

  /**
   * @param {unknown} url
   * @param {number} depth
   */
  async #nested(url, depth) {
    if (depth >= LIMITS.nesting) {
      throw tooCostly(`Value sets name each other more than ${LIMITS.nesting} deep.`);
    }
    const found = this.#find(checkedText('valueSet', url, LIMITS.name));
    return 'includes' in found
      ? /** @type {ValueSetParts} */ (found)
      : this.read(/** @type {Json} */ (found), depth + 1);
  }
}
