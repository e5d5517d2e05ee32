// Which words does a person read, in which language?
//
// Exports Messages: texts by key out of one JSON table per language, with {holes}, plural forms
// (`key.one`, `key.other` as Intl.PluralRules names them) and numbers as the language writes them.
// Held by tests/browser/unit/messages.test.js.

/** @typedef {Record<string, string>} Table */

/** Languages written from right to left among those a table may be supplied for. */
const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export class Messages {
  #table;
  #fallback;
  #plural;
  #number;

  /**
   * @param {string} language BCP 47
   * @param {Table} table
   * @param {Table} [fallback] answers for keys that the table lacks
   */
  constructor(language, table, fallback = {}) {
    this.language = language;
    this.#table = table;
    this.#fallback = fallback;
    this.#plural = new Intl.PluralRules(language);
    this.#number = new Intl.NumberFormat(language);
  }

  /** @param {Table} table */
  setTable(table) {
    this.#table = table;
  }

  get direction() {
    return RIGHT_TO_LEFT.has(this.language.split('-')[0]) ? 'rtl' : 'ltr';
  }

  /** @param {number} value */
  number(value) {
    return this.#number.format(value);
  }

  /** @param {string} date ISO 8601 */
  date(date) {
    return new Intl.DateTimeFormat(this.language, { dateStyle: 'medium' }).format(new Date(date));
  }

  /**
   * Returns a size in the unit people read, one decimal.
   *
   * @param {number} bytes
   */
  size(bytes) {
    const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
    return `${this.number(Math.round(value * 10) / 10)} ${unit}`;
  }

  /**
   * Returns the text of a key with its holes filled; `count` chooses the plural form.
   * A key that no table has is returned itself, so that a gap is seen and not blank.
   *
   * @param {string} key
   * @param {Record<string, string | number>} [holes]
   */
  text(key, holes = {}) {
    const isCounted = typeof holes.count === 'number';
    const form = isCounted ? `${key}.${this.#plural.select(Number(holes.count))}` : key;
    const pattern = this.#find(form) ?? this.#find(`${key}.other`) ?? this.#find(key) ?? key;
    return pattern.replace(/\{(\w+)\}/g, (hole, name) => {
      const value = holes[name];
      if (value === undefined) return hole;
      return typeof value === 'number' ? this.number(value) : value;
    });
  }

  /**
   * Returns the text of `key`, or `otherwise` when there is none: for words that come from the catalog.
   *
   * @param {string} key
   * @param {string} otherwise
   */
  known(key, otherwise) {
    return this.#find(key) ?? otherwise;
  }

  /** @param {string} key */
  #find(key) {
    if (Object.hasOwn(this.#table, key)) return this.#table[key];
    return Object.hasOwn(this.#fallback, key) ? this.#fallback[key] : undefined;
  }
}
