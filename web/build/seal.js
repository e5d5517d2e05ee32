// Under which names may files be kept by a browser for ever?
//
// Exports sealAssets: the worker, the wasm and the plain engine get names with a hash of their content, below assets/,
// and the element's script asks for them so; the script itself gets a copy whose name carries version and hash, for
// pages that pin it. Exports writeIntegrity: the sha384 of every script, style, wasm and catalog.
// Held by tests/browser/unit/sealed-assets.test.js.

import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rename, stat, writeFile } from 'node:fs/promises';

const ENTRY = 'medical-code-search.js';

/** The small catalog that answers while the full one loads; a build without it never asks for it. */
const FIRST = 'catalog/first/medical-codes.medcat.gz';

/** Files that run or are searched: what a browser or a person may want to compare. */
const VERIFIED = /\.(js|css|wasm|medcat\.gz)$/;

/** @param {string | Uint8Array} content */
const shortHash = (content) => createHash('sha256').update(content).digest('hex').slice(0, 8);

/**
 * Returns `text` asking for `sealed` wherever it asked for `name`; fails where it did not ask.
 *
 * @param {string} text
 * @param {string} name
 * @param {string} sealed
 */
export function renamed(text, name, sealed) {
  const parts = text.split(new RegExp(`(?<=["'\`/])${name.replaceAll('.', '\\.')}(?=["'\`])`));
  if (parts.length < 2) throw new Error(`The build does not ask for ${name}, which it should.`);
  return parts.join(sealed);
}

/**
 * @param {URL} dist
 * @param {string} version
 * @returns {Promise<{ entry: string }>} name of the entry's copy for ever
 */
export async function sealAssets(dist, version) {
  const at = (/** @type {string} */ path) => new URL(path, dist);
  await mkdir(at('assets/'), { recursive: true });
  const seal = async (/** @type {string} */ name, /** @type {string | Uint8Array} */ content) => {
    const sealed = name.replace(/(\.\w+)$/, `-${shortHash(content)}$1`);
    await writeFile(at(`assets/${sealed}`), content);
    return sealed;
  };
  const wasm = await seal('engine.wasm', await readFile(at('engine/engine.wasm')));
  let worker = renamed(await readFile(at('engine/worker.js'), 'utf8'), 'engine.wasm', wasm);
  const plain = await readFile(at('engine/engine-plain.js')).catch(() => null);
  if (plain) worker = renamed(worker, 'engine-plain.js', await seal('engine-plain.js', plain));
  const workerName = `assets/${await seal('worker.js', worker)}`;
  await rename(at('engine/worker.js'), at(workerName));
  await writeFile(at(workerName), worker);
  let script = renamed(await readFile(at(ENTRY), 'utf8'), 'engine/worker.js', workerName);
  if (!(await stat(at(FIRST)).catch(() => null))) script = renamed(script, FIRST, '');
  await writeFile(at(ENTRY), script);
  const entry = ENTRY.replace('.js', `-${version}-${shortHash(script)}.js`);
  await copyFile(at(ENTRY), at(entry));
  return { entry };
}

/**
 * Writes integrity.json: path and sha384 of every file that runs, as the `integrity` attribute wants it.
 *
 * @param {URL} dist
 * @returns {Promise<Record<string, string>>}
 */
export async function writeIntegrity(dist) {
  /** @type {Record<string, string>} */
  const hashes = {};
  const paths = (await readdir(dist, { recursive: true })).map((path) =>
    path.replaceAll('\\', '/'),
  );
  for (const path of paths.filter((path) => VERIFIED.test(path)).sort()) {
    const digest = createHash('sha384')
      .update(await readFile(new URL(path, dist)))
      .digest('base64');
    hashes[path] = `sha384-${digest}`;
  }
  await writeFile(new URL('integrity.json', dist), `${JSON.stringify(hashes, null, 2)}\n`);
  return hashes;
}
