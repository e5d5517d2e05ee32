// How is SQLite's full-text search asked, from wasm?
//
// Exports openFts5: tables in memory with the porter stemmer, ranked by bm25, any word of the query. While typing the
// last word is a prefix, as the table's prefix indexes allow. Used by the peers here and by tests/bench.

import openSqlite from '@sqlite.org/sqlite-wasm';

/** Words as FTS5's unicode61 tokenizer cuts them. */
const words = /[\p{L}\p{N}]+/gu;

/**
 * Returns the MATCH expression of what was typed: any of its words; "" when there is none.
 *
 * @param {string} query
 * @param {boolean} isTyping
 */
function matchExpression(query, isTyping) {
  const quoted = (query.match(words) ?? []).map((word) => `"${word}"`);
  if (isTyping && quoted.length > 0) quoted.push(`${quoted.pop()}*`);
  return quoted.join(' OR ');
}

/**
 * Gives a database the bytes of a database file.
 *
 * @param {any} sqlite
 * @param {any} database
 * @param {Uint8Array} bytes
 */
function takeIn(sqlite, database, bytes) {
  const { capi, wasm } = sqlite;
  const place = wasm.allocFromTypedArray(bytes);
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE;
  const { length } = bytes;
  database.checkRc(
    capi.sqlite3_deserialize(database.pointer, 'main', place, length, length, flags),
  );
}

/**
 * Opens SQLite with an empty database in wasm memory, or with the one whose file is `shipped`.
 *
 * @param {Uint8Array} [shipped]
 * @returns {Promise<{indexOf: Function, askerOf: Function, bytes: () => Uint8Array, memory: () => number, close: () => void}>}
 */
export async function openFts5(shipped) {
  const quiet = { print: () => {}, printErr: () => {} };
  const sqlite = await openSqlite(quiet);
  const database = new sqlite.oo1.DB(':memory:');
  if (shipped) takeIn(sqlite, database, shipped);
  /** @param {string} table whose rows are searched @returns what answers a query with codes */
  const askerOf = (table) => {
    const select = database.prepare(
      `SELECT code FROM ${table} WHERE ${table} MATCH ? ORDER BY rank LIMIT ?`,
    );
    /** @param {string} query @param {{limit: number, isTyping?: boolean}} options */
    return (query, { limit, isTyping = false }) => {
      const expression = matchExpression(query, isTyping);
      const codes = [];
      if (expression === '') return codes;
      select.bind([expression, limit]);
      while (select.step()) codes.push(String(select.get(0)));
      select.reset();
      return codes;
    };
  };
  return {
    askerOf,
    /**
     * Makes a table of `rows` and returns what answers a query with codes.
     *
     * @param {string} table a name of letters and digits
     * @param {string[][]} rows code and text
     */
    indexOf(table, rows) {
      database.exec(
        `CREATE VIRTUAL TABLE ${table} USING fts5(code UNINDEXED, text, tokenize='porter unicode61', prefix='1 2 3')`,
      );
      database.exec('BEGIN');
      const insert = database.prepare(`INSERT INTO ${table} VALUES (?, ?)`);
      for (const row of rows) insert.bind(row).stepReset();
      insert.finalize();
      database.exec('COMMIT');
      return askerOf(table);
    },
    bytes: () => sqlite.capi.sqlite3_js_db_export(database),
    memory: () => sqlite.wasm.heap8u().length,
    close: () => database.close(),
  };
}
