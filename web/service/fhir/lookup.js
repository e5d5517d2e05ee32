// What is a code? CodeSystem/$lookup.
//
// Exports lookup. Held by tests/service/lookup.test.js.

import { invalid, notFound, required } from '../service-failure.js';
import { designationOf, parameter, parameters } from './resources.js';

/** @typedef {import('./inputs.js').Inputs} Inputs */
/** @typedef {import('../code-systems.js').CodeSystems} CodeSystems */
/** @typedef {import('../../engine/contract.d.ts').Concept} Concept */
/** @typedef {import('../../engine/contract.d.ts').Details} Details */
/** @typedef {import('./resources.js').Json} Json */
/** @typedef {[code: string, type: string, value: unknown]} Property */

/** Children listed as properties; a category of SNOMED CT may have thousands. */
const MAX_CHILDREN = 500;

/**
 * Returns the code's system and code from `code` and `system`, or from `coding`.
 *
 * @param {Inputs} inputs
 */
export function readCode(inputs) {
  const coding = inputs.coding('coding');
  if (coding) return coding;
  if (!inputs.has('code')) throw required('Either code and system or coding is required.');
  return {
    code: inputs.requiredText('code'),
    system: inputs.requiredText('system'),
    version: inputs.text('version'),
  };
}

/**
 * Returns the properties known of a concept, in the order in which they are answered.
 *
 * @param {Concept} concept
 * @param {Details} details
 * @returns {Property[]}
 */
function propertiesOf(concept, details) {
  const parent = concept.ancestors.at(-1);
  return [
    ['inactive', 'Boolean', concept.status === 'inactive'],
    ...(concept.billable === null
      ? []
      : [/** @type {Property} */ (['billable', 'Boolean', concept.billable])]),
    ...(parent ? [/** @type {Property} */ (['parent', 'Code', parent.code])] : []),
    ...concept.children
      .slice(0, MAX_CHILDREN)
      .map(({ code }) => /** @type {Property} */ (['child', 'Code', code])),
    ...(concept.chapters ?? []).map(
      ({ id, title }) => /** @type {Property} */ (['chapter', 'String', `${id} ${title}`]),
    ),
    ...(details.properties ?? []).map(
      ({ name, value }) => /** @type {Property} */ ([name, 'String', value]),
    ),
    ...(details.notes ?? []).map(
      ({ kind, text }) => /** @type {Property} */ ([kind, 'String', text]),
    ),
    ...(details.axes ?? []).map(
      ({ title, label }) => /** @type {Property} */ (['axis', 'String', `${title}: ${label}`]),
    ),
  ];
}

/**
 * @param {Property} property
 * @returns {Json}
 */
const propertyParameter = ([code, type, value]) => ({
  name: 'property',
  part: [...parameter('code', 'Code', code), ...parameter('value', type, value)],
});

/** @param {{ use: string, text: string }} designation */
function designationParameter(designation) {
  const { use, value } = designationOf(designation);
  return {
    name: 'designation',
    part: [...parameter('use', 'Coding', use), ...parameter('value', 'String', value)],
  };
}

/**
 * @param {CodeSystems} systems
 * @param {Inputs} inputs
 */
export async function lookup(systems, inputs) {
  inputs.allow(['code', 'system', 'version', 'coding', 'displayLanguage', 'property']);
  const { system: uri, code, version } = readCode(inputs);
  if (!code) throw invalid('The code is empty.');
  const at = systems.require(uri, version);
  const found = await systems.find(at, code);
  if (!found) {
    const spelling = await systems.spellingOf(at, code);
    const advice = spelling ? `It is written ${spelling}.` : 'Search for it by ValueSet/$expand.';
    throw notFound(`There is no code ${code} in ${uri}.`, advice);
  }
  const { system, concept } = found;
  const details = await systems.details(concept);
  const wanted = inputs.texts('property');
  const isWanted = (/** @type {string} */ name) => wanted.length === 0 || wanted.includes(name);
  const designations = [...concept.designations, ...(details.designations ?? [])];
  return parameters([
    ...parameter('name', 'String', system.title),
    ...parameter('version', 'String', system.version),
    ...parameter('display', 'String', concept.display),
    ...(isWanted('designation') ? designations.map(designationParameter) : []),
    ...propertiesOf(concept, details)
      .filter(([name]) => isWanted(name))
      .map(propertyParameter),
  ]);
}
