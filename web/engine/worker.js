// What runs beside the page, so that typing never waits? The engine, behind messages.
//
// A message is {id, kind, ...}; its answer {id, value} or {id, failure}. Searches carry a channel
// (one per element): of those that wait on a channel only the last is run, the others are
// answered `null`. {progress} is sent unasked while the catalogs load, {arrived} when searches can be answered from one
// more of them or from the first, small one, {fatal} when the engine died. {kind: 'ping'} is answered {alive} as soon as nothing else runs.
// Held by tests/browser/widgets-share-one-worker.test.js and tests/browser/catalogs-by-system.test.js.

import { canRunWasm } from './can-run-wasm.js';
import { LineChecker } from './check-line.js';
import { checkSlice } from './check-lines.js';
import { readCatalogList } from './catalog-list.js';
import { asksForCompanion } from './companion.js';
import { createEngineModule, openEngine } from './engine.js';
import { download } from './download.js';
import { Failure } from './failure.js';
import { firstAnswer } from './first-answer.js';
import { Shelf } from './shelf.js';

/** @typedef {import('./contract.d.ts').CatalogSource} CatalogSource */
/** @typedef {import('./contract.d.ts').Engine} Engine */
/** @typedef {{ id: number, kind: string, args: any[], channel?: number }} Request */

/** This script's own address, also where it was started through a Blob. */
const here = import.meta.url;

/** @type {Shelf | undefined} */
let shelf;
/** @type {Promise<LineChecker> | null} made of the systems that are there, anew when these change */
let checker = null;

/**
 * The last search of each channel.
 *
 * @type {Map<number | undefined, number>}
 */
const lastSearch = new Map();

/** The first catalog's engine while it stands in for the full one. @type {Engine | null} */
let first = null;
let tellFirst = () => {};
const firstIsThere = /** @type {Promise<void>} */ (new Promise((resolve) => (tellFirst = resolve)));

/** @param {CatalogSource} source */
async function open(source) {
  const isPlain = !canRunWasm();
  const wasmBinary = isPlain
    ? undefined
    : (source.wasmBinary ?? download(new URL('engine.wasm', here).href));
  if (wasmBinary instanceof Promise) wasmBinary.catch(() => {}); // told where it is awaited
  const module = createEngineModule({ wasmBinary, isPlain });
  module.catch(() => {}); // likewise
  const openBytes = (/** @type {Uint8Array | Promise<Uint8Array>} */ catalog) =>
    openEngine({ module, catalog, isPlain });
  const opening = new Shelf(openBytes, (news) => self.postMessage(news));
  shelf = opening;
  if (source.bytes) {
    await opening.take(source.bytes, source.packs ?? new URL('details/', source.url).href);
    return opening.info();
  }
  // One after the other: together they would share a narrow line, and the first would be no sooner there.
  const small = source.first && (await download(source.first).catch(() => null));
  const early = small ? openBytes(small).then(arrive, () => {}) : null;
  const list = await readCatalogList(source.url, download).catch((failure) =>
    opening.fail(failure),
  );
  await Promise.all([opening.load(list, download), early]);
  first?.close();
  first = null;
  return opening.info();
}

/** @param {Engine} engine */
function arrive(engine) {
  if (shelf?.isComplete) return engine.close();
  first = engine;
  self.postMessage({ arrived: engine.info() });
  return tellFirst();
}

/**
 * Answers from what is there, as soon as it is no guess; what waits is asked again with every catalog that arrives.
 *
 * @param {Shelf} open
 * @param {Request} request
 */
async function search(open, { id, args: [query, options], channel }) {
  const isLast = () => lastSearch.get(channel) === id;
  const canBeEarly = !asksForCompanion(query, options);
  while (!open.isComplete && isLast()) {
    const there = open.union.members.length ? open.union : first;
    const early = there && canBeEarly ? firstAnswer(there, query, options) : null;
    if (early) return open.waiting.length > 1 ? { ...early, waiting: open.waiting } : early;
    await Promise.race([open.more(), ...(first ? [] : [firstIsThere])]);
  }
  if (!isLast()) return null;
  await open.loadCompanions(query, options);
  return isLast() ? open.union.search(query, options) : null;
}

/**
 * @param {Shelf} open
 * @param {Request} request
 */
async function check(open, { args }) {
  await open.completed();
  checker ??= Promise.resolve(new LineChecker(open.union));
  return checkSlice(await checker, args[0], args[1]);
}

/**
 * @param {Shelf} open
 * @param {Request} request
 */
async function answerOf(open, request) {
  const { kind, args } = request;
  const { union } = open;
  switch (kind) {
    case 'search':
      return search(open, request);
    case 'show':
      await open.hasSystem(args[0]);
      return union.show(args[0], args[1]);
    case 'browse':
      await open.hasSystem(args[0]);
      return union.browse(args[0], args[1], args[2]);
    case 'similar':
      await open.hasSystem(args[0]);
      return union.similar(args[0], args[1], args[2]);
    case 'suggest':
      await open.completed();
      return union.suggest(args[0], args[1]);
    case 'check':
      return check(open, request);
    case 'details':
      return open.details(args[0], args[1]);
    case 'add':
    case 'remove':
      checker = null;
      return kind === 'add' ? open.add(args[0]) : open.remove(args[0]);
    default:
      throw new Failure('unknown-request', `The engine has no request "${kind}".`);
  }
}

/** @param {Request} request */
async function answer(request) {
  if (request.kind === 'open') return open(request.args[0]);
  if (!shelf) throw new Failure('not-open', 'The catalog is not open yet.');
  return answerOf(shelf, request);
}

/** What wasm throws when it cannot go on: a trap, its stack used up (Chromium's and Firefox's name for it). */
const DEADLY = ['RuntimeError', 'RangeError', 'InternalError'];

/**
 * Returns true for what an engine throws that cannot go on: also the abort of the plain build, and an exception that
 * nothing in the engine caught, which is how memory that ran out leaves it.
 *
 * @param {any} thrown
 */
function isDeath(thrown) {
  const { Exception } = /** @type {any} */ (globalThis.WebAssembly ?? {});
  return (
    DEADLY.includes(thrown?.name) ||
    /^Aborted\b/.test(thrown?.message) ||
    (Exception !== undefined && thrown instanceof Exception)
  );
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
  if (data.kind === 'ping') return self.postMessage({ alive: true });
  const { kind, channel, id } = data;
  // What a worker before this one left unanswered comes late: the last is the one with the highest number.
  if (kind === 'search') lastSearch.set(channel, Math.max(id, lastSearch.get(channel) ?? 0));
  return setTimeout(run, 0, data);
};
