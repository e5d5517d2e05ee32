// What runs beside the page, so that typing never waits? The engine, behind messages.
//
// A message is {id, kind, ...}; its answer {id, value} or {id, failure}. Searches carry a channel
// (one per element): of those that wait on a channel only the last is run, the others are
// answered `null`. {progress} is sent unasked while the catalog loads, {arrived} when searches can be answered from the
// first, small one, {fatal} when the engine died.
// Held by tests/browser/widgets-share-one-worker.test.js.

import { canRunWasm } from './can-run-wasm.js';
import { LineChecker } from './check-line.js';
import { checkSlice } from './check-lines.js';
import { openEngine } from './engine.js';
import { Companion } from './companion.js';
import { DetailPacks } from './details.js';
import { download } from './download.js';
import { Failure } from './failure.js';
import { firstAnswer } from './first-answer.js';

/** @typedef {import('./contract.d.ts').CatalogSource} CatalogSource */
/** @typedef {import('./contract.d.ts').Engine} Engine */
/** @typedef {{ id: number, kind: string, args: any[], channel?: number }} Request */

/** This script's own address, also where it was started through a Blob. */
const here = import.meta.url;

/** @type {Promise<{ engine: Engine, details: DetailPacks, companion: Companion, checker: LineChecker }> | undefined} */
let opened;

/**
 * The last search of each channel.
 *
 * @type {Map<number | undefined, number>}
 */
const lastSearch = new Map();

/**
 * The first catalog's engine while it stands in for the full one; `tellArrived` fulfils `arrival`, or nothing does.
 *
 * @type {Engine | null}
 */
let first = null;
let tellArrived = () => {};
const arrival = /** @type {Promise<void>} */ (new Promise((resolve) => (tellArrived = resolve)));

/** @param {CatalogSource} source */
async function open(source) {
  const isPlain = !canRunWasm();
  const wasmBinary = isPlain
    ? undefined
    : (source.wasmBinary ?? download(new URL('engine.wasm', here).href));
  const openBytes = (/** @type {Promise<Uint8Array> | Uint8Array} */ catalog) =>
    openEngine({ wasmBinary, catalog, isPlain });
  if (wasmBinary instanceof Promise) wasmBinary.catch(() => {}); // told where it is awaited
  // One after the other: together they would share a narrow line, and the first would be no sooner there.
  const small = source.first && (await download(source.first).catch(() => null));
  const opening = small ? openBytes(small).then(arrive, () => {}) : null;
  const catalog =
    source.bytes ?? download(source.url, (progress) => self.postMessage({ progress }));
  const [engine] = await Promise.all([openBytes(catalog), opening]);
  first?.close();
  first = null;
  const folder = source.packs ?? new URL('details/', source.url).href;
  const details = new DetailPacks(folder, engine.info().id);
  const companion = new Companion(engine, details);
  return { engine, details, companion, checker: new LineChecker(engine) };
}

/** @param {Engine} engine */
function arrive(engine) {
  first = engine;
  self.postMessage({ arrived: engine.info() });
  tellArrived();
}

/** @param {Request} request */
async function search({ id, args: [query, options], channel }) {
  const isLast = () => lastSearch.get(channel) === id;
  await Promise.race([opened, arrival]);
  const early = first && isLast() ? firstAnswer(first, query, options) : null;
  if (early) return early;
  const full = await opened;
  await full?.companion.loadFor(query, options);
  return full && isLast() ? full.engine.search(query, options) : null;
}

/** @param {Request} request */
async function answer(request) {
  const { kind, args } = request;
  if (kind === 'open') {
    opened = open(args[0]);
    return (await opened).engine.info();
  }
  if (!opened) throw new Failure('not-open', 'The catalog is not open yet.');
  if (kind === 'search') return search(request);
  const { engine, details, checker } = await opened;
  switch (kind) {
    case 'show':
      return engine.show(args[0], args[1]);
    case 'browse':
      return engine.browse(args[0], args[1], args[2]);
    case 'similar':
      return engine.similar(args[0], args[1], args[2]);
    case 'suggest':
      return engine.suggest(args[0], args[1]);
    case 'check':
      return checkSlice(checker, args[0], args[1]);
    case 'details':
      return details.read(args[0], args[1]);
    default:
      throw new Failure('unknown-request', `The engine has no request "${kind}".`);
  }
}

/**
 * Returns true for what an engine throws that cannot go on: wasm's trap, or the abort of the plain build.
 *
 * @param {any} thrown
 */
function isDeath(thrown) {
  return thrown?.name === 'RuntimeError' || /^Aborted\b/.test(thrown?.message);
}

/** @param {Request} request */
async function run(request) {
  const { id } = request;
  try {
    self.postMessage({ id, value: await answer(request) });
  } catch (thrown) {
    if (isDeath(thrown)) {
      self.postMessage({ fatal: Failure.toData(thrown) });
    } else {
      self.postMessage({ id, failure: Failure.toData(thrown) });
    }
  }
}

// A search waits one task, so that the keys typed meanwhile are read from the queue first.
self.onmessage = ({ data }) => {
  if (data.kind === 'search') lastSearch.set(data.channel, data.id);
  setTimeout(run, 0, data);
};
