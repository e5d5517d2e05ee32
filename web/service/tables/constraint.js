// What does the `q` of a table search ask for?
//
// Exports readConstraint: the part of Elasticsearch's query strings that clients of NLM's tables use (words,
// phrases, field:value, a wildcard at the end, AND, OR, NOT, + and -, parentheses) as text in this
// project's query language. Held by tests/service/constraint.test.js.

import { plainWords } from '../query-text.js';
import { invalid } from '../service-failure.js';

/** @typedef {import('./tables.js').Table} Table */

const TOKEN = /\s*(\(|\)|&&|\|\||"[^"]*"|[^\s()":]+:(?:"[^"]*"|[^\s()"]+)|[^\s()"]+)/gy;

/** Tokens of one constraint: the query language itself stops at 64 words. */
const MAX_TOKENS = 48;

/** Parentheses open at once. */
const MAX_DEPTH = 8;

/** @param {string} text */
function tokensOf(text) {
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (!match) throw invalid('q is not understood.', 'A quote mark is not closed.');
    tokens.push(match[1]);
    if (tokens.length > MAX_TOKENS) throw invalid(`q has more than ${MAX_TOKENS} words.`);
  }
  return tokens;
}

/** @param {string} text */
const withoutQuotes = (text) => text.replace(/^"(.*)"$/, '$1');

/**
 * @param {string} value
 * @param {string} [field] of the query language
 */
function wordsOrPhrase(value, field) {
  const isPhrase = value.startsWith('"');
  const isPrefix = !isPhrase && /^[\p{L}\p{N}]+\*$/u.test(value);
  const words = plainWords(withoutQuotes(value));
  if (!/[\p{L}\p{N}]/u.test(words))
    throw invalid(`q has no word in ${JSON.stringify(value.slice(0, 64))}.`);
  const text = isPrefix ? `${words}*` : words.includes(' ') || isPhrase ? `"${words}"` : words;
  return field ? `${field}:${text}` : text;
}

/**
 * @param {string} token `field:value` or `value`
 * @param {Table} table
 */
function termOf(token, table) {
  const colon = token.startsWith('"') ? -1 : token.indexOf(':');
  if (colon < 0) return wordsOrPhrase(token);
  const name = token.slice(0, colon);
  const value = token.slice(colon + 1);
  const field = Object.hasOwn(table.fields, name) ? table.fields[name] : undefined;
  if (field?.kind === 'code') {
    const code = withoutQuotes(value);
    if (!/^[A-Za-z0-9][A-Za-z0-9.*?-]{0,63}$/.test(code)) {
      throw invalid(`q has no code in ${JSON.stringify(value.slice(0, 64))}.`);
    }
    return `code:${code}`;
  }
  if (field?.kind === 'name') return wordsOrPhrase(value, 'title');
  const names = Object.entries(table.fields).filter(([, { kind }]) => kind !== 'other');
  throw invalid(
    `q cannot search the field ${JSON.stringify(name.slice(0, 64))}.`,
    `It can search ${names.map(([known]) => known).join(', ')}.`,
  );
}

class ConstraintParser {
  #tokens;
  #table;
  #at = 0;

  /**
   * @param {string[]} tokens
   * @param {Table} table
   */
  constructor(tokens, table) {
    this.#tokens = tokens;
    this.#table = table;
  }

  whole() {
    const text = this.#either(0);
    if (this.#at < this.#tokens.length) throw invalid('q closes a parenthesis that is not open.');
    return text;
  }

  /** @param {...string} words */
  #take(...words) {
    const isNext = words.includes(this.#tokens[this.#at]);
    if (isNext) this.#at += 1;
    return isNext;
  }

  /** @param {number} depth @returns {string} */
  #either(depth) {
    const sides = [this.#all(depth)];
    while (this.#take('OR', '||')) sides.push(this.#all(depth));
    return sides.length === 1 ? sides[0] : `(${sides.map((side) => `(${side})`).join(' OR ')})`;
  }

  /** @param {number} depth */
  #all(depth) {
    const pieces = [this.#one(depth)];
    while (this.#at < this.#tokens.length && !['OR', '||', ')'].includes(this.#tokens[this.#at])) {
      this.#take('AND', '&&');
      pieces.push(this.#one(depth));
    }
    return pieces.join(' ');
  }

  /** @param {number} depth @returns {string} */
  #one(depth) {
    if (this.#take('NOT', '!')) return `NOT ${this.#one(depth)}`;
    const token = this.#tokens[this.#at];
    if (token === undefined || token === ')' || /^(AND|OR|&&|\|\|)$/.test(token)) {
      throw invalid('q ends or goes on where a word is needed.');
    }
    this.#at += 1;
    if (token === '(') {
      if (depth >= MAX_DEPTH) throw invalid(`q has more than ${MAX_DEPTH} open parentheses.`);
      const inner = this.#either(depth + 1);
      if (!this.#take(')')) throw invalid('q does not close a parenthesis.');
      return `(${inner})`;
    }
    const isWithout = token.length > 1 && (token.startsWith('-') || token.startsWith('!'));
    const term = termOf(token.replace(/^[-+!](?=.)/, ''), this.#table);
    return isWithout ? `NOT ${term}` : term;
  }
}

/**
 * Returns `q` as text of the query language; fails with what is not understood.
 *
 * @param {string} q
 * @param {Table} table
 */
export function readConstraint(q, table) {
  return new ConstraintParser(tokensOf(q), table).whole();
}
