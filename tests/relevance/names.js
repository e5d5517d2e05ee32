// Which names does a catalog hold, for engines that have to be given them?
//
// Exports readNames: every concept with all its names, as the built engine shows them, so that a peer searches
// the same data as ours. Kept in a file beside the build, since walking 217,000 concepts takes half a minute.
// Held by tests/relevance/run.mjs --peers.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '../../web/engine/engine.js';

/** @typedef {{system: string, code: string, display: string, others: string[]}} Name */

const firstCharacters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A code prefix with more concepts than this is walked one character deeper. */
const pageSize = 1000;

/**
 * Returns every concept of `system` that has a code beginning with `prefix`, by code.
 *
 * @param {import('../../web/engine/contract.d.ts').Engine} engine
 * @param {string} system
 * @param {string} prefix
 * @returns {{code: string, display: string}[]}
 */
function conceptsUnder(engine, system, prefix) {
  const options = { limit: pageSize, isTyping: false };
  const { total, hits } = engine.search(`system:${system} code:${prefix}*`, options);
  if (total <= pageSize) return hits.map(({ code, display }) => ({ code, display }));
  const itself = hits.filter(({ code }) => code.replaceAll('.', '') === prefix);
  const deeper = [...firstCharacters].flatMap((next) =>
    conceptsUnder(engine, system, prefix + next),
  );
  return [...itself.map(({ code, display }) => ({ code, display })), ...deeper];
}

/**
 * Returns the names of every concept of the catalog.
 *
 * @param {string} wasmFile
 * @param {string} catalogFile
 * @param {string} folder where they are kept for the next time
 * @returns {Promise<Name[]>}
 */
export async function readNames(wasmFile, catalogFile, folder) {
  const catalog = readFileSync(catalogFile);
  const key = createHash('sha256').update(catalog).digest('hex').slice(0, 16);
  const kept = join(folder, `names-${key}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));

  const engine = await openEngine({ wasmBinary: readFileSync(wasmFile), catalog });
  const names = engine.info().systems.flatMap(({ id }) => {
    const concepts = [...firstCharacters].flatMap((first) => conceptsUnder(engine, id, first));
    const unique = new Map(concepts.map(({ code, display }) => [code, display]));
    return [...unique].map(([code, display]) => {
      const { designations = [] } = engine.show(id, code);
      return { system: id, code, display, others: designations.map(({ text }) => text) };
    });
  });
  engine.close();
  mkdirSync(folder, { recursive: true });
  writeFileSync(kept, JSON.stringify(names));
  return names;
}
