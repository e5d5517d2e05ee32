// Which codes does a note name, and where in its text?
//
// Exports codesIn and linkPieces. Held by tests/browser/unit/code-links.test.js.

/** How each system writes its codes inside a sentence; a system without a pattern gets no links. */
const CODE_PATTERNS = new Map([
  ['icd10cm', /\b[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?\b/g],
  ['icd9cm', /\b(?:E\d{3}|V\d{2}|\d{3})\.\d{1,2}\b/g],
  ['hcpcs', /\b[A-V]\d{4}\b/g],
]);

/** A note names at most some dozens; more is a damaged text. */
const MAX_CODES = 300;

/**
 * Returns each code once, in order.
 *
 * @param {string} text
 * @param {string} system
 * @returns {string[]}
 */
export function codesIn(text, system) {
  const pattern = CODE_PATTERNS.get(system);
  return pattern ? [...new Set(text.match(pattern) ?? [])].slice(0, MAX_CODES) : [];
}

/**
 * Cuts a text at the known codes in it.
 *
 * @param {string} text
 * @param {string} system
 * @param {Set<string>} known
 * @returns {{ text: string, code: string }[]} `code` is empty for plain text
 */
export function linkPieces(text, system, known) {
  const pattern = CODE_PATTERNS.get(system);
  if (!pattern) return [{ text, code: '' }];
  const pieces = [];
  let at = 0;
  for (const { 0: code, index = 0 } of text.matchAll(pattern)) {
    if (!known.has(code)) continue;
    if (at < index) pieces.push({ text: text.slice(at, index), code: '' });
    pieces.push({ text: code, code });
    at = index + code.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), code: '' });
  return pieces;
}
