// What do we say of somebody else's work that we ship, and which licences may it have?
//
// Exports the type Part and demandPermissive. Held by tests/support/third-party.test.js.

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} title what a person reads
 * @property {string} version
 * @property {string} licence an SPDX expression
 * @property {string} text copyright and licence, in full
 * @property {string} page
 * @property {string} purl package URL
 * @property {('page' | 'engine' | 'program')[]} in the page's scripts, the engine's module, the program medcode
 */

/** SPDX names of licences that ask for no more than to be named and shown. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 WITH LLVM-exception',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSL-1.0',
  'ISC',
  'MIT',
  'Zlib',
]);

/**
 * Fails where a part's licence asks for more than to be named and shown.
 *
 * @param {Part[]} parts
 */
export function demandPermissive(parts) {
  const others = parts.filter(({ licence }) => !PERMISSIVE.has(licence));
  if (others.length === 0) return;
  const list = others.map(({ name, licence }) => `${name} (${licence})`).join(', ');
  throw new Error(
    `Not shipped without a decision, for its licence: ${list}. ` +
      `Use another, or add the licence to web/build/third-party/part.js with whoever answers for it.`,
  );
}
