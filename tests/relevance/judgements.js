// Which queries are judged, and which codes answer them?
//
// Exports readJudgements: every judgement of a folder. Two kinds of file are read, both with a header:
// ours (query, system, codes, kind, part) and two columns (query, ID of a system), whose kind is the file's name.
// Held by tests/relevance/rank.test.js.

import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * @typedef {object} Judgement
 * @property {string} query what a person types
 * @property {string} system the system that is searched
 * @property {string[]} codes the accepted codes
 * @property {string} kind what is tried: emergency, lay, typo ...
 * @property {'dev' | 'held' | 'outside'} part tuned on, kept aside, or another's file
 */

/**
 * Returns the judgement of one line.
 *
 * @param {string[]} header
 * @param {string[]} cells
 * @param {string} place file and line, for the error
 * @param {string} setName
 * @returns {Judgement}
 */
function readLine(header, cells, place, setName) {
  if (cells.length !== header.length || cells.some((cell) => !cell.trim())) {
    throw new Error(`${place}: ${header.length} cells with text are needed, tabs between them`);
  }
  if (header.length === 2) {
    const [query, codes] = cells;
    return { query, system: header[1], codes: codes.split('|'), kind: setName, part: 'outside' };
  }
  const row = Object.fromEntries(header.map((name, column) => [name, cells[column]]));
  if (row.part !== 'dev' && row.part !== 'held') {
    throw new Error(`${place}: part is "dev" or "held", not "${row.part}"`);
  }
  return {
    query: row.query,
    system: row.system,
    codes: row.codes.split('|'),
    kind: row.kind,
    part: row.part,
  };
}

/**
 * Returns the judgements of one file's text.
 *
 * @param {string} text
 * @param {string} file its name, for errors and as the kind of a file with two columns
 * @returns {Judgement[]}
 */
export function parseJudgements(text, file) {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const header = lines[0].split('\t');
  const isOurs = header.join() === 'query,system,codes,kind,part';
  if (!isOurs && (header.length !== 2 || header[0] !== 'query')) {
    throw new Error(`${file}:1: a header "query system codes kind part" or "query ID" is needed`);
  }
  const setName = basename(file, '.tsv');
  return lines
    .map((line, index) => ({ line, place: `${file}:${index + 1}` }))
    .slice(1)
    .filter(({ line }) => line !== '')
    .map(({ line, place }) => readLine(header, line.split('\t'), place, setName));
}

/**
 * Returns the judgements of every .tsv file of `folder`, file by file in the order of their names.
 *
 * @param {string} folder
 * @returns {Judgement[]}
 */
export function readJudgements(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => parseJudgements(readFileSync(join(folder, name), 'utf8'), name));
}
