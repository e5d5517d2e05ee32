// How is a value set said in the query language?
//
// Exports queryOf and supersetQueryOf. A part that lists codes is not said as a query: it is read code
// by code, in the order in which it lists them. Held by tests/service/compose.test.js.

import { LIMITS } from '../limits.js';
import { isPlainCode, queryBytes } from '../query-text.js';

/** @typedef {import('./value-set-parts.js').Part} Part */
/** @typedef {import('./value-set-parts.js').Test} Test */
/** @typedef {import('./value-set-parts.js').ValueSetParts} ValueSetParts */
/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */

/** Half of what the language reads (core/query/limits.hpp): the rest is for the words of a filter. */
const MAX_WORDS = 32;
const MAX_PARENTHESES = 16;

/** The query language reads codes in any case; UCUM tells g from G, so its codes are read one by one. */
const CASE_COUNTS = new Set(['ucum']);

/**
 * Returns one query for `text` in any of the systems.
 *
 * @param {SystemInfo[]} systems
 * @param {(id: string) => string} text
 */
const anyOf = (systems, text) =>
  systems.length === 1
    ? text(systems[0].id)
    : `(${systems.map(({ id }) => `(${text(id)})`).join(' OR ')})`;

/**
 * Returns the query for one filter, null when the language has none.
 *
 * @param {Test} test
 * @param {SystemInfo[]} systems
 * @returns {string | null}
 */
function testQuery({ kind, codes, isTrue }, systems) {
  const [code] = codes;
  const isPlain = codes.every(isPlainCode) && !systems.some(({ id }) => CASE_COUNTS.has(id));
  switch (kind) {
    case 'is-a':
      return isPlain ? anyOf(systems, (id) => `under:${id}/${code}`) : null;
    case 'descendent-of':
      return isPlain ? anyOf(systems, (id) => `under:${id}/${code} NOT code:${code}`) : null;
    case 'is-not-a':
      return isPlain ? systems.map(({ id }) => `NOT under:${id}/${code}`).join(' ') : null;
    case 'inactive':
      return isTrue ? 'is:inactive' : 'is:active';
    case 'billable':
      return isTrue ? 'is:billable' : 'NOT is:billable';
    case 'not-in':
      return isPlain ? `NOT (${codes.map((each) => `code:${each}`).join(' OR ')})` : null;
    default:
      return null;
  }
}

/** @param {SystemInfo[]} systems */
export const systemsQuery = (systems) => `system:${systems.map(({ id }) => id).join(',')}`;

/**
 * Returns the query for one part, null when a piece of it cannot be said.
 *
 * @param {Part} part
 */
function partQuery(part) {
  if (part.codes) return null;
  const tests = part.tests.map((test) => testQuery(test, part.systems));
  const sets = part.sets.map((set) => scopeOf(set));
  const pieces = [...tests, ...sets.map((set) => set && `(${set})`)];
  if (pieces.includes(null)) return null;
  const head = part.systems.length ? [systemsQuery(part.systems)] : [];
  return [...head, ...pieces].join(' ');
}

/**
 * @param {ValueSetParts} valueSet
 * @returns {string | null}
 */
function scopeOf({ includes, excludes, isActiveOnly }) {
  const queries = [...includes, ...excludes].map(partQuery);
  if (queries.includes(null)) return null;
  const within = queries.slice(0, includes.length);
  const without = queries.slice(includes.length).map((query) => ` NOT (${query})`);
  const union = within.length === 1 ? within[0] : `(${within.map((q) => `(${q})`).join(' OR ')})`;
  return `${union}${without.join('')}${isActiveOnly ? ' is:active' : ''}`;
}

/**
 * Tells whether the engine reads the whole query, with room for the words of a filter.
 *
 * @param {string} query
 */
const isWithinLanguage = (query) =>
  queryBytes(query) <= LIMITS.query - LIMITS.text &&
  query.split(' ').length <= MAX_WORDS &&
  query.split('(').length <= MAX_PARENTHESES;

/**
 * Returns the query whose answers are the value set's concepts, or null when it cannot be said or is too long.
 *
 * @param {ValueSetParts} valueSet
 * @param {boolean} isActiveOnly
 */
export function queryOf(valueSet, isActiveOnly) {
  const scope = scopeOf(valueSet);
  const query = scope && isActiveOnly ? `${scope} is:active` : scope;
  return query && isWithinLanguage(query) ? query : null;
}

/**
 * Returns a query whose answers hold at least the part's concepts.
 *
 * @param {Part} part of a system
 */
export function supersetQueryOf(part) {
  const tests = part.tests.map((test) => testQuery(test, part.systems)).filter(Boolean);
  const whole = [systemsQuery(part.systems), ...tests].join(' ');
  return queryBytes(whole) <= LIMITS.query ? whole : systemsQuery(part.systems);
}
