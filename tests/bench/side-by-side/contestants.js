// Who is measured beside whom?
//
// Exports contestants, sets and openerOf: ours as wasm and as plain JavaScript, and seven engines a site might take
// instead, each on two sets of texts. Runs in Node and in the browser. Held by tests/bench/side-by-side.test.js.

import { openOurs } from '../peers/ours.js';

/** Each by its name in the tables; `module` lies in tests/bench/peers. */
export const contestants = {
  'ours, wasm': { module: 'ours', isPlain: false },
  'ours, plain JavaScript': { module: 'ours', isPlain: true },
  MiniSearch: { module: 'minisearch' },
  FlexSearch: { module: 'flexsearch' },
  Orama: { module: 'orama' },
  uFuzzy: { module: 'ufuzzy' },
  'Fuse.js': { module: 'fuse' },
  Lunr: { module: 'lunr' },
  'SQLite FTS5, wasm': { module: 'fts5' },
};

/** @typedef {keyof typeof contestants} Contestant */
/** @typedef {'titles' | 'all'} SetName */

/** @type {Record<SetName, string>} */
export const sets = {
  titles: 'ICD-10-CM FY2026, titles',
  all: 'all systems, every name',
};

/**
 * @typedef {object} Opened
 * @property {(typed: string, limit: number) => string[]} ask answers with ids, SYSTEM/CODE
 * @property {(typed: string, limit: number, system: string) => string[]} [askWithin] only of one system
 * @property {() => number} [wasmMemory] bytes
 * @property {() => void} [close]
 */

/**
 * Returns what opens a contestant from the files it ships.
 *
 * @param {Contestant} name
 * @param {{engine: string, load: (module: string) => Promise<any>}} place where our engine is, and how a peer's module is loaded
 * @returns {Promise<(files: Record<string, Uint8Array>) => Promise<Opened>>}
 */
export async function openerOf(name, { engine, load }) {
  const contestant = contestants[name];
  if ('isPlain' in contestant) {
    const { isPlain } = contestant;
    return (files) => openOurs(files, { engine, isPlain });
  }
  const peer = await load(contestant.module);
  return async (files) => peer.open(files);
}
