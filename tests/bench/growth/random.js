// Where do the same dice come from at every run?
//
// Exports makeRandom (xorshift over 32 bits) and hashOf (FNV-1a), so that a seed gives the same table on every machine.
// Held by tests/bench/growth.test.js.

const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;
const range = 2 ** 32;

/** @param {string} text @returns {number} 32 bits */
export function hashOf(text) {
  let hash = fnvOffset;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), fnvPrime);
  }
  return hash >>> 0;
}

/**
 * Returns dice: each call gives a whole number from 0 to `sides` - 1.
 *
 * @param {number} seed
 * @returns {(sides: number) => number}
 */
export function makeRandom(seed) {
  let state = seed >>> 0 || fnvOffset;
  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / range) * sides);
  };
}
