// How do answers look as FHIR resources?
//
// Exports makers of Parameters, Coding and OperationOutcome. Held by tests/service/r4.test.js.

/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */
/** @typedef {Record<string, any>} Json */

/**
 * Returns a parameter, or nothing when there is no value; FHIR knows no empty texts.
 *
 * @param {string} name
 * @param {string} type the x of value[x]: `String`, `Code`, `Boolean`
 * @param {unknown} value
 * @returns {Json[]}
 */
export const parameter = (name, type, value) =>
  value === undefined || value === '' || value === null ? [] : [{ name, [`value${type}`]: value }];

/** @param {Json[]} list */
export const parameters = (list) => ({ resourceType: 'Parameters', parameter: list });

/** @param {SystemInfo} system */
export const versionOf = (system) => (system.version ? { version: system.version } : {});

/**
 * @param {SystemInfo} system
 * @param {{ code: string, display: string }} concept
 */
export const codingOf = (system, { code, display }) => ({
  system: system.uri,
  ...versionOf(system),
  code,
  ...(display ? { display } : {}),
});

/**
 * The use of a designation in the words of this project; FHIR has no codes for them.
 *
 * @param {{ use: string, text: string }} designation
 */
export const designationOf = ({ use, text }) => ({ use: { code: use, display: use }, value: text });

/**
 * @param {string} issue a code of FHIR's IssueType
 * @param {string} message
 * @param {string} [advice]
 */
export const operationOutcome = (issue, message, advice) => ({
  resourceType: 'OperationOutcome',
  issue: [
    {
      severity: 'error',
      code: issue,
      details: { text: message || 'The request failed.' },
      ...(advice ? { diagnostics: advice } : {}),
    },
  ],
});
