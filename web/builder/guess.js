// What is in the columns of a table that nobody described?
//
// Exports guessTable: by the names of its columns and a look at its first rows, it writes the columns file that
// core/sources/FORMATS.md describes, so that the builder, and `medcode build` later, reads the table as it is. What a person
// chose stands before what is guessed. Held by tests/wasm/builder-guess.test.js.

import { MAX_PROPERTIES } from './limits.js';
import { meaningsOf } from './column-names.js';
import { firstRows, separatorOf } from './rows.js';

/** @typedef {import('./contract.d.ts').GuessedTable} GuessedTable */
/** @typedef {import('./contract.d.ts').TableChoice} TableChoice */

/** Rows looked at: a column of states is known by its values. */
const ROWS_LOOKED_AT = 50;

/** As core/sources/table_head.cpp: an id stands in addresses and in every hit. */
const MAX_ID_LENGTH = 32;

/** Meanings of one column only. */
const ONCE = ['code', 'display', 'system', 'parent', 'status', 'billing', 'usage'];

/** What a code system is called whose file has no letters in its name. */
const NAMELESS = 'my-codes';

/**
 * Of the columns whose cells may hold only certain values: whether one fits.
 *
 * @param {(name: string) => string} systemId
 * @returns {Record<string, (cell: string) => boolean>}
 */
const demandsOf = (systemId) => ({
  system: (cell) => systemId(cell) !== '',
  status: (cell) => ['', 'active', 'inactive'].includes(cell),
  billing: (cell) => ['', 'billable', 'header', 'none'].includes(cell),
  usage: (cell) => /^\d{0,9}$/.test(cell),
  parent: (cell) => !/\s/.test(cell),
});

/**
 * Returns the name of a file without folders and ending.
 *
 * @param {string} file
 */
export const titleOf = (file) =>
  (file.split(/[/\\:]/).pop() ?? '').replace(/\.[^.]{1,5}$/, '').replace(/[_\s]+/g, ' ');

/**
 * Returns an id for what people call `name`: a known system's, or one's own.
 *
 * @param {string} name
 * @param {(name: string) => string} systemId
 */
export function idOf(name, systemId) {
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_ID_LENGTH)
    .replace(/^-|-$/g, '');
  return systemId(slug) || (slug && systemId(`my-${slug}`.slice(0, MAX_ID_LENGTH))) || NAMELESS;
}

/** @param {string} name a columns file cannot name it otherwise */
const canBeNamed = (name) => name !== '' && !/^"|[\t\r\n]/.test(name);

/**
 * Returns the meaning of each column, '' for none.
 *
 * @param {string[]} header
 * @param {string[][]} rows
 * @param {(name: string) => string} systemId
 */
function meaningsByName(header, rows, systemId) {
  const demands = demandsOf(systemId);
  /** @type {Map<string, { column: number, rank: number }>} */
  const best = new Map();
  header.forEach((name, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    for (const { meaning, rank } of meaningsOf(name)) {
      const demand = demands[meaning];
      if (demand && !(cells.some(Boolean) && cells.every(demand))) continue;
      const former = best.get(meaning);
      if (!former || rank < former.rank) best.set(meaning, { column, rank });
    }
  });
  const taken = header.map(() => '');
  for (const [meaning, { column }] of best) taken[column] ||= meaning;
  // A second column of names, such as a description beside a title, is searched too.
  const isName = (/** @type {string} */ name) =>
    meaningsOf(name).some(({ meaning }) => meaning === 'display');
  return taken.map((meaning, column) => meaning || (isName(header[column]) ? 'synonym' : ''));
}

/**
 * @param {string[]} header
 * @param {string[]} taken
 */
function keepOthersAsFacts(header, taken) {
  let room = MAX_PROPERTIES;
  return taken.map((meaning, column) => {
    const name = header[column];
    if (meaning || !canBeNamed(name) || header.indexOf(name) !== column || room === 0) {
      return meaning;
    }
    room -= 1;
    return `property:${name}`;
  });
}

/**
 * Says what is in a table. Returns null for what is no table with a header row; without a column for codes or one for names
 * `columnsFile` is empty and the columns tell what was found.
 *
 * @param {string} file its name
 * @param {string} head its first kilobytes
 * @param {{ choice?: TableChoice, systemName?: string, systemId: (name: string) => string, isWhole?: boolean }} options
 *   `isWhole`: the head is all of the file
 * @returns {Omit<GuessedTable, 'encoding'> | null}
 */
export function guessTable(file, head, { choice = {}, systemName, systemId, isWhole = false }) {
  const text = head.replace(/^\ufeff/, '');
  const separator = separatorOf(text);
  const [header = [], ...rows] = firstRows(text, separator, ROWS_LOOKED_AT + 1);
  if (!isWhole && rows.length < ROWS_LOOKED_AT) rows.pop(); // it may be cut
  const isTable = header.length > 1 && rows.some((row) => row.length === header.length);
  if (!isTable || text.includes('\0') || /^\s*[<{[]/.test(text)) return null;
  const guessed = keepOthersAsFacts(header, meaningsByName(header, rows, systemId));
  const given = choice.columns ?? {};
  const isGiven = (/** @type {string} */ as) =>
    ONCE.includes(as) && Object.values(given).includes(as);
  const meanings = header.map((name, column) => {
    if (Object.hasOwn(given, name)) return given[name] ?? '';
    return isGiven(guessed[column]) ? '' : guessed[column];
  });
  const title = choice.title || systemName || titleOf(file);
  const system = choice.system || idOf(title, systemId);
  const columns = header.flatMap((column, i) =>
    meanings[i] && canBeNamed(column) ? [{ column, as: meanings[i] }] : [],
  );
  const isComplete = ['code', 'display'].every((as) => columns.some((column) => column.as === as));
  const lines = [
    `#columns-of\t${file.split(/[/\\:]/).pop()}`,
    `#system\t${system}`,
    `#title\t${title}`,
    ...columns.map(({ column, as }) => `${as}\t${column}`),
  ];
  return {
    file,
    system,
    title,
    columns,
    leftOut: header.filter((_, i) => !meanings[i] || !canBeNamed(header[i])),
    columnsFile: isComplete ? `${lines.join('\n')}\n` : '',
  };
}
