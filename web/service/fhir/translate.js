// Which code of another system stands for this one? ConceptMap/$translate.
//
// Exports translate. It answers from the relations that the publishers give with a code; they are
// read from the source's side, so there is no reverse translation. Held by tests/service/translate.test.js.

import { notFound, notSupported } from '../service-failure.js';
import { codingOf, parameter, parameters } from './resources.js';
import { readCode } from './lookup.js';

/** @typedef {import('./inputs.js').Inputs} Inputs */
/** @typedef {import('../code-systems.js').CodeSystems} CodeSystems */
/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */
/** @typedef {import('./value-sets.js').ValueSets} ValueSets */
/** @typedef {NonNullable<import('../../engine/contract.d.ts').Details['relations']>[number]} Relation */

/** Kinds of relation that lead to another code for the same thing, with FHIR's word for how near it is. */
const EQUIVALENCE = new Map([
  ['maps-to', 'equivalent'],
  ['same-as', 'equivalent'],
  ['replaced-by', 'relatedto'],
  ['replaces', 'relatedto'],
]);

/** @param {Relation} relation */
function equivalenceOf({ kind, flags = [], code }) {
  if (flags.includes('no-map') || !code) return 'unmatched';
  if (flags.includes('approximate') || flags.includes('combination')) return 'inexact';
  return EQUIVALENCE.get(kind);
}

/**
 * Returns the ids of the systems that a translation shall lead to, or null for any.
 *
 * @param {CodeSystems} systems
 * @param {ValueSets} valueSets
 * @param {Inputs} inputs
 */
async function readTarget(systems, valueSets, inputs) {
  const uri = inputs.text('targetsystem');
  if (uri) return systems.require(uri).map(({ id }) => id);
  const target = inputs.text('target');
  if (!target) return null;
  const whole = valueSets.wholeSystemsOf(target);
  if (whole) return whole.map(({ id }) => id);
  throw notSupported(
    'Only value sets of all codes of a system are supported as target.',
    'Name the system by targetsystem.',
  );
}

/**
 * @param {CodeSystems} systems
 * @param {SystemInfo} source
 * @param {Relation} relation
 */
async function matchOf(systems, source, relation) {
  const target = systems.byId(relation.system);
  const known = target && relation.code ? await systems.find([target], relation.code) : null;
  const display = known?.concept.display ?? relation.display ?? '';
  const concept = target
    ? codingOf(target, { code: relation.code, display })
    : { code: relation.code, ...(display ? { display } : {}) };
  return {
    name: 'match',
    part: [
      ...parameter('equivalence', 'Code', equivalenceOf(relation)),
      ...(relation.code ? parameter('concept', 'Coding', concept) : []),
      ...parameter('source', 'Uri', source.uri),
    ],
  };
}

/** @param {Relation[]} matches */
function messageOf(matches) {
  if (matches.length === 0) return 'No code of another system is known for this one.';
  const parts = matches.filter(({ flags = [] }) => flags.includes('combination'));
  const codes = parts.map(({ code, flags = [] }) => {
    const where = flags.filter((flag) => /^(scenario|choice list) /.test(flag)).join(', ');
    return where ? `${code} (${where})` : code;
  });
  return codes.length ? `Hold only together, one of each choice list: ${codes.join('; ')}.` : '';
}

/**
 * @param {CodeSystems} systems
 * @param {ValueSets} valueSets
 * @param {Inputs} inputs
 */
export async function translate(systems, valueSets, inputs) {
  inputs.allow([
    ...['code', 'system', 'version', 'coding', 'codeableConcept', 'target', 'targetsystem'],
    'reverse',
  ]);
  if (inputs.truth('reverse')) {
    throw notSupported('There is no reverse translation.', 'Translate from the other system.');
  }
  const codings = inputs.codings('codeableConcept');
  const { system: uri, code, version } = codings ? codings[0] : readCode(inputs);
  if (codings && codings.length > 1) {
    throw notSupported('One coding is translated at a time.', 'Send a coding.');
  }
  const wanted = await readTarget(systems, valueSets, inputs);
  const found = await systems.find(systems.require(uri, version), code);
  if (!found) throw notFound(`There is no code ${code} in ${uri}.`);
  const { relations = [] } = await systems.details(found.concept);
  const matches = relations.filter(
    (relation) => EQUIVALENCE.has(relation.kind) && (!wanted || wanted.includes(relation.system)),
  );
  const isMatched = matches.some((relation) => equivalenceOf(relation) !== 'unmatched');
  return parameters([
    ...parameter('result', 'Boolean', isMatched),
    ...parameter('message', 'String', messageOf(matches)),
    ...(await Promise.all(matches.map((relation) => matchOf(systems, found.system, relation)))),
  ]);
}
