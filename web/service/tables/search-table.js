// How is `/api/{table}/v3/search` answered?
//
// Exports searchTable: the array of five that NLM's Clinical Table Search Service gives (total, codes, extra
// fields, display strings, code systems). Held by tests/service/tables.test.js.

import { LIMITS } from '../limits.js';
import { plainWords, queryBytes } from '../query-text.js';
import { invalid, notFound, required, tooLong } from '../service-failure.js';
import { readConstraint } from './constraint.js';
import { tableNames, tableOf } from './tables.js';

/** @typedef {import('../code-systems.js').CodeSystems} CodeSystems */
/** @typedef {import('../../engine/contract.d.ts').Concept} Concept */
/** @typedef {import('../../engine/contract.d.ts').Details} Details */
/** @typedef {import('../../engine/contract.d.ts').SystemInfo} SystemInfo */
/** @typedef {import('./tables.js').Field} Field */
/** @typedef {import('./tables.js').Table} Table */

/** NLM's own bounds: results where none are asked for, at most, and how far offset and count reach together. */
const USUAL_RESULTS = 7;
const MAX_RESULTS = 500;
const MAX_REACH = 7500;

/** Fields that may be asked for at once. */
const MAX_FIELDS = 24;

/**
 * @param {string | null} text
 * @param {string} name
 * @param {number} usual
 */
function countOf(text, name, usual) {
  if (text === null) return usual;
  if (!/^\d{1,9}$/.test(text)) throw invalid(`${name} is not a whole number from 0 up.`);
  return Number(text);
}

/**
 * Returns which results are asked for. `maxList` without a value means as many as allowed.
 *
 * @param {URLSearchParams} query
 */
function readPage(query) {
  const maxList = query.get('maxList');
  const all = maxList === '' ? MAX_RESULTS : countOf(maxList, 'maxList', USUAL_RESULTS);
  const isPaged = query.has('count') || query.has('offset');
  const size = isPaged && maxList === null ? USUAL_RESULTS : all;
  const limit = Math.min(countOf(query.get('count') || null, 'count', size), MAX_RESULTS);
  const offset = countOf(query.get('offset') || null, 'offset', 0);
  if (offset + limit > MAX_REACH) {
    throw invalid(`offset and count reach beyond ${MAX_REACH} results.`, 'Search for more words.');
  }
  return { limit, offset };
}

/**
 * @param {URLSearchParams} query
 * @param {string} name
 * @param {string[]} usual
 */
function namesOf(query, name, usual) {
  const text = query.get(name);
  const names = text
    ?.split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (!names || names.length === 0) return usual;
  if (names.length > MAX_FIELDS) throw tooLong(`${name} names more than ${MAX_FIELDS} fields.`);
  return names;
}

/**
 * @param {Table} table
 * @param {string} name
 */
function fieldOf(table, name) {
  if (Object.hasOwn(table.fields, name)) return table.fields[name];
  throw invalid(
    `This table has no field ${JSON.stringify(name.slice(0, 64))}.`,
    `It has ${Object.keys(table.fields).join(', ')}.`,
  );
}

/**
 * Returns the words of the query for `terms`: in codes only, or in names and codes.
 *
 * @param {string} terms
 * @param {Field[]} searched
 */
function termsQuery(terms, searched) {
  if (searched.every(({ kind }) => kind === 'code')) {
    const code = terms.trim().replace(/[^A-Za-z0-9.-]/g, '');
    return code ? `code:${code}*` : '';
  }
  return plainWords(terms);
}

/**
 * @param {URLSearchParams} query
 * @param {Table} table
 * @param {SystemInfo} system
 */
function queryText(query, table, system) {
  const terms = query.get('terms');
  if (terms === null) throw required('The parameter terms is required.');
  const q = query.get('q') ?? '';
  if (terms.length > LIMITS.text || q.length > LIMITS.text) {
    throw tooLong(`terms and q have at most ${LIMITS.text} characters.`);
  }
  const searched = namesOf(query, 'sf', table.sf).map((name) => fieldOf(table, name));
  const words = termsQuery(terms, searched);
  const scope = [`system:${system.id}`, q.trim() && readConstraint(q, table)].filter(Boolean);
  const isNothing = terms.trim() !== '' && words === '';
  const text = [...scope, words].filter(Boolean).join(' ');
  if (queryBytes(text) > LIMITS.query) throw tooLong('terms and q are too long together.');
  return { text, isNothing, isTyping: words !== '' && !words.startsWith('code:') };
}

/** @param {string | string[] | boolean} value */
const asText = (value) => (Array.isArray(value) ? value.join('; ') : String(value));

/**
 * @param {URLSearchParams} query
 * @param {Table} table
 */
function readFields(query, table) {
  const display = namesOf(query, 'df', table.df).map((name) => fieldOf(table, name));
  const code = fieldOf(table, namesOf(query, 'cf', [table.cf])[0]);
  const extra = namesOf(query, 'ef', []).map((text) => {
    const [name, alias = name] = text.split(':');
    return { alias, field: fieldOf(table, name) };
  });
  const fields = [...display, code, ...extra.map(({ field }) => field)];
  return { display, code, extra, hasDetails: fields.some(({ isDetail }) => isDetail) };
}

/**
 * @param {CodeSystems} systems
 * @param {string[]} path below the tables' address: `['icd10cm', 'v3', 'search']`
 * @param {URLSearchParams} query
 */
export async function searchTable(systems, path, query) {
  const [name = '', version, action] = path;
  const found = tableOf(systems, name);
  if (!found || version !== 'v3' || action !== 'search' || path.length !== 3) {
    throw notFound(
      `There is no table ${path.join('/').slice(0, 128)}.`,
      `Ask TABLE/v3/search, with one of ${tableNames(systems).join(', ')}.`,
    );
  }
  const { table, system } = found;
  const { limit, offset } = readPage(query);
  const { text, isNothing, isTyping } = queryText(query, table, system);
  const { display, code, extra, hasDetails } = readFields(query, table);
  if (isNothing) return [0, [], null, [], []];
  const answer = await systems.search(text, { limit, offset, isTyping });
  /** @type {[Concept, Details][]} */
  const rows = [];
  for (const hit of answer.hits) {
    const shown = await systems.find([system], hit.code);
    if (shown) rows.push([shown.concept, hasDetails ? await systems.details(shown.concept) : {}]);
  }
  const read = (/** @type {Field} */ field) =>
    rows.map(([concept, details]) => field.read(concept, details, system));
  return [
    Math.min(answer.total, LIMITS.reach),
    read(code).map(asText),
    extra.length ? Object.fromEntries(extra.map(({ alias, field }) => [alias, read(field)])) : null,
    rows.map(([concept, details]) =>
      display.map((field) => asText(field.read(concept, details, system))),
    ),
    rows.map(() => system.uri),
  ];
}
