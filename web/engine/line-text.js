// What is written on one line of a pasted list: a code, words, or both, and of which code system?
//
// Exports LineReader, listItems, looksLikeCode, plainWords. Held by tests/browser/unit/line-text.test.js.

/** @typedef {import('./contract.d.ts').CatalogInfo} CatalogInfo */
/** @typedef {{ system: string, code: string, words: string }} LineParts */

/** A line is read this far: the engine reads 1,024 bytes, and a name is shorter. */
const MAX_LINE = 320;

/** No code system here has longer codes; longer words are none. */
export const MAX_CODE_LENGTH = 24;

/** Names people write before a code, beside ids, titles and addresses of the systems. */
const ALIASES = new Map([
  ['CPT', 'cpt4'],
  ['ICD10', 'icd10cm'],
  ['ICD9', 'icd9cm'],
  ['PCS', 'icd10pcs'],
  ['DRG', 'msdrg'],
  ['RX', 'rxnorm'],
  ['RXCUI', 'rxnorm'],
  ['SCT', 'snomed'],
]);

/** @param {string} name */
const compactName = (name) => name.toUpperCase().replace(/[^A-Z0-9]/g, '');

/**
 * Returns whether a word can only be a code: a letter before digits, a dot or hyphen between them, or
 * a long number. `isAlone`: no other word stands on its line, so that any letters and digits will do.
 *
 * @param {string} word
 * @param {boolean} [isAlone]
 */
export function looksLikeCode(word, isAlone = false) {
  if (!/\d/.test(word) || word.length < 3 || word.length > MAX_CODE_LENGTH) return false;
  if (isAlone) return /^[A-Za-z\d.-]+$/.test(word);
  return /^[A-Za-z]{1,2}\d[\w.]*$|^\d[\w.]*\.\d+$|^\d+-\d(-\d+)?$|^\d{4,}\w?$|^\d[\dA-Za-z]{6}$/.test(
    word,
  );
}

/**
 * Takes a pasted text apart into what is checked one by one: its lines, and the codes of a line that
 * holds nothing but codes (`E11.9, I10; N18.3`). Empty lines count as lines and are left out.
 *
 * @param {string} text
 * @returns {{ number: number, text: string }[]} `number`: of the line, from 1
 */
export function listItems(text) {
  /** @type {{ number: number, text: string }[]} */
  const items = [];
  text.split(/\r\n|\r|\n/).forEach((line, at) => {
    const whole = line.trim();
    if (whole === '') return;
    const parts = whole.length > MAX_LINE ? [whole] : whole.split(/[\s,;]+/).filter(Boolean);
    const isCodes = parts.length > 1 && parts.every((part) => looksLikeCode(part));
    for (const part of isCodes ? parts : [whole]) items.push({ number: at + 1, text: part });
  });
  return items;
}

/**
 * Returns words as a plain question, without the signs that the query language reads.
 *
 * @param {string} text
 */
export function plainWords(text) {
  return text
    .slice(0, MAX_LINE)
    .replace(/["“”()|~^*?:[\]]/g, ' ')
    .replace(/(^|\s)-+/g, ' ')
    .replace(/\b(AND|OR|NOT)\b/g, (word) => word.toLowerCase())
    .trim();
}

/** Reads lines by the names of a catalog's code systems. */
export class LineReader {
  /** @type {Map<string, string>} id by compact name */
  #systems = new Map();

  /** @param {CatalogInfo} info */
  constructor({ systems }) {
    const known = new Set(systems.map(({ id }) => id));
    for (const [name, id] of ALIASES) if (known.has(id)) this.#systems.set(name, id);
    for (const { id, title, uri } of systems) {
      for (const name of [title, uri, id]) this.#systems.set(compactName(name), id);
    }
  }

  /**
   * Takes `ICD-10-CM: E11.9`, `icd10cm/E11.9`, `http://...|E11.9` and `E11.9<TAB>Type 2 diabetes` apart.
   *
   * @param {string} line
   * @returns {LineParts} `code` is empty when only words were found, `words` when only a code was
   */
  read(line) {
    const bare = line.replace(/^[\s"'•*–-]+(?=[\w(])/, '').replace(/["'\s]+$/, '');
    const text = bare.slice(0, MAX_LINE);
    const { system, rest } = this.#splitSystem(text);
    const columns = /^([^\t;,|]+?)\s*[\t;,|]\s*(.*)$/.exec(rest);
    if (columns && !/\s/.test(columns[1]) && /\d/.test(columns[1])) {
      return { system, code: columns[1], words: columns[2].replace(/^"|"$/g, '') };
    }
    const [first, ...others] = rest.split(/\s+/);
    if (others.length === 0 || (system && /\d/.test(first))) {
      return { system, code: first ?? '', words: others.join(' ') };
    }
    const word = first.replace(/[:,;]$/, '');
    if (looksLikeCode(word))
      return { system, code: word, words: others.join(' ').replace(/^[-–:]\s*/, '') };
    return { system, code: '', words: rest };
  }

  /** @param {string} text */
  #splitSystem(text) {
    for (const sign of ['|', '/', ':', '\t', ' ']) {
      const at = sign === '|' ? text.lastIndexOf(sign) : text.indexOf(sign);
      const found = at > 0 ? this.#systems.get(compactName(text.slice(0, at))) : undefined;
      if (found) return { system: found, rest: text.slice(at + 1).trim() };
    }
    return { system: '', rest: text };
  }
}
