// How do the files become a catalog, step by step?
//
// Exports build, which drives the wasm module (wasm/builder.d.ts): folder by folder in, merged and compiled, compressed bytes
// out. It runs in the worker and, for the tests, in Node; it knows neither. Held by tests/wasm/builder.test.js.

import { isDeath } from './death.js';
import { demand, Feed } from './feed.js';
import { gzip } from './gzip.js';
import { buildReport } from './report.js';
import { openSources } from './sources.js';

/** @typedef {import('./contract.d.ts').BuildOptions} BuildOptions */
/** @typedef {import('./contract.d.ts').BuildProgress} BuildProgress */
/** @typedef {import('./contract.d.ts').BuildResult} BuildResult */
/** @typedef {import('../../wasm/builder.d.ts').BuilderModule} BuilderModule */
/** @typedef {import('../../wasm/builder.d.ts').BoundBuilder} BoundBuilder */

/** Packs compressed at the same time: the browser works on them beside this thread. */
const PACKED_AT_ONCE = 4;

/**
 * @typedef {object} BuildWork
 * @property {Iterable<import('./contract.d.ts').DroppedFile>} files
 * @property {Pick<BuildOptions, 'systemName' | 'tables'>} [choices]
 * @property {Record<string, string>} lexicon text by file name, as in data/lexicon
 * @property {(progress: BuildProgress) => void} [onProgress]
 */

/**
 * Reads all files into the builder.
 *
 * @param {BuilderModule} module
 * @param {BoundBuilder} builder
 * @param {BuildWork} work
 */
async function readAll(module, builder, { files, choices = {}, onProgress = () => {} }) {
  const { folders, refused } = await openSources(files);
  const sizes = folders.flatMap((folder) => folder.files.map(({ size }) => size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  const feed = new Feed(module, builder, choices, (bytes, file) => {
    done += bytes;
    onProgress({ phase: 'unpack', done, total, file });
  });
  for (const { file, ...failure } of refused) feed.refuse(file, failure);
  for (const folder of folders) {
    const hasFiles = await feed.addFolder(folder);
    const file = folder.name || folder.files[0].name;
    onProgress({ phase: 'read', done, total, file });
    if (hasFiles) demand(builder.readFiles());
  }
  return feed.known;
}

/**
 * @param {BuilderModule} module
 * @param {BoundBuilder} builder
 * @param {BuildWork} work
 */
function compile(module, builder, { lexicon, onProgress = () => {} }) {
  onProgress({ phase: 'compile', done: 0, total: 1, file: '' });
  for (const [name, text] of Object.entries(lexicon)) {
    const bytes = new TextEncoder().encode(text);
    demand(builder.reserve(bytes.length));
    module.HEAPU8.set(bytes, builder.reserved());
    demand(builder.addLexicon(name));
  }
  demand(builder.compile());
}

/**
 * Takes the outputs out of the builder, compressed, and frees them there one by one.
 *
 * @param {BuilderModule} module
 * @param {BoundBuilder} builder
 * @param {BuildWork} work
 */
async function packAll(module, builder, { onProgress = () => {} }) {
  const total = builder.outputs();
  /** @type {[string, Uint8Array][]} */
  const packed = new Array(total);
  let next = 0;
  let done = 0;
  const packOneByOne = async () => {
    while (next < total) {
      const output = next++;
      const file = builder.outputName(output);
      const address = builder.outputAddress(output);
      const bytes = module.HEAPU8.slice(address, address + builder.outputSize(output));
      builder.releaseOutput(output);
      packed[output] = [file, await gzip(bytes)];
      onProgress({ phase: 'pack', done: ++done, total, file });
    }
  };
  await Promise.all(Array.from({ length: PACKED_AT_ONCE }, packOneByOne));
  const [[, catalog], ...details] = packed;
  return { catalog, details: new Map(details) };
}

/**
 * @param {BuilderModule} module
 * @param {BoundBuilder} builder
 * @param {BuildWork} work
 * @returns {Promise<BuildResult>}
 */
async function run(module, builder, work) {
  const known = await readAll(module, builder, work);
  work.onProgress?.({ phase: 'merge', done: 0, total: 1, file: '' });
  demand(builder.merge());
  const built = JSON.parse(builder.report());
  if (!built.systems.length) {
    const report = buildReport(built, known, null);
    return { catalog: null, details: new Map(), info: null, report };
  }
  compile(module, builder, work);
  const info = JSON.parse(builder.info());
  const report = buildReport(built, known, info);
  return { ...(await packAll(module, builder, work)), info, report };
}

/**
 * Builds a catalog of everything in `files`. Where no code could be read, the catalog is null and the report says why.
 * Fails with `too-large`, or as WebAssembly fails.
 *
 * @param {BuilderModule} module
 * @param {BuildWork} work
 * @returns {Promise<BuildResult>}
 */
export async function build(module, work) {
  const builder = new module.Builder();
  try {
    const result = await run(module, builder, work);
    builder.delete();
    return result;
  } catch (thrown) {
    if (!isDeath(thrown)) builder.delete(); // what is dead would only die again
    throw thrown;
  }
}
