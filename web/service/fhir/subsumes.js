// Does one code include another? CodeSystem/$subsumes.
//
// Exports subsumes and isAbove. The hierarchy is walked upwards: the catalog's parents, then the further
// parents that a concept's details name (`is-a`, SNOMED CT and RxNorm). Held by tests/service/subsumes.test.js.

import { LIMITS } from '../limits.js';
import { invalid, notFound, required, tooCostly } from '../service-failure.js';
import { parameter, parameters } from './resources.js';

/** @typedef {import('./inputs.js').Inputs} Inputs */
/** @typedef {import('../code-systems.js').CodeSystems} CodeSystems */
/** @typedef {import('../../engine/contract.d.ts').Concept} Concept */
/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */

/**
 * Tells whether `code` stands above `concept` by any chain of parents.
 *
 * @param {CodeSystems} systems
 * @param {SystemInfo} system
 * @param {string} code
 * @param {Concept} concept
 */
export async function isAbove(systems, system, code, concept) {
  if (concept.ancestors.some((ancestor) => ancestor.code === code)) return true;
  const seen = new Set([concept.code]);
  const waiting = [concept];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { relations = [] } = await systems.details(next);
    const parents = [
      ...next.ancestors.map((ancestor) => ancestor.code),
      ...relations
        .filter((relation) => relation.kind === 'is-a' && relation.system === system.id)
        .map((relation) => relation.code),
    ];
    if (parents.includes(code)) return true;
    for (const parent of parents) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      if (seen.size > LIMITS.ancestors) {
        throw tooCostly(`More than ${LIMITS.ancestors} concepts lie above ${concept.code}.`);
      }
      const found = await systems.find([system], parent);
      if (found) waiting.push(found.concept);
    }
  }
  return false;
}

/**
 * @param {Inputs} inputs
 * @param {SystemInfo} [instance]
 * @returns {{ uri: string, version?: string, codes: string[] }}
 */
function readPair(inputs, instance) {
  const a = inputs.coding('codingA');
  const b = inputs.coding('codingB');
  if (a && b) {
    if (a.system !== b.system) throw invalid('codingA and codingB are of different code systems.');
    return { uri: a.system, version: a.version, codes: [a.code, b.code] };
  }
  if (a || b) throw required('codingA and codingB are required together.');
  return {
    uri: instance?.uri ?? inputs.requiredText('system'),
    version: inputs.text('version'),
    codes: [inputs.requiredText('codeA'), inputs.requiredText('codeB')],
  };
}

/**
 * @param {CodeSystems} systems
 * @param {Inputs} inputs
 * @param {SystemInfo} [instance] of `CodeSystem/id/$subsumes`
 */
export async function subsumes(systems, inputs, instance) {
  inputs.allow(['codeA', 'codeB', 'system', 'version', 'codingA', 'codingB']);
  const { uri, version, codes } = readPair(inputs, instance);
  const at = instance ? [instance] : systems.require(uri, version);
  const [a, b] = await Promise.all(codes.map((code) => systems.find(at, code)));
  for (const [index, found] of [a, b].entries()) {
    if (!found) throw notFound(`There is no code ${codes[index]} in ${uri}.`);
  }
  const [left, right] = /** @type {NonNullable<typeof a>[]} */ ([a, b]);
  let outcome = 'not-subsumed';
  if (left.system.id === right.system.id) {
    const { system } = left;
    if (left.concept.code === right.concept.code) outcome = 'equivalent';
    else if (await isAbove(systems, system, left.concept.code, right.concept)) outcome = 'subsumes';
    else if (await isAbove(systems, system, right.concept.code, left.concept))
      outcome = 'subsumed-by';
  }
  return parameters(parameter('outcome', 'Code', outcome));
}
