// In which forms does a person take a code along?
//
// Exports copyFormats and formatted: the code, code and name, FHIR Coding, or a row for a spreadsheet.
// Held by tests/browser/unit/copy-formats.test.js.

import { toCoding } from '../element/coding.js';
import { writeRow } from './code-list/csv.js';

/** @typedef {import('../engine/contract.d.ts').CatalogInfo} CatalogInfo */
/** @typedef {import('../engine/contract.d.ts').ConceptRef} ConceptRef */
/** @typedef {typeof copyFormats[number]} CopyFormat */

/** The forms, in the order of menus; `copy.<form>` names them in the strings. */
export const copyFormats = /** @type {const} */ (['onlyCode', 'codeName', 'coding', 'row']);

/**
 * Returns concepts as text: a line each, FHIR Codings as JSON (an array when there are several).
 *
 * @param {CatalogInfo} info
 * @param {readonly (ConceptRef & { note?: string })[]} concepts
 * @param {CopyFormat} format
 */
export function formatted(info, concepts, format) {
  if (format === 'coding') {
    const codings = concepts.map((concept) => toCoding(info, concept));
    return JSON.stringify(
      codings.length === 1 ? codings[0] : codings,
      null,
      codings.length === 1 ? 0 : 1,
    );
  }
  const titles = new Map(info.systems.map(({ id, title }) => [id, title]));
  return concepts
    .map(({ system, code, display, note }) => {
      if (format === 'onlyCode') return code;
      if (format === 'codeName') return `${code} ${display}`;
      return writeRow([titles.get(system) ?? system, code, display, ...(note ? [note] : [])]);
    })
    .join('\n');
}
