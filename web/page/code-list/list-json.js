// What list of codes does a JSON file hold: one of ours, or a FHIR R4 ValueSet?
//
// Exports readJsonList. Every field is checked: the file may be anything.
// Held by tests/browser/unit/list-import.test.js.

import { MAX_ENTRIES } from './code-list.js';
import { COMMENT_EXTENSION, JSON_FORMAT } from './list-formats.js';
import { Refusal } from './refusal.js';

/** @typedef {import('./list-import.js').Item} Item */
/** @typedef {import('./list-import.js').RawList} RawList */

/** An expansion nests its headings; deeper is no list that people made. */
const MAX_DEPTH = 20;

/** @param {unknown} value */
const text = (value) => (typeof value === 'string' ? value : '');

/** @param {unknown} value */
const list = (value) => (Array.isArray(value) ? value : []);

/**
 * @param {string} body
 * @returns {RawList}
 */
export function readJsonList(body) {
  let data;
  try {
    data = JSON.parse(body);
  } catch (error) {
    throw new Refusal('badJson', { line: lineOf(body, /** @type {Error} */ (error).message) });
  }
  if (data?.resourceType === 'ValueSet') return fromValueSet(data);
  if (data?.format === JSON_FORMAT) return fromOwn(data);
  throw new Refusal('otherJson');
}

/**
 * Returns the line that the browser's message names by a position or a line, else the last one.
 *
 * @param {string} body
 * @param {string} message
 */
function lineOf(body, message) {
  const named = /line (\d+)/.exec(message);
  if (named) return Number(named[1]);
  const position = /position (\d+)/.exec(message);
  return body.slice(0, position ? Number(position[1]) : body.length).split('\n').length;
}

/**
 * @param {any} data
 * @returns {RawList}
 */
function fromOwn(data) {
  const entries = list(data.entries);
  if (entries.length > MAX_ENTRIES) throw new Refusal('tooMany', { limit: MAX_ENTRIES });
  const items = entries.map((entry, at) =>
    item({ ...entry, system: text(entry?.system) || text(entry?.uri) }, at + 1),
  );
  return { title: text(data.title), items };
}

/**
 * @param {any} entry
 * @param {number} number
 * @returns {Item}
 */
function item(entry, number) {
  const code = text(entry?.code).trim();
  if (code === '') throw new Refusal('noCodeEntry', { number });
  return {
    system: text(entry.system),
    code,
    display: text(entry.display),
    note: text(entry.note),
    line: number,
  };
}

/**
 * An expansion is the whole answer; without one, the value set must list its codes.
 *
 * @param {any} data
 * @returns {RawList}
 */
function fromValueSet(data) {
  const title = text(data.title) || text(data.name);
  /** @type {Item[]} */
  const items = [];
  const take = (/** @type {any} */ concept, /** @type {unknown} */ system) => {
    const note = list(concept?.extension).find((each) => each?.url === COMMENT_EXTENSION);
    const entry = { ...concept, system: text(system), note: text(note?.valueString) };
    items.push(item(entry, items.length + 1));
    if (items.length > MAX_ENTRIES) throw new Refusal('tooMany', { limit: MAX_ENTRIES });
  };
  if (data.expansion) {
    takeContained(data.expansion, take, 0);
    return { title, items };
  }
  if (list(data.compose?.exclude).length) throw new Refusal('notExpanded');
  for (const include of list(data.compose?.include)) {
    if (!Array.isArray(include?.concept) || include.filter || include.valueSet) {
      throw new Refusal('notExpanded');
    }
    for (const concept of include.concept) take(concept, include.system);
  }
  return { title, items };
}

/**
 * @param {any} node
 * @param {(concept: any, system: unknown) => void} take
 * @param {number} depth
 */
function takeContained(node, take, depth) {
  if (depth > MAX_DEPTH) throw new Refusal('tooDeep', { limit: MAX_DEPTH });
  for (const concept of list(node?.contains)) {
    if (concept?.code && !concept.abstract) take(concept, concept.system);
    takeContained(concept, take, depth + 1);
  }
}
