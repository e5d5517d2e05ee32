// In which forms does a list of codes leave the page?
//
// Exports exportList and exportFormats: CSV, JSON, FHIR R4 ValueSet and plain text; list-import.js reads each of
// them again. The forms are described in README.md. Held by tests/browser/unit/list-formats.test.js.

import { writeCsv } from './csv.js';

/** @typedef {import('../../engine/contract.d.ts').CatalogInfo} CatalogInfo */
/** @typedef {import('./code-list.js').Content} Content */
/** @typedef {import('./code-list.js').Entry} Entry */

/** Names the form inside a JSON file, so that no other JSON is taken for it. */
export const JSON_FORMAT = 'medical-code-list';

/** Where FHIR R4 keeps a remark on a concept of a value set. */
export const COMMENT_EXTENSION =
  'http://hl7.org/fhir/StructureDefinition/valueset-concept-comments';

/** The forms, with the end of the file's name and its media type. */
export const exportFormats = /** @type {const} */ ({
  csv: { end: '.csv', type: 'text/csv' },
  json: { end: '.json', type: 'application/json' },
  valueSet: { end: '.valueset.json', type: 'application/fhir+json' },
  text: { end: '.txt', type: 'text/plain' },
});

/** @typedef {keyof typeof exportFormats} ExportFormat */

/** @param {Content} list */
function toCsv({ entries }) {
  const header = ['system', 'code', 'display', 'note', 'status', 'billable'];
  const rows = entries.map(({ system, code, display, note, status, billable }) => [
    system,
    code,
    display,
    note,
    status,
    billable,
  ]);
  return writeCsv([header, ...rows]);
}

/**
 * @param {Content} list
 * @param {CatalogInfo} info
 */
function toJson({ title, entries }, info) {
  const systems = new Map(info.systems.map((system) => [system.id, system]));
  return {
    format: JSON_FORMAT,
    version: 1,
    title,
    entries: entries.map(({ system, code, display, note }) => ({
      system,
      uri: systems.get(system)?.uri ?? '',
      code,
      display,
      note,
    })),
  };
}

/**
 * Neighbours of one system share an `include`, so that the order survives.
 *
 * @param {Content} list
 * @param {CatalogInfo} info
 */
function toValueSet({ title, entries }, info) {
  const systems = new Map(info.systems.map((system) => [system.id, system]));
  /** @type {{ system: string, version?: string, concept: object[] }[]} */
  const include = [];
  let former = '';
  for (const { system: id, code, display, note } of entries) {
    const { uri = '', version = '' } = systems.get(id) ?? {};
    if (former !== id || include.length === 0) {
      include.push({ system: uri || id, ...(version ? { version } : {}), concept: [] });
    }
    former = id;
    const extension = note ? { extension: [{ url: COMMENT_EXTENSION, valueString: note }] } : {};
    include.at(-1)?.concept.push({ ...extension, code, display });
  }
  return {
    resourceType: 'ValueSet',
    ...(title ? { title } : {}),
    status: 'draft',
    ...(include.length ? { compose: { include } } : {}),
  };
}

/** @param {Content} list */
function toText({ title, entries }) {
  const heading = title ? [`# ${title}`, ''] : [];
  const lines = entries.map(({ system, code, display, note }) => {
    const remark = note ? `\n    ${note.replace(/\s+/g, ' ')}` : '';
    return `${system}/${code}  ${display}${remark}`;
  });
  return [...heading, ...lines, ''].join('\n');
}

/**
 * @param {Content} list
 * @param {CatalogInfo} info
 * @param {ExportFormat} format
 * @returns {string}
 */
export function exportList(list, info, format) {
  if (format === 'csv') return toCsv(list);
  if (format === 'text') return toText(list);
  const data = format === 'json' ? toJson(list, info) : toValueSet(list, info);
  return `${JSON.stringify(data, null, 2)}\n`;
}

/**
 * Returns a name for the file that every file system takes.
 *
 * @param {string} title
 * @param {string} otherwise
 * @param {ExportFormat} format
 */
export function fileName(title, otherwise, format) {
  const name = (title || otherwise)
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${name || 'codes'}${exportFormats[format].end}`;
}
