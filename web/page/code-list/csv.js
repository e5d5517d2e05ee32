// How does a table become CSV that a spreadsheet opens without running anything, and back?
//
// Exports writeCsv, writeRow and readCsv (RFC 4180). A cell that a spreadsheet would take for a formula
// (`=`, `+`, `-`, `@`, tab or line end at its start) is written behind an apostrophe, which readCsv
// takes off again: `=1+1` -> `'=1+1`, `'=1` -> `''=1`. Held by tests/browser/unit/csv.test.js.

/** Excel reads UTF-8 as such only behind this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What starts a formula in Excel, LibreOffice and Google Sheets, also where blanks stand before it. */
const FORMULA = /^'*\s*[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/;

/** @param {string | number | boolean | null | undefined} value */
function safe(value) {
  const text = value === null || value === undefined ? '' : String(value);
  return FORMULA.test(text) ? `'${text}` : text;
}

/** @param {string} text */
const quoted = (text) =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * @param {(string | number | boolean | null | undefined)[][]} rows
 * @returns {string} with a byte order mark and CRLF line ends, as spreadsheets want it
 */
export function writeCsv(rows) {
  return (
    BYTE_ORDER_MARK +
    rows.map((row) => row.map((cell) => quoted(safe(cell))).join(',') + '\r\n').join('')
  );
}

/**
 * Returns one row as it is pasted into a spreadsheet: cells between tabs.
 *
 * @param {(string | null | undefined)[]} cells
 */
export function writeRow(cells) {
  return cells.map((cell) => safe((cell ?? '').replace(/[\t\r\n]+/g, ' '))).join('\t');
}

/**
 * Returns the sign between the cells of the first line: the one that stands there most outside quotes.
 *
 * @param {string} text
 */
function separatorOf(text) {
  const first = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (/** @type {string} */ sign) => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/**
 * Reads CSV whose cells are parted by commas, semicolons or tabs.
 *
 * @param {string} text
 * @param {number} maxRows
 * @returns {{ rows: { line: number, cells: string[] }[], openQuote: number, isTooLong: boolean }}
 *   `openQuote`: line where a quote opens that never closes, 0 when none does
 */
export function readCsv(text, maxRows) {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const separator = separatorOf(body);
  const piece = new RegExp(
    `"([^"]*(?:""[^"]*)*)"|[^${separator}\\r\\n"]+|(${separator})|(\\r\\n|\\r|\\n)|(")`,
    'g',
  );
  /** @type {{ line: number, cells: string[] }[]} */
  const rows = [];
  let [line, start, cell, openQuote] = [1, 1, '', 0];
  /** @type {string[]} */
  let cells = [];
  const endRow = () => {
    cells.push(unsafe(cell));
    if (cells.some((each) => each.trim() !== '')) rows.push({ line: start, cells });
    [cells, cell, start] = [[], '', line];
  };
  for (const { 0: whole, 1: inQuotes, 2: isNext, 3: isEnd, 4: isOpen } of body.matchAll(piece)) {
    if (isOpen) {
      openQuote = line;
      break;
    }
    if (isNext) {
      cells.push(unsafe(cell));
      cell = '';
    } else if (isEnd) {
      line += 1;
      endRow();
      if (rows.length > maxRows) return { rows, openQuote, isTooLong: true };
    } else if (inQuotes !== undefined) {
      cell += inQuotes.replaceAll('""', '"');
      line += inQuotes.split(/\r\n|\r|\n/).length - 1;
    } else cell += whole;
  }
  if (!openQuote) endRow();
  return { rows, openQuote, isTooLong: rows.length > maxRows };
}

/** @param {string} cell */
const unsafe = (cell) => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);
