// What may be answered while only some of the code systems have arrived?
//
// Exports firstAnswer. An answer is shown only where more systems can add to it and not contradict it: an answer without
// hits, a relaxed one, a guess at another spelling, and what may be a code (E11.9 is E1190's beginning in HCPCS) but is
// none so far wait for more.
// Held by tests/browser/unit/first-answer.test.js and tests/browser/first-catalog.test.js.

/** @typedef {import('./contract.d.ts').Engine} Engine */
/** @typedef {import('./contract.d.ts').SearchOptions} SearchOptions */
/** @typedef {import('./contract.d.ts').SearchResponse} SearchResponse */

/** Scores from here on are exact codes (core/search/RANKING.md). */
const EXACT_CODE = 4;

/**
 * Returns null when the question must wait.
 *
 * @param {Pick<Engine, 'search'>} engine of what has arrived
 * @param {string} query
 * @param {SearchOptions} [options]
 * @returns {SearchResponse | null}
 */
export function firstAnswer(engine, query, options) {
  const response = engine.search(query, options);
  const { hits, relaxed, didYouMean } = response;
  if (/\d/.test(query) && !(hits[0]?.score >= EXACT_CODE)) return null;
  return hits.length && !relaxed && !didYouMean ? { ...response, isPartial: true } : null;
}
