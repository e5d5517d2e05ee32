// Which code of another system stands for this one? ConceptMap/$translate.
//
// Exports translate. It answers from the relations that the publishers give with a code. The way back (`reverse`) finds
// the codes that are mapped to this one by a search, and reads their relations: both ways tell of the same pairs.
// Held by tests/service/translate.test.js.

import { LIMITS } from '../limits.js';
import { isPlainCode } from '../query-text.js';
import { notFound, notSupported, tooCostly } from '../service-failure.js';
import { codingOf, parameter, parameters } from './resources.js';
import { readCode } from './lookup.js';

/** @typedef {import('./inputs.js').Inputs} Inputs */
/** @typedef {import('../code-systems.js').CodeSystems} CodeSystems */
/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */
/** @typedef {import('./value-sets.js').ValueSets} ValueSets */
/** @typedef {NonNullable<import('../../engine/contract.d.ts').Details['relations']>[number]} Relation */
/** @typedef {NonNullable<Awaited<ReturnType<CodeSystems['find']>>>} Found */

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
 * @param {Relation} relation
 * @param {object | null} concept a Coding
 * @param {SystemInfo} source
 */
const matchWith = (relation, concept, source) => ({
  name: 'match',
  part: [
    ...parameter('equivalence', 'Code', equivalenceOf(relation)),
    ...(concept ? parameter('concept', 'Coding', concept) : []),
    ...parameter('source', 'Uri', source.uri),
  ],
});

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
  return matchWith(relation, relation.code ? concept : null, source);
}

/**
 * Returns a match for each relation that leads from another code to this one.
 *
 * @param {CodeSystems} systems
 * @param {Found} target
 * @param {string[] | null} wanted ids of the systems of the codes sought, null for any
 */
async function matchesTo(systems, { system, concept: { code } }, wanted) {
  if (!isPlainCode(code)) {
    throw notSupported('The way back is known of codes made of letters, digits, . and - only.');
  }
  const limit = LIMITS.sources;
  const options = { limit, isTyping: false, ...(wanted ? { systems: wanted } : {}) };
  const { hits, total } = await systems.search(`maps-to:${system.id}/${code}`, options);
  if (total > limit) {
    throw tooCostly(
      `More than ${limit} codes lead to ${code}.`,
      'Name one system by targetsystem.',
    );
  }
  const matches = [];
  for (const hit of hits) {
    const source = /** @type {SystemInfo} */ (systems.byId(hit.system));
    const { relations = [] } = await detailsOf(systems, source, hit.code);
    const back = relations.filter(
      (one) => EQUIVALENCE.has(one.kind) && one.system === system.id && one.code === code,
    );
    matches.push(...back.map((one) => matchWith(one, codingOf(source, hit), source)));
  }
  return matches;
}

/**
 * @param {CodeSystems} systems
 * @param {SystemInfo} system
 * @param {string} code
 * @returns {Promise<import('../../engine/contract.d.ts').Details>}
 */
async function detailsOf(systems, system, code) {
  const found = await systems.find([system], code);
  return found ? systems.details(found.concept) : {};
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
  const codings = inputs.codings('codeableConcept');
  const { system: uri, code, version } = codings ? codings[0] : readCode(inputs);
  if (codings && codings.length > 1) {
    throw notSupported('One coding is translated at a time.', 'Send a coding.');
  }
  const wanted = await readTarget(systems, valueSets, inputs);
  const found = await systems.find(systems.require(uri, version), code);
  if (!found) throw notFound(`There is no code ${code} in ${uri}.`);
  if (inputs.truth('reverse')) {
    const back = await matchesTo(systems, found, wanted);
    const message = back.length ? '' : 'No code of another system is known to lead to this one.';
    return parameters([
      ...parameter('result', 'Boolean', back.length > 0),
      ...parameter('message', 'String', message),
      ...back,
    ]);
  }
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
