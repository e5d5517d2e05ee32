// How do words from outside become part of a query without being read as its language?
//
// Exports plainWords, isPlainCode, queryBytes. Held by tests/service/query-text.test.js.

/** Codes that stand in a query without quotes and mean themselves there. */
const PLAIN_CODE = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;

/** What the query language reads as more than a word; a colon could make a field of the word before it. */
const MARKS = /["“”„()|*?~^:\\\p{Cc}]+/gu;

/**
 * Returns the words of `text`, without what the query language reads as an operator, a field or a pattern.
 *
 * @param {string} text
 */
export function plainWords(text) {
  return text
    .replace(MARKS, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^-+/, ''))
    .filter(Boolean)
    .map((word) => (/^(AND|OR|NOT|TO)$/.test(word) ? word.toLowerCase() : word))
    .join(' ');
}

/** @param {string} code */
export const isPlainCode = (code) => code.length <= 64 && PLAIN_CODE.test(code);

/** @param {string} query */
export const queryBytes = (query) => new TextEncoder().encode(query).length;
