// Which concepts are in a value set that no query can say?
//
// Exports listMembers and filterMembers: the includes are enumerated, one after the other, within the
// engine's bound, and what is excluded is left out. Held by tests/service/compose.test.js.

import { LIMITS } from '../limits.js';
import { plainWords } from '../query-text.js';
import { tooCostly } from '../service-failure.js';
import { holds } from './value-set-members.js';
import { supersetQueryOf, systemsQuery } from './value-set-query.js';

/** @typedef {import('../code-systems.js').CodeSystems} CodeSystems */
/** @typedef {import('../../engine/contract.d.ts').Concept} Concept */
/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */
/** @typedef {import('./value-set-parts.js').Part} Part */
/** @typedef {import('./value-set-parts.js').ValueSetParts} ValueSetParts */
/** @typedef {{ system: SystemInfo, concept: Concept, display: string }} Member */

/** @param {{ system: SystemInfo, concept: { code: string } }} member */
const keyOf = ({ system, concept }) => `${system.id}|${concept.code}`;

/**
 * Returns every concept that may pass an include: those it lists, or those of its system or value sets.
 *
 * @param {CodeSystems} systems
 * @param {Part} part
 * @returns {Promise<Member[]>}
 */
async function candidates(systems, part) {
  if (part.codes || part.tests.some(({ kind }) => kind === 'in')) {
    const codes = part.codes ?? part.tests.find(({ kind }) => kind === 'in')?.codes ?? [];
    const members = [];
    for (const code of codes) {
      const found = await systems.find(part.systems, code);
      if (found) members.push({ ...found, display: part.names.get(code) ?? '' });
    }
    return members;
  }
  if (part.systems.length === 0) return listMembers(systems, part.sets[0]);
  const answer = await systems.search(supersetQueryOf(part), {
    limit: LIMITS.reach,
    isTyping: false,
  });
  if (answer.total > LIMITS.reach) {
    throw tooCostly(
      `An include of the value set spans ${answer.total} concepts.`,
      `Narrow it: at most ${LIMITS.reach} can be listed.`,
    );
  }
  const members = [];
  for (const { system, code } of answer.hits) {
    const at = part.systems.filter(({ id }) => id === system);
    const found = await systems.find(at, code);
    if (found) members.push({ ...found, display: '' });
  }
  return members;
}

/**
 * Returns the value set's concepts in the order of its includes, each once.
 *
 * @param {CodeSystems} systems
 * @param {ValueSetParts} valueSet
 * @returns {Promise<Member[]>}
 */
export async function listMembers(systems, valueSet) {
  /** @type {Map<string, Member>} */
  const members = new Map();
  for (const part of valueSet.includes) {
    for (const member of await candidates(systems, part)) {
      const { system, concept } = member;
      const isIn =
        !members.has(keyOf(member)) &&
        !(valueSet.isActiveOnly && concept.status === 'inactive') &&
        holds(part, system, concept) &&
        !valueSet.excludes.some((excluded) => holds(excluded, system, concept));
      if (isIn) members.set(keyOf(member), member);
    }
    if (members.size > LIMITS.reach) {
      throw tooCostly(`The value set has more than ${LIMITS.reach} concepts.`);
    }
  }
  return [...members.values()];
}

/** @param {string} text */
const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Returns the members that answer a filter: first those that the engine finds, best first, then those
 * with a word beginning as each word of the filter does.
 *
 * @param {CodeSystems} systems
 * @param {Member[]} members
 * @param {string} filter
 */
export async function filterMembers(systems, members, filter) {
  if (members.length === 0) return [];
  const byKey = new Map(members.map((member) => [keyOf(member), member]));
  const at = [...new Set(members.map(({ system }) => system))];
  const words = plainWords(filter);
  /** @type {Set<Member>} */
  const found = new Set();
  if (words) {
    const { hits } = await systems.search(`${systemsQuery(at)} ${words}`, { limit: LIMITS.page });
    for (const { system, code } of hits) {
      const member = byKey.get(`${system}|${code}`);
      if (member) found.add(member);
    }
  }
  const wanted = wordsOf(filter);
  for (const member of members) {
    const { concept, display } = member;
    const names = [
      concept.code,
      display,
      concept.display,
      ...concept.designations.map((d) => d.text),
    ];
    const has = wordsOf(names.join(' '));
    if (wanted.every((word) => has.some((own) => own.startsWith(word)))) found.add(member);
  }
  return [...found];
}
