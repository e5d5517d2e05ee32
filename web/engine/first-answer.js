// What may be answered while only the first, small catalog has arrived?
//
// Exports firstAnswer. Its answer is shown only where more systems can add to it and not contradict it: an answer without
// hits, a relaxed one, a guess at another spelling, and whatever may be a code (E11.9 is E1190's beginning in HCPCS) wait
// for the full catalog.
// Held by tests/browser/unit/first-answer.test.js and tests/browser/first-catalog.test.js.

/** @typedef {import('./contract.d.ts').Engine} Engine */
/** @typedef {import('./contract.d.ts').SearchOptions} SearchOptions */
/** @typedef {import('./contract.d.ts').SearchResponse} SearchResponse */

/**
 * Returns null when the question must wait for the full catalog.
 *
 * @param {Pick<Engine, 'search'>} engine of the first catalog
 * @param {string} query
 * @param {SearchOptions} [options]
 * @returns {SearchResponse | null}
 */
export function firstAnswer(engine, query, options) {
  if (/\d/.test(query)) return null;
  const response = engine.search(query, options);
  const { hits, relaxed, didYouMean } = response;
  return hits.length && !relaxed && !didYouMean ? { ...response, isPartial: true } : null;
}
