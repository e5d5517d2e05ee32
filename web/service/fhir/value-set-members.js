// Is a concept in a value set?
//
// Exports isMember and holds: the obvious reading of a value set, concept by concept. The expansion asks
// the engine instead where it can; tests/service/compose.test.js compares the two.

/** @typedef {import('../../engine/contract.d.ts').Concept} Concept */
/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */
/** @typedef {import('./value-set-parts.js').Part} Part */
/** @typedef {import('./value-set-parts.js').Test} Test */
/** @typedef {import('./value-set-parts.js').ValueSetParts} ValueSetParts */

/**
 * @param {Test} test
 * @param {Concept} concept
 */
function passes({ kind, codes, isTrue }, concept) {
  const isBelow = () => concept.ancestors.some(({ code }) => code === codes[0]);
  switch (kind) {
    case 'is-a':
      return concept.code === codes[0] || isBelow();
    case 'descendent-of':
      return isBelow();
    case 'is-not-a':
      return concept.code !== codes[0] && !isBelow();
    case 'in':
      return codes.includes(concept.code);
    case 'not-in':
      return !codes.includes(concept.code);
    case 'inactive':
      return (concept.status === 'inactive') === isTrue;
    case 'billable':
      return (concept.billable === true) === isTrue;
    default:
      return false;
  }
}

/**
 * Tells whether a concept passes one include or exclude.
 *
 * @param {Part} part
 * @param {SystemInfo} system
 * @param {Concept} concept
 */
export function holds(part, system, concept) {
  if (part.systems.length && !part.systems.some(({ id }) => id === system.id)) return false;
  if (part.codes && !part.codes.includes(concept.code)) return false;
  return (
    part.tests.every((test) => passes(test, concept)) &&
    part.sets.every((set) => isMember(set, system, concept))
  );
}

/**
 * @param {ValueSetParts} valueSet
 * @param {SystemInfo} system
 * @param {Concept} concept
 * @returns {boolean}
 */
export function isMember(valueSet, system, concept) {
  if (valueSet.isActiveOnly && concept.status === 'inactive') return false;
  return (
    valueSet.includes.some((part) => holds(part, system, concept)) &&
    !valueSet.excludes.some((part) => holds(part, system, concept))
  );
}
