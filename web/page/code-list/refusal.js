// Why can a file not be read?
//
// Exports Refusal: thrown where a list is read, told by the page as `import.<key>` and
// `import.<key>.advice` of the strings. Held by tests/browser/unit/list-import.test.js.

/** Is what is wrong with a file: a key of the strings, and what its text needs to name the place. */
export class Refusal extends Error {
  /**
   * @param {string} key
   * @param {Record<string, string | number>} [holes]
   */
  constructor(key, holes = {}) {
    super(key);
    this.key = key;
    this.holes = holes;
  }
}
