// At which rank is a query answered, and what do many ranks come to?
//
// Exports isRight, rankOf, summarise. A hit is right when it lies on the right branch: its code (without dots)
// starts with an accepted code, or an accepted code starts with it and it has at least three characters.
// LOINC, CVX and MS-DRG have no branches: there the code must be the same. Held by tests/relevance/rank.test.js.

/** Systems whose codes are numbers without a hierarchy in them. */
const flatSystems = new Set(['loinc', 'cvx', 'msdrg']);

/** A code shorter than this names a chapter, not a branch. */
const shortestBranch = 3;

/** @param {string} code */
const bare = (code) => code.replaceAll('.', '').toUpperCase();

/**
 * Returns true if `code` answers a query whose accepted codes are `accepted`.
 *
 * @param {string} system
 * @param {string} code
 * @param {string[]} accepted
 */
export function isRight(system, code, accepted) {
  if (flatSystems.has(system)) return accepted.includes(code);
  const found = bare(code);
  return accepted
    .map(bare)
    .some(
      (wanted) =>
        found.startsWith(wanted) || (found.length >= shortestBranch && wanted.startsWith(found)),
    );
}

/**
 * Returns the rank of the first right code, from 1; 0 when none of them is right.
 *
 * @param {string} system
 * @param {string[]} codes as they were answered
 * @param {string[]} accepted
 */
export const rankOf = (system, codes, accepted) =>
  codes.findIndex((code) => isRight(system, code, accepted)) + 1;

/**
 * @typedef {object} Measures
 * @property {number} queries
 * @property {number} success1 share of the queries whose first hit is right
 * @property {number} success5
 * @property {number} success10
 * @property {number} mrr mean of 1/rank, 0 where none of ten is right
 */

/**
 * Returns what `ranks` come to; requires at least one.
 *
 * @param {number[]} ranks
 * @returns {Measures}
 */
export function summarise(ranks) {
  /** @param {number} limit */
  const success = (limit) =>
    ranks.filter((rank) => rank >= 1 && rank <= limit).length / ranks.length;
  const reciprocals = ranks.map((rank) => (rank >= 1 && rank <= 10 ? 1 / rank : 0));
  return {
    queries: ranks.length,
    success1: success(1),
    success5: success(5),
    success10: success(10),
    mrr: reciprocals.reduce((sum, value) => sum + value, 0) / ranks.length,
  };
}
