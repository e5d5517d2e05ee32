// How do the answers of several catalogs become one?
//
// Exports mergeAnswers, mergeGroups, mergeCompletions, and what decides whose answers are set aside: understood,
// correctedWords, needsRelaxed, weaklyRelaxed. Pure functions over what the engine answers. Hits stand by score, which is the tier plus a number up to 1, as they do in one catalog (core/search/RANKING.md);
// equal ones in the order of the catalogs. Counts are added.
//
//   icd10cm  3.9 2.8 1.7     ->  3.9 2.9 2.8 1.7 1.6
//   own      2.9 1.6
//
// Held by tests/browser/unit/merge-answers.test.js and tests/wasm/federation.test.js.

/** @typedef {import('./contract.d.ts').Hit} Hit */
/** @typedef {import('./contract.d.ts').SearchResponse} SearchResponse */
/** @typedef {import('./contract.d.ts').SimilarResponse} SimilarResponse */

/** As core/search/search.cpp: fewer strict answers than this are followed by relaxed ones. */
export const ENOUGH_STRICT = 5;

/** As core/search/weights.hpp: of a query, by weight, what a relaxed answer meets, in a name of the least use. */
const LEAST_SHARE = 0.34 * 0.9;

/** As core/search/answer.hpp: as many as a person looks through. */
const MAX_CHAPTERS = 12;

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);

/**
 * Returns the hits that meet every word: their tier is 1 or more.
 *
 * @param {Hit[]} hits
 */
export const strictHits = (hits) => hits.filter(({ score }) => score >= 1);

/** @param {SearchResponse} response */
const countOf = ({ facets }) => sum(Object.values(facets.system));

/**
 * Leaves out the answers of catalogs that could not read the question where others could: what they passed over (a system,
 * a code, mappings that are not theirs) would let everything through.
 *
 * @template {SearchResponse} Response
 * @param {Response[]} responses
 */
export function understood(responses) {
  const without = responses.filter(({ query }) => !query.error);
  return without.length ? without : responses;
}

/**
 * Returns whether answers that meet only some of the words belong into the list: only where all catalogs together have
 * fewer than five that meet all, as in one catalog. `strict`: how many strict answers each relaxed response has.
 *
 * @param {SearchResponse[]} responses
 * @param {number[]} strict of the relaxed ones, in their order
 */
export function needsRelaxed(responses, strict) {
  const isAnswered = responses.some((response) => !response.relaxed && countOf(response) > 0);
  return !isAnswered && sum(strict) < ENOUGH_STRICT;
}

/**
 * Returns the relaxed answers of catalogs that know so little of the question that one word is much to them: their best hit
 * meets less than the least share while another catalog's meets it. Every hit must carry its sum.
 *
 * @param {SearchResponse[]} responses
 */
export function weaklyRelaxed(responses) {
  const best = new Map(
    responses.map((response) => [
      response,
      Math.max(0, ...response.hits.map(({ sum: parts }) => parts?.satisfaction ?? 0)),
    ]),
  );
  const isMet = [...best.values()].some((satisfaction) => satisfaction >= LEAST_SHARE);
  return isMet
    ? responses.filter((each) => each.relaxed && (best.get(each) ?? 0) < LEAST_SHARE)
    : [];
}

/** @param {{ kind: string }} expansion */
const isSlip = ({ kind }) => kind === 'fuzzy' || kind === 'split';

/**
 * Returns the words of a query that a response reads as another spelling.
 *
 * @param {SearchResponse} response
 */
export const correctedWords = ({ expansions }) => [
  ...new Set(expansions.filter(isSlip).map(({ from }) => from)),
];

/**
 * Returns the query with some of its plain words as beginnings (`word*`), which are never read as slips.
 *
 * @param {string} query
 * @param {string[]} words
 */
export function literally(query, words) {
  const parts = query.split(/("[^"]*"?)/);
  return parts
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part.replace(/[\p{L}\p{N}]+(?![\p{L}\p{N}:~*?])/gu, (word) =>
            words.includes(word.toLowerCase()) ? `${word}*` : word,
          ),
    )
    .join('');
}

/** @param {Record<string, number>[]} counts */
function addedCounts(counts) {
  /** @type {Record<string, number>} */
  const all = {};
  for (const each of counts) {
    for (const [name, count] of Object.entries(each)) {
      all[name] = (Object.hasOwn(all, name) ? all[name] : 0) + count;
    }
  }
  return all;
}

/**
 * @param {SearchResponse['facets'][]} facets
 * @returns {SearchResponse['facets']}
 */
function mergedFacets(facets) {
  const total = (/** @type {(each: SearchResponse['facets']) => number} */ read) =>
    sum(facets.map(read));
  return {
    system: addedCounts(facets.map(({ system }) => system)),
    status: addedCounts(facets.map(({ status }) => status)),
    billing: {
      billable: total(({ billing }) => billing.billable),
      header: total(({ billing }) => billing.header),
    },
    chapter: facets
      .flatMap(({ chapter }) => chapter)
      .sort((left, right) => right.count - left.count)
      .slice(0, MAX_CHAPTERS),
  };
}

/** @param {SearchResponse['expansions'][]} lists */
function mergedExpansions(lists) {
  const known = new Map();
  for (const expansion of lists.flat()) {
    const name = `${expansion.from}\n${expansion.to}`;
    if (!known.has(name)) known.set(name, expansion);
  }
  return [...known.values()];
}

/**
 * Returns the page from `offset` on. Every response must hold its hits from the first to the end of that page.
 *
 * @param {string} text the query as it was typed
 * @param {SearchResponse[]} responses at least one
 * @param {{ offset: number, limit: number }} page
 * @returns {SearchResponse}
 */
export function mergeAnswers(text, responses, { offset, limit }) {
  const read = understood(responses);
  const entries = read.flatMap((response) => response.hits.map((hit) => ({ hit, response })));
  entries.sort((left, right) => right.hit.score - left.hit.score); // stable: equal ones stay in the order of the catalogs
  const page = entries.slice(offset, offset + limit);
  const shown = new Set(page.map(({ response }) => response));
  return {
    query: { ...read[0].query, text },
    total: sum(read.map(({ total }) => total)),
    relaxed: read.some(({ relaxed }) => relaxed),
    expansions: mergedExpansions(
      read.filter((response) => shown.has(response)).map(({ expansions }) => expansions),
    ),
    didYouMean: page[0]?.response.didYouMean ?? null,
    facets: mergedFacets(read.map(({ facets }) => facets)),
    hits: page.map(({ hit }) => hit),
  };
}

/**
 * Joins the groups of similar codes: those of the concept's own catalog first, the others by what they share most.
 *
 * @param {SimilarResponse['groups']} own
 * @param {SimilarResponse['groups']} others
 */
export const mergeGroups = (own, others) =>
  [...own, ...others].filter(({ hits }) => hits.length > 0);

/**
 * Takes the completions of the catalogs in turn, each once: they carry no counts by which they could be compared.
 *
 * @param {string[][]} lists
 * @param {number} limit
 */
export function mergeCompletions(lists, limit) {
  /** @type {Set<string>} */
  const all = new Set();
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let at = 0; at < longest && all.size < limit; at += 1) {
    for (const list of lists) if (at < list.length && all.size < limit) all.add(list[at]);
  }
  return [...all];
}
