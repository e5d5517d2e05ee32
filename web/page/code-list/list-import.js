// What list of codes does a file hold that somebody wrote, exported or tampered with?
//
// Exports readList and readFileText: CSV, JSON, FHIR R4 ValueSet and plain text, told apart by what is in them,
// never by the file's name. What is wrong is a Refusal: a key of the strings (`import.<key>` and
// `import.<key>.advice`) with the line or entry. Held by tests/browser/unit/list-import.test.js.

import { readCsv } from './csv.js';
import { MAX_ENTRIES, MAX_NOTE, MAX_TITLE } from './code-list.js';
import { readJsonList } from './list-json.js';
import { Refusal } from './refusal.js';

/** @typedef {{ system: string, code: string, display: string, note: string, line: number }} Item */
/** @typedef {{ title: string, items: Item[] }} RawList */

/** Ten thousand codes with long names and notes stay far below; more is another kind of file. */
export const MAX_FILE_SIZE = 5_000_000;

/** What a column may be called, in lower case. */
const COLUMNS = {
  system: ['system', 'code system', 'codesystem', 'code_system', 'vocabulary', 'vocabulary_id'],
  code: ['code', 'codes', 'concept_code', 'código', 'codigo'],
  display: ['display', 'name', 'description', 'title', 'concept_name', 'nombre', 'descripción'],
  note: ['note', 'notes', 'comment', 'comments', 'remark', 'nota', 'notas'],
};

/**
 * Reads a file's bytes as text. Throws a Refusal for what is too large or no text.
 *
 * @param {{ size: number, arrayBuffer(): Promise<ArrayBuffer> }} file
 */
export async function readFileText(file) {
  if (file.size > MAX_FILE_SIZE) throw new Refusal('tooLarge', { limit: MAX_FILE_SIZE / 1e6 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  let text;
  try {
    text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('noText');
  }
  if (text.includes('\0')) throw new Refusal('noText');
  return text;
}

/**
 * @param {string} text
 * @returns {RawList} with at least one item; throws a Refusal otherwise
 */
export function readList(text) {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') throw new Refusal('empty');
  const list = /^\s*[[{]/.test(body)
    ? readJsonList(body)
    : isPlainText(body)
      ? readPlainText(body)
      : readTable(body);
  if (list.items.length === 0) throw new Refusal('empty');
  if (list.items.length > MAX_ENTRIES) throw new Refusal('tooMany', { limit: MAX_ENTRIES });
  const title = list.title.trim().slice(0, MAX_TITLE);
  return {
    title,
    items: list.items.map((item) => ({ ...item, note: item.note.slice(0, MAX_NOTE) })),
  };
}

/**
 * A table has a heading with several columns or the single word `code`; all else is plain text.
 *
 * @param {string} body
 */
function isPlainText(body) {
  const first = /^[^\r\n]*/.exec(body.trimStart())?.[0] ?? '';
  const cells = first
    .toLowerCase()
    .split(/[,;\t]/)
    .map((cell) => cell.replace(/["']/g, '').trim());
  return (
    !cells.some((cell) => COLUMNS.code.includes(cell)) &&
    !/^"?[^,;\t\s]+"?[,;\t].*[,;\t]/.test(first)
  );
}

/**
 * @param {string} body
 * @returns {RawList}
 */
function readTable(body) {
  const { rows, openQuote, isTooLong } = readCsv(body, MAX_ENTRIES + 1);
  if (openQuote) throw new Refusal('openQuote', { line: openQuote });
  if (isTooLong) throw new Refusal('tooMany', { limit: MAX_ENTRIES });
  const header = rows[0].cells.map((cell) => cell.trim().toLowerCase());
  const at = (/** @type {keyof typeof COLUMNS} */ name) =>
    header.findIndex((cell) => COLUMNS[name].includes(cell));
  const place = {
    system: at('system'),
    code: at('code'),
    display: at('display'),
    note: at('note'),
  };
  if (place.code < 0) throw new Refusal('noCodeColumn', { line: rows[0].line });
  const items = rows.slice(1).map(({ line, cells }) => {
    const cell = (/** @type {number} */ index) => (cells[index] ?? '').trim();
    if (cell(place.code) === '') throw new Refusal('noCode', { line });
    return {
      system: cell(place.system),
      code: cell(place.code),
      display: cell(place.display),
      note: cell(place.note),
      line,
    };
  });
  return { title: '', items };
}

/**
 * `# title`, then `system/code  name` on a line each, notes indented below; bare codes will do.
 *
 * @param {string} body
 * @returns {RawList}
 */
function readPlainText(body) {
  /** @type {RawList} */
  const list = { title: '', items: [] };
  body.split(/\r\n|\r|\n/).forEach((text, index) => {
    const line = index + 1;
    const item = list.items.at(-1);
    if (text.trim() === '') return;
    if (text.startsWith('#') && !item && !list.title) {
      list.title = text.replace(/^#+/, '').trim();
    } else if (/^(\s{4}|\t)/.test(text)) {
      if (!item) throw new Refusal('noteFirst', { line });
      item.note = `${item.note} ${text.trim()}`.trim();
    } else {
      const [, system = '', code = '', display = ''] =
        /^([\w-]+)\/(\S+)(?:\s+(.*))?$/.exec(text.trim()) ?? [];
      list.items.push(
        code
          ? { system, code, display, note: '', line }
          : { system: '', code: text.trim(), display: '', note: '', line },
      );
      if (list.items.length > MAX_ENTRIES) throw new Refusal('tooMany', { limit: MAX_ENTRIES });
    }
  });
  return list;
}
