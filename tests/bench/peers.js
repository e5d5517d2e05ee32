// Which other search engines are asked the same, and how does one stand ready for it in this process?
//
// Exports peers and openPeer. How each is shipped, opened and asked stands in peers/, a file each, as its documentation
// advises for search while typing. Held by tests/bench/bench.test.js.

import * as flexsearch from './peers/flexsearch.js';
import * as fts5 from './peers/fts5.js';
import * as fuse from './peers/fuse.js';
import * as lunr from './peers/lunr.js';
import * as minisearch from './peers/minisearch.js';
import * as orama from './peers/orama.js';
import * as ufuzzy from './peers/ufuzzy.js';

/** @typedef {import('./peers/lines.js').Row} Row */

const limit = 10;

export const peers = {
  MiniSearch: minisearch,
  'SQLite FTS5': fts5,
  FlexSearch: flexsearch,
  Orama: orama,
  uFuzzy: ufuzzy,
  'Fuse.js': fuse,
  Lunr: lunr,
};

/**
 * Builds what a peer ships and opens it: what is typed is answered with up to ten ids.
 *
 * @param {keyof typeof peers} name
 * @param {Row[]} rows
 * @returns {Promise<(typed: string) => string[]>}
 */
export async function openPeer(name, rows) {
  const { build, open } = peers[name];
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  for (const [file, content] of Object.entries(await build(rows))) {
    files[file] = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }
  const peer = await open(files);
  return (typed) => peer.ask(typed, limit);
}
