// Which valid codes may a person have meant by one that does not exist?
//
// Exports nearestCodes. Spellings one slip away are made here and looked up all at once:
//
//   0F9930 ->  0F9930Z              open:     the beginning of longer codes
//   E1I.9  ->  E11.9 (I for 1)      confused: letters and digits that look alike
//   E19.1  ->  E11.9                swapped:  two characters that changed places
//   E11.99 ->  E11.9                longer:   an end that does not exist
//   E17.9  ->  E11.9, E13.9 ...     wrong:    one character is another one, or is missing
//   EE119  ->  E11.9                surplus:  one character too many
//
// Held by tests/browser/unit/nearest-code.test.js.

import { MAX_CODE_LENGTH } from './line-text.js';

/** @typedef {import('./contract.d.ts').Engine} Engine */
/** @typedef {import('./contract.d.ts').Hit} Hit */

/** Codes offered: more would have to be searched through again. */
const MAX_OFFERED = 5;

/** A query holds 64 words at most (core/query/limits.hpp). */
const MAX_SPELLINGS = 60;

/** What is taken for what when a code is read from paper or a screen. */
const CONFUSED = new Map([
  ...pairs('0', 'O'),
  ...pairs('0', 'D'),
  ...pairs('1', 'I'),
  ...pairs('1', 'L'),
  ...pairs('2', 'Z'),
  ...pairs('5', 'S'),
  ...pairs('6', 'G'),
  ...pairs('8', 'B'),
]);

/**
 * @param {string} digit
 * @param {string} letter
 * @returns {[string, string][]}
 */
function pairs(digit, letter) {
  return [
    [`${digit}${letter}`, letter],
    [`${letter}${digit}`, digit],
  ];
}

/**
 * Returns a code as it is compared: capitals and digits alone, unless it is made of signs.
 *
 * @param {string} code
 */
export function compactCode(code) {
  const upper = code.trim().toUpperCase();
  return upper.replace(/[\s.\-–]/g, '') || upper;
}

/** @param {string} code */
function confused(code) {
  const found = [];
  for (const [key, replacement] of CONFUSED) {
    const from = key.slice(0, 1) === replacement ? key.slice(1) : key.slice(0, 1);
    if (!code.includes(from)) continue;
    for (let at = code.indexOf(from); at >= 0; at = code.indexOf(from, at + 1)) {
      found.push(code.slice(0, at) + replacement + code.slice(at + 1));
    }
    found.push(code.replaceAll(from, replacement));
  }
  return found;
}

/** @param {string} code */
function swapped(code) {
  return [...code.slice(1)].map(
    (character, at) => code.slice(0, at) + character + code[at] + code.slice(at + 2),
  );
}

/**
 * Returns the beginnings of a code. A number that lost more than its last digit is another number.
 *
 * @param {string} code
 */
function shortened(code) {
  const shortest = /^\d+$/.test(code) ? code.length - 1 : 3;
  const found = [];
  for (let end = code.length - 1; end >= Math.max(shortest, 3); end -= 1) {
    found.push(code.slice(0, end));
  }
  return found;
}

/** @param {string} code */
const withoutOne = (code) => [...code].map((_, at) => code.slice(0, at) + code.slice(at + 1));

/**
 * Returns spellings one slip away, the likeliest first, each once.
 *
 * @param {string} code compact
 */
export function likelySpellings(code) {
  const all = new Set([...confused(code), ...swapped(code), ...shortened(code)]);
  all.delete(code);
  return [...all].slice(0, MAX_SPELLINGS);
}

/**
 * @param {Engine} engine
 * @param {string} query
 * @param {string[]} systems
 */
function ask(engine, query, systems) {
  const options = { limit: 20, isTyping: false, ...(systems.length ? { systems } : {}) };
  return engine.search(query, options).hits;
}

/** @param {string} code */
const shapeOf = (code) => code.replace(/[A-Za-z]/g, 'A').replace(/\d/g, '9');

/**
 * Returns hits in the order of the slips: valid ones before headers and retired codes, and what is
 * built like the typed one before the rest.
 *
 * @param {Hit[]} hits
 * @param {string[]} spellings
 * @param {string} typed
 */
function ordered(hits, spellings, typed) {
  const places = new Map(spellings.map((spelling, at) => [spelling, at]));
  const shape = shapeOf(typed);
  const rank = (/** @type {Hit} */ { code, status, billable }) =>
    (status === 'active' && billable !== false ? 0 : 1000) +
    (shapeOf(code).startsWith(shape.slice(0, 4)) ? 0 : 500) +
    (places.get(compactCode(code)) ?? 0);
  return [...new Map(hits.map((hit) => [`${hit.system}/${hit.code}`, hit])).values()]
    .sort((left, right) => rank(left) - rank(right))
    .slice(0, MAX_OFFERED);
}

/**
 * Returns the codes that a person may have meant, the likeliest first.
 *
 * @param {Engine} engine
 * @param {string} typed a code that does not exist
 * @param {string[]} systems ids to stay in, empty for all
 * @returns {Hit[]}
 */
export function nearestCodes(engine, typed, systems) {
  const code = compactCode(typed);
  if (!/^[A-Z0-9]{2,}$/.test(code) || code.length > MAX_CODE_LENGTH) return [];
  const longer = code.length < 3 ? [] : ask(engine, `code:${code}*`, systems);
  if (longer.length) return ordered(longer, [], typed);
  const spellings = likelySpellings(code);
  const alike = spellings.length ? ask(engine, `code:${spellings.join(',')}`, systems) : [];
  if (alike.length) return ordered(alike, spellings, typed);
  /** @type {Hit[]} */
  const found = [];
  for (let at = code.length - 1; at > 0 && found.length < MAX_OFFERED; at -= 1) {
    const [start, end] = [code.slice(0, at), code.slice(at)];
    found.push(...ask(engine, `code:${start}?${end.slice(1)}`, systems));
    found.push(...ask(engine, `code:${start}?${end}`, systems));
  }
  if (found.length) return ordered(found, [], typed);
  return ordered(ask(engine, `code:${withoutOne(code).join(',')}`, systems), [], typed);
}
