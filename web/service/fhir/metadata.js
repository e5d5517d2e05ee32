// What can this service do? metadata, the CodeSystem resources and the site's ValueSets.
//
// Exports capabilityStatement, terminologyCapabilities, codeSystem and searchset. Held by tests/service/r4.test.js.

import { versionOf } from './resources.js';

/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */
/** @typedef {import('../code-systems.js').CodeSystems} CodeSystems */
/** @typedef {import('./resources.js').Json} Json */

const DEFINITIONS = 'http://hl7.org/fhir/OperationDefinition/';

/** Operations by type of resource; the router knows how each is answered. */
export const OPERATIONS = {
  CodeSystem: ['lookup', 'validate-code', 'subsumes'],
  ValueSet: ['expand', 'validate-code'],
  ConceptMap: ['translate'],
};

const SOFTWARE = { name: 'medical-code-search' };

/**
 * @param {string} type
 * @param {string[]} names
 */
const restResource = (type, names) => ({
  type,
  ...(type === 'ConceptMap'
    ? {}
    : {
        interaction: [{ code: 'read' }, { code: 'search-type' }],
        searchParam: [{ name: 'url', type: 'uri' }],
      }),
  operation: names.map((name) => ({ name, definition: `${DEFINITIONS}${type}-${name}` })),
});

/**
 * @param {Date} date
 * @param {string} base address of the FHIR operations
 */
export const capabilityStatement = (date, base) => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: date.toISOString(),
  kind: 'instance',
  instantiates: ['http://hl7.org/fhir/CapabilityStatement/terminology-server'],
  software: SOFTWARE,
  implementation: { description: 'Medical codes, answered from one catalog file.', url: base },
  fhirVersion: '4.0.1',
  format: ['json'],
  rest: [
    {
      mode: 'server',
      resource: Object.entries(OPERATIONS).map(([type, names]) => restResource(type, names)),
    },
  ],
});

/**
 * Returns the systems by canonical address: one entry each, as FHIR counts them.
 *
 * @param {SystemInfo[]} all
 */
function byAddress(all) {
  /** @type {Map<string, SystemInfo[]>} */
  const systems = new Map();
  for (const system of all) systems.set(system.uri, [...(systems.get(system.uri) ?? []), system]);
  return [...systems];
}

/** @param {[uri: string, systems: SystemInfo[]]} entry */
function systemCapabilities([uri, systems]) {
  const versions = [...new Set(systems.map(({ version }) => version).filter(Boolean))];
  return {
    uri,
    ...(versions.length
      ? { version: versions.map((code) => ({ code, isDefault: code === versions[0] })) }
      : {}),
    subsumption: true,
  };
}

/**
 * @param {CodeSystems} systems
 * @param {Date} date
 * @param {string} base
 */
export const terminologyCapabilities = (systems, date, base) => ({
  resourceType: 'TerminologyCapabilities',
  status: 'active',
  date: date.toISOString(),
  kind: 'instance',
  software: SOFTWARE,
  implementation: { description: 'Medical codes, answered from one catalog file.', url: base },
  codeSystem: byAddress(systems.all).map(systemCapabilities),
  expansion: {
    hierarchical: false,
    paging: true,
    incomplete: false,
    parameter: ['filter', 'offset', 'count', 'includeDesignations', 'activeOnly'].map((name) => ({
      name,
    })),
    textFilter: 'Words in any order, the last one also as a prefix; names, synonyms and codes.',
  },
  codeSearch: 'all',
  validateCode: { translations: false },
  translation: { needsMap: false },
  closure: { translation: false },
});

/** @param {SystemInfo} system */
export const codeSystem = (system) => ({
  resourceType: 'CodeSystem',
  id: system.id,
  url: system.uri,
  ...versionOf(system),
  name: system.title.replace(/[^A-Za-z0-9]+/g, '_').replace(/^(?![A-Z])/, 'C'),
  title: system.title,
  status: 'active',
  ...(system.publisher ? { publisher: system.publisher } : {}),
  ...(system.notice ? { copyright: system.notice } : {}),
  caseSensitive: true,
  valueSet: `${system.uri}?fhir_vs`,
  hierarchyMeaning: 'is-a',
  content: 'not-present',
  count: system.concepts,
});

/** @param {Json[]} resources */
export const searchset = (resources) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  ...(resources.length
    ? { entry: resources.map((resource) => ({ resource, search: { mode: 'match' } })) }
    : {}),
});
