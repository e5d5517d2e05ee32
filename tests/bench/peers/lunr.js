// How is Lunr shipped, opened and asked? As its serialised index beside the texts; the last word also by its beginning.
//
// Exports build and open. Held by tests/bench/bench.test.js.

import lunr from 'lunr';
import { joinLines, parseJson } from './lines.js';

/** @typedef {import('./lines.js').Row} Row */

/** A whole word counts more than the beginning of one: the figure of Lunr's own guide to searching while typing. */
const wholeWordBoost = 10;

/** @param {Row[]} rows */
export function build(rows) {
  const index = lunr(function define() {
    this.ref('id');
    this.field('text');
    for (const row of rows) this.add(row);
  });
  return { 'index.json': JSON.stringify(index), 'texts.tsv': joinLines(rows) };
}

/** @param {Record<string, Uint8Array>} files */
export function open(files) {
  const index = lunr.Index.load(parseJson(files['index.json']));
  return {
    /** @param {string} typed @param {number} limit */
    ask: (typed, limit) => {
      const words = lunr.tokenizer(typed).map(String);
      const found = index.query((query) => {
        for (const word of words) query.term(word, { boost: wholeWordBoost });
        const last = words[words.length - 1];
        const wildcard = lunr.Query.wildcard.TRAILING;
        if (last) query.term(last, { usePipeline: false, wildcard });
      });
      return found.slice(0, limit).map(({ ref }) => ref);
    },
  };
}
