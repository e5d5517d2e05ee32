// Which FHIR operation does a request name?
//
// Exports answerFhir: from path, method and inputs to a resource. Held by tests/service/hostile.test.js.

import { ServiceFailure, invalid, notFound } from '../service-failure.js';
import { expand } from './expand.js';
import { Inputs } from './inputs.js';
import { lookup } from './lookup.js';
import { capabilityStatement, codeSystem, searchset, terminologyCapabilities } from './metadata.js';
import { subsumes } from './subsumes.js';
import { translate } from './translate.js';
import { validateInCodeSystem, validateInValueSet } from './validate-code.js';

/** @typedef {import('../code-systems.js').CodeSystems} CodeSystems */
/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */
/** @typedef {import('./value-sets.js').ValueSets} ValueSets */
/** @typedef {import('./resources.js').Json} Json */

/**
 * @typedef {object} FhirRequest
 * @property {string[]} path below the FHIR address: `['CodeSystem', '$lookup']`
 * @property {'GET' | 'POST'} method
 * @property {URLSearchParams} query
 * @property {string} body
 * @property {string} base address of the FHIR operations
 * @property {() => Date} now
 */

/**
 * @typedef {(given: { systems: CodeSystems, valueSets: ValueSets, inputs: Inputs, instance?: string,
 *   now: () => Date }) => Promise<Json>} Operation
 */

/**
 * Returns the system with the id in the path, nothing where there is no id.
 *
 * @param {CodeSystems} systems
 * @param {string | undefined} id
 * @returns {SystemInfo | undefined}
 */
function instanceOf(systems, id) {
  const system = id === undefined ? undefined : systems.byId(id);
  if (id !== undefined && !system) throw notFound(`There is no code system ${id.slice(0, 64)}.`);
  return system;
}

/** @type {[name: string, operation: Operation][]} */
const known = [
  ['CodeSystem/$lookup', ({ systems, inputs }) => lookup(systems, inputs)],
  [
    'CodeSystem/$validate-code',
    ({ systems, inputs, instance }) =>
      validateInCodeSystem(systems, inputs, instanceOf(systems, instance)),
  ],
  [
    'CodeSystem/$subsumes',
    ({ systems, inputs, instance }) => subsumes(systems, inputs, instanceOf(systems, instance)),
  ],
  [
    'ValueSet/$expand',
    ({ systems, valueSets, inputs, instance, now }) =>
      expand(systems, valueSets, inputs, { now, instance }),
  ],
  [
    'ValueSet/$validate-code',
    ({ systems, valueSets, inputs, instance }) =>
      validateInValueSet(systems, valueSets, inputs, instance),
  ],
  [
    'ConceptMap/$translate',
    ({ systems, valueSets, inputs }) => translate(systems, valueSets, inputs),
  ],
];
const operations = new Map(known);

/** Operations that are about a type as a whole. */
const TYPE_ONLY = ['CodeSystem/$lookup', 'ConceptMap/$translate'];

/** @param {string} what */
const noOperation = (what) =>
  new ServiceFailure(
    404,
    'not-supported',
    `This service has no ${what.slice(0, 128)}.`,
    'Its metadata lists what it has.',
  );

/**
 * @param {FhirRequest} request
 * @param {CodeSystems} systems
 * @param {ValueSets} valueSets
 */
async function operate({ path, method, query, body, now }, systems, valueSets) {
  const [type, ...rest] = path;
  const name = `${type}/${rest.at(-1)}`;
  const instance = rest.length > 1 ? rest[0] : undefined;
  const operation = operations.get(name);
  if (!operation || rest.length > 2 || (instance !== undefined && TYPE_ONLY.includes(name))) {
    throw noOperation(`operation ${path.join('/')}`);
  }
  const inputs =
    method === 'POST' ? Inputs.fromBody(body, 'ValueSet', 'valueSet') : new Inputs(query);
  return operation({ systems, valueSets, inputs, instance, now });
}

/**
 * Returns the resource with an id, or a searchset of those with a `url`.
 *
 * @param {Json[]} resources
 * @param {string | undefined} id
 * @param {URLSearchParams} query
 */
function readResource(resources, id, query) {
  if (id !== undefined) {
    const found = resources.find((resource) => resource.id === id);
    if (!found) throw notFound(`There is no resource with the id ${id.slice(0, 64)}.`);
    return found;
  }
  const inputs = new Inputs(query);
  inputs.allow(['url']);
  const url = inputs.text('url');
  return searchset(url === undefined ? resources : resources.filter((one) => one.url === url));
}

/**
 * @param {FhirRequest} request
 * @param {CodeSystems} systems
 * @param {ValueSets} valueSets
 * @returns {Promise<Json>} a FHIR resource
 */
export async function answerFhir(request, systems, valueSets) {
  const { path, method, query, base, now } = request;
  if (path.some((part) => part.startsWith('$'))) return operate(request, systems, valueSets);
  const [type, id] = path;
  if (method !== 'GET') throw new ServiceFailure(405, 'not-supported', 'Resources are only read.');
  if (path.length === 1 && type === 'metadata') {
    const mode = query.get('mode') ?? 'full';
    if (mode === 'terminology') return terminologyCapabilities(systems, now(), base);
    if (mode === 'full' || mode === 'normative') return capabilityStatement(now(), base);
    throw invalid(`There is no metadata in the mode ${mode.slice(0, 64)}.`);
  }
  if (path.length > 2) throw noOperation(`resource ${path.join('/')}`);
  if (type === 'CodeSystem') return readResource(systems.all.map(codeSystem), id, query);
  if (type === 'ValueSet') return readResource(valueSets.own, id, query);
  throw noOperation(`resource ${path.join('/')}`);
}
