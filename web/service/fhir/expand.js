// Which codes does a value set hold? ValueSet/$expand.
//
// Exports expand. A value set that can be said in the query language is answered by one search, best
// first; another one is listed. Held by tests/service/expand.test.js and tests/service/compose.test.js.

import { LIMITS } from '../limits.js';
import { plainWords } from '../query-text.js';
import { tooCostly } from '../service-failure.js';
import { designationOf, parameter, versionOf } from './resources.js';
import { filterMembers, listMembers } from './value-set-listing.js';
import { queryOf } from './value-set-query.js';

/** @typedef {import('./inputs.js').Inputs} Inputs */
/** @typedef {import('../code-systems.js').CodeSystems} CodeSystems */
/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */
/** @typedef {import('./value-sets.js').ValueSets} ValueSets */
/** @typedef {import('./value-set-parts.js').ValueSetParts} ValueSetParts */
/** @typedef {import('./resources.js').Json} Json */

/**
 * @typedef {object} Wanted
 * @property {string} filter
 * @property {number} offset
 * @property {number | undefined} count
 * @property {boolean} isActiveOnly
 * @property {boolean} hasDesignations
 */

/**
 * @typedef {object} Listed
 * @property {number} total
 * @property {boolean} isRelaxed some do not meet every word of the filter
 * @property {{ system: SystemInfo, code: string, display: string, status: string }[]} concepts
 */

/** The parameters that change the answer, then those that cannot: expansions here are flat, whole and in English. */
const SUPPORTED = [
  ...['url', 'valueSet', 'valueSetVersion', 'filter', 'offset', 'count', 'includeDesignations'],
  ...['activeOnly', 'includeDefinition', 'excludeNested', 'excludeNotForUI'],
  ...['excludePostCoordinated', 'displayLanguage'],
];

/**
 * @param {Inputs} inputs
 * @returns {Wanted}
 */
function readWanted(inputs) {
  const count = inputs.count('count');
  return {
    filter: inputs.text('filter', LIMITS.text)?.trim() ?? '',
    offset: inputs.count('offset') ?? 0,
    count: count === undefined ? undefined : Math.min(count, LIMITS.page),
    isActiveOnly: inputs.truth('activeOnly'),
    hasDesignations: inputs.truth('includeDesignations'),
  };
}

/**
 * Refuses to list a whole code system at once; what a person filters is given by pages instead.
 *
 * @param {number} total
 * @param {Wanted} wanted
 */
function checkCost(total, { count, filter, offset }) {
  if (count === undefined && !filter && total > LIMITS.page) {
    throw tooCostly(
      `The value set has ${total} concepts.`,
      `Ask for pages of at most ${LIMITS.page} by count and offset, or filter.`,
    );
  }
  const first = Math.min(count ?? LIMITS.page, total - offset);
  if (first > 0 && offset + first > LIMITS.reach) {
    throw tooCostly(
      `The page from ${offset} on lies beyond the first ${LIMITS.reach} concepts.`,
      'Narrow the value set or filter.',
    );
  }
}

/**
 * @param {CodeSystems} systems
 * @param {string} query
 * @param {Wanted} wanted
 * @returns {Promise<Listed>}
 */
async function searched(systems, query, wanted) {
  const isTyping = Boolean(wanted.filter);
  const whole = wanted.filter ? `${query} ${plainWords(wanted.filter)}` : query;
  const limit = Math.min(wanted.count ?? LIMITS.page, LIMITS.page);
  const offset = Math.min(wanted.offset, LIMITS.reach);
  const answer = await systems.search(whole, { limit, offset, isTyping });
  checkCost(answer.total, wanted);
  const concepts = answer.hits.map(({ system, code, display, status }) => ({
    system: /** @type {SystemInfo} */ (systems.byId(system)),
    ...{ code, display, status },
  }));
  return { total: answer.total, isRelaxed: answer.relaxed, concepts };
}

/**
 * @param {CodeSystems} systems
 * @param {ValueSetParts} valueSet
 * @param {Wanted} wanted
 * @returns {Promise<Listed>}
 */
async function listed(systems, valueSet, wanted) {
  const all = (await listMembers(systems, valueSet)).filter(
    ({ concept }) => !wanted.isActiveOnly || concept.status === 'active',
  );
  const members = wanted.filter ? await filterMembers(systems, all, wanted.filter) : all;
  checkCost(members.length, wanted);
  const page = members.slice(wanted.offset, wanted.offset + (wanted.count ?? LIMITS.page));
  const concepts = page.map(({ system, concept, display }) => ({
    system,
    code: concept.code,
    display: display || concept.display,
    status: concept.status,
  }));
  return { total: members.length, isRelaxed: false, concepts };
}

/**
 * @param {CodeSystems} systems
 * @param {Listed['concepts'][number]} listing
 * @param {boolean} hasDesignations
 */
async function contained(systems, { system, code, display, status }, hasDesignations) {
  const designations = hasDesignations
    ? ((await systems.find([system], code))?.concept.designations ?? [])
    : [];
  return {
    system: system.uri,
    ...versionOf(system),
    code,
    display,
    ...(status === 'inactive' ? { inactive: true } : {}),
    ...(designations.length ? { designation: designations.map(designationOf) } : {}),
  };
}

/**
 * Returns the notices of all systems that a value set draws from.
 *
 * @param {ValueSetParts} valueSet
 * @returns {SystemInfo[]}
 */
const systemsOf = ({ includes }) =>
  includes.flatMap(({ systems, sets }) => [...systems, ...sets.flatMap(systemsOf)]);

/**
 * @param {CodeSystems} systems
 * @param {ValueSets} valueSets
 * @param {Inputs} inputs
 * @param {{ now: () => Date, instance?: string }} context
 */
export async function expand(systems, valueSets, inputs, { now, instance }) {
  inputs.allow(SUPPORTED);
  const wanted = readWanted(inputs);
  const valueSet = await valueSets.read(inputs, instance);
  const query = queryOf(valueSet, wanted.isActiveOnly);
  const { total, isRelaxed, concepts } =
    query === null
      ? await listed(systems, valueSet, wanted)
      : await searched(systems, query, wanted);
  const contains = [];
  for (const concept of concepts) {
    contains.push(await contained(systems, concept, wanted.hasDesignations));
  }
  const notices = new Set(systemsOf(valueSet).map(({ notice }) => notice));
  return {
    resourceType: 'ValueSet',
    ...(valueSet.url ? { url: valueSet.url } : {}),
    status: 'active',
    copyright: [...notices].filter(Boolean).join('\n') || 'No notice is known.',
    expansion: {
      timestamp: now().toISOString(),
      total,
      offset: wanted.offset,
      parameter: [
        ...parameter('filter', 'String', wanted.filter),
        ...parameter('count', 'Integer', wanted.count),
        ...parameter('activeOnly', 'Boolean', wanted.isActiveOnly || undefined),
        ...parameter('includeDesignations', 'Boolean', wanted.hasDesignations || undefined),
        ...parameter('relaxedFilter', 'Boolean', isRelaxed || undefined),
        ...[...new Set(systemsOf(valueSet))].flatMap((system) =>
          parameter('version', 'Uri', system.version && `${system.uri}|${system.version}`),
        ),
      ],
      ...(contains.length ? { contains } : {}),
    },
  };
}
