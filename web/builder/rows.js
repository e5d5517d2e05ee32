// How do the first rows of a table look, whatever separates its columns?
//
// Exports separatorOf and firstRows: as much of CSV as is needed to look at a table before the builder reads it
// (core/sources/delimited.hpp does that). Held by tests/wasm/builder-guess.test.js.

/** In the order in which the builder prefers them where several occur as often. */
const SEPARATORS = [',', '\t', ';', '|'];

/**
 * Returns the separator that occurs most often in the header row.
 *
 * @param {string} text
 */
export function separatorOf(text) {
  const line = text.split('\n', 1)[0];
  let best = ',';
  let most = 0;
  for (const separator of SEPARATORS) {
    const count = line.split(separator).length - 1;
    if (count > most) best = separator;
    most = Math.max(most, count);
  }
  return best;
}

/**
 * Returns one field and where it ends.
 *
 * @param {string} text
 * @param {number} at
 * @param {string} separator
 */
function readField(text, at, separator) {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
    return { value: text.slice(at, end).replace(/\r$/, ''), end };
  }
  let value = '';
  let end = at + 1;
  for (; end < text.length; end += 1) {
    if (text[end] !== '"') value += text[end];
    else if (text[end + 1] === '"') value += text[(end += 1)];
    else break;
  }
  end += 1;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return { value, end };
}

/**
 * Returns at most `most` rows; the last may be cut where the text is.
 *
 * @param {string} text
 * @param {string} separator
 * @param {number} most
 */
export function firstRows(text, separator, most) {
  const rows = [];
  let at = 0;
  while (at < text.length && rows.length < most) {
    const row = [];
    for (;;) {
      const { value, end } = readField(text, at, separator);
      row.push(value.trim());
      at = end + 1;
      if (text[end] !== separator) break;
    }
    rows.push(row);
  }
  return rows;
}
