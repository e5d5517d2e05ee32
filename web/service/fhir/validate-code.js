// Is this a code? CodeSystem/$validate-code and ValueSet/$validate-code.
//
// Exports validateInCodeSystem and validateInValueSet. An unknown code is an answer (`result` false), an
// unknown code system a failure. Held by tests/service/validate-code.test.js.

import { invalid, required } from '../service-failure.js';
import { parameter, parameters } from './resources.js';
import { isMember } from './value-set-members.js';

/** @typedef {import('./inputs.js').Inputs} Inputs */
/** @typedef {import('./inputs.js').Coding} Coding */
/** @typedef {import('../code-systems.js').CodeSystems} CodeSystems */
/** @typedef {import('../../engine/contract.d.ts').Concept} Concept */
/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */
/** @typedef {import('./value-sets.js').ValueSets} ValueSets */
/** @typedef {{ result: boolean, message?: string, display?: string }} Verdict */

/** @param {string} text */
const folded = (text) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** @param {Verdict} verdict */
const answerOf = ({ result, message, display }) =>
  parameters([
    ...parameter('result', 'Boolean', result),
    ...parameter('message', 'String', message),
    ...parameter('display', 'String', display),
  ]);

/**
 * Says whether `display` is one of the concept's names; without one, it is.
 *
 * @param {Concept} concept
 * @param {string | undefined} display
 * @returns {Verdict}
 */
function verdictOnDisplay(concept, display) {
  const names = [concept.display, ...concept.designations.map(({ text }) => text)].map(folded);
  if (display === undefined || names.includes(folded(display))) {
    return { result: true, display: concept.display };
  }
  return {
    result: false,
    message: `${display} is no name of ${concept.code}.`,
    display: concept.display,
  };
}

/**
 * Returns the verdict of the first coding that passes, else that of the first.
 *
 * @param {Coding[]} codings
 * @param {(coding: Coding) => Promise<Verdict>} judge
 */
async function firstPassing(codings, judge) {
  /** @type {Verdict | undefined} */
  let first;
  for (const coding of codings) {
    const verdict = await judge(coding);
    if (verdict.result) return verdict;
    first ??= verdict;
  }
  return /** @type {Verdict} */ (first);
}

/**
 * Returns the codings to judge, given in one of the three ways that FHIR has.
 *
 * @param {Inputs} inputs
 * @param {string} systemName the parameter that names the system of `code`
 * @param {string} versionName
 * @returns {Coding[]}
 */
function readCodings(inputs, systemName, versionName) {
  const ways = ['code', 'coding', 'codeableConcept'].filter((name) => inputs.has(name));
  if (ways.length !== 1) {
    throw required('Exactly one of code, coding and codeableConcept is required.');
  }
  const codings = inputs.codings('codeableConcept');
  if (codings) return codings;
  const coding = inputs.coding('coding');
  if (coding) return [coding];
  return [
    {
      code: inputs.requiredText('code'),
      system: inputs.text(systemName) ?? '',
      version: inputs.text(versionName),
      display: inputs.text('display', 2048),
    },
  ];
}

/**
 * @param {CodeSystems} systems
 * @param {SystemInfo[]} at
 * @param {Coding} coding
 * @param {(found: { system: SystemInfo, concept: Concept }) => Promise<string>} objection why a known code does not
 *   pass, empty when it does
 * @returns {Promise<Verdict>}
 */
async function verdictOn(systems, at, coding, objection) {
  const found = await systems.find(at, coding.code);
  if (!found) {
    const spelling = await systems.spellingOf(at, coding.code);
    const hint = spelling ? ` It is written ${spelling}.` : '';
    return { result: false, message: `There is no code ${coding.code} in ${at[0].uri}.${hint}` };
  }
  const message = await objection(found);
  if (message) return { result: false, message, display: found.concept.display };
  return verdictOnDisplay(found.concept, coding.display);
}

/**
 * @param {CodeSystems} systems
 * @param {Inputs} inputs
 * @param {SystemInfo} [instance] of `CodeSystem/id/$validate-code`
 */
export async function validateInCodeSystem(systems, inputs, instance) {
  inputs.allow([
    ...['url', 'code', 'version', 'display', 'coding', 'codeableConcept', 'abstract'],
    'displayLanguage',
  ]);
  const codings = readCodings(inputs, 'url', 'version');
  const url = instance?.uri ?? inputs.text('url');
  return answerOf(
    await firstPassing(codings, async (coding) => {
      const uri = url ?? coding.system;
      if (!uri) throw required('The parameter url is required.');
      if (coding.system && coding.system !== uri) {
        throw invalid('The system of the coding is not that of the parameter url.');
      }
      const at = instance ? [instance] : systems.require(uri, coding.version);
      return verdictOn(systems, at, coding, async () => '');
    }),
  );
}

/**
 * @param {CodeSystems} systems
 * @param {ValueSets} valueSets
 * @param {Inputs} inputs
 * @param {string} [instance] id of `ValueSet/id/$validate-code`
 */
export async function validateInValueSet(systems, valueSets, inputs, instance) {
  inputs.allow([
    ...['url', 'valueSet', 'valueSetVersion', 'code', 'system', 'systemVersion', 'display'],
    ...['coding', 'codeableConcept', 'abstract', 'displayLanguage'],
  ]);
  const valueSet = await valueSets.read(inputs, instance);
  const codings = readCodings(inputs, 'system', 'systemVersion');
  return answerOf(
    await firstPassing(codings, async (coding) => {
      if (!coding.system) throw required('The parameter system is required with code.');
      if (systems.at(coding.system).length === 0 && codings.length > 1) {
        return { result: false, message: `This catalog has no code system ${coding.system}.` };
      }
      const at = systems.require(coding.system, coding.version);
      return verdictOn(systems, at, coding, async ({ system, concept }) =>
        (await isMember(valueSet, system, concept))
          ? ''
          : `${coding.code} is a code of ${coding.system}, but not in the value set.`,
      );
    }),
  );
}
