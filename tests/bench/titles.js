// Which codes and titles do the three large code systems have, read straight from their publishers' files?
//
// Exports officialFiles, readTitles and titleLines. Held by tests/bench/bench.test.js.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFromZip } from './zip.js';

/** @typedef {{code: string, title: string}} Title */

/** The releases this benchmark is measured on, by code system. */
export const officialFiles = {
  icd10cm: 'icd10cm/icd10cm-Code Descriptions-2026.zip',
  icd10pcs: 'icd10pcs/cms_2026_pr.zip',
  hcpcs: 'hcpcs/hcpcs_2026_january.csv',
};

/** The columns of the order files: code from 6, long title from 77, as the publishers' notes say. */
const orderFile = { name: /(?<!addenda.)order.2026\.txt$/, code: 6, codeEnd: 13, title: 77 };

/**
 * Returns codes and long titles of an order file.
 *
 * @param {string} text
 * @returns {Title[]}
 */
export function parseOrderFile(text) {
  return text
    .split(/\r?\n/)
    .filter((line) => line.length > orderFile.title)
    .map((line) => ({
      code: line.slice(orderFile.code, orderFile.codeEnd).trim(),
      title: line.slice(orderFile.title).trim(),
    }));
}

/**
 * Returns codes and long titles of a CSV whose first two columns they are, under one header line.
 *
 * @param {string} text
 * @returns {Title[]}
 */
export function parseTitleCsv(text) {
  const row = /^([A-Z0-9]+),(?:"((?:[^"]|"")*)"|([^,]*)),/gm;
  return [...text.slice(text.indexOf('\n') + 1).matchAll(row)].map(([, code, quoted, plain]) => ({
    code,
    title: (quoted ?? plain).replaceAll('""', '"'),
  }));
}

/**
 * Returns the titles of the three systems.
 *
 * @param {string} folder with the official releases
 * @returns {{icd10cm: Title[], icd10pcs: Title[], hcpcs: Title[]}}
 */
export function readTitles(folder) {
  /** @param {string} file */
  const orderOf = (file) =>
    parseOrderFile(readFromZip(readFileSync(join(folder, file)), orderFile.name).toString('latin1'));
  return {
    icd10cm: orderOf(officialFiles.icd10cm),
    icd10pcs: orderOf(officialFiles.icd10pcs),
    hcpcs: parseTitleCsv(readFileSync(join(folder, officialFiles.hcpcs), 'utf8')),
  };
}

/**
 * Returns the lines that a catalog's size is compared with: code, tab, title.
 *
 * @param {Title[]} titles
 */
export const titleLines = (titles) =>
  titles.map(({ code, title }) => `${code}\t${title}\n`).join('');
