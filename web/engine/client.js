// How does a page talk to the engine? By promises, to one worker per catalog.
//
// Exports EngineClient and openShared (one client and so one worker for all elements of a page that
// name the same catalog). A worker that dies is started again and told; what was
// asked is sent anew, except searches: one of them may be what killed it, and the next key asks again.
// Held by tests/browser/unit/client.test.js and tests/browser/widgets-share-one-worker.test.js.

import { Failure } from './failure.js';
import { startWorker } from './start-worker.js';

/** @typedef {import('./contract.d.ts').BrowseResponse} BrowseResponse */
/** @typedef {import('./contract.d.ts').CatalogInfo} CatalogInfo */
/** @typedef {import('./contract.d.ts').CatalogSource} CatalogSource */
/** @typedef {import('./contract.d.ts').CheckedLine} CheckedLine */
/** @typedef {import('./contract.d.ts').Details} Details */
/** @typedef {import('./contract.d.ts').OwnSet} OwnSet */
/** @typedef {import('./contract.d.ts').Progress} Progress */
/** @typedef {import('./contract.d.ts').SearchOptions} SearchOptions */
/** @typedef {import('./contract.d.ts').SearchResponse} SearchResponse */
/** @typedef {import('./contract.d.ts').ShowResponse} ShowResponse */
/** @typedef {import('./contract.d.ts').SimilarResponse} SimilarResponse */

/**
 * @typedef {object} Pending
 * @property {{ id: number, kind: string, args: any[], channel?: number }} message
 * @property {(value: any) => void} resolve
 * @property {(failure: Failure) => void} reject
 */

/** A worker that dies more often than this is not started again: the next start would die too. */
const MAX_RESTARTS = 3;

/**
 * Fires `progress` (detail: Progress) while the catalog loads, `arrived` (detail: CatalogInfo) when a first part
 * of it, and each further one, answers searches, and `restart` (detail: FailureData) after the worker died and was started again.
 */
export class EngineClient extends EventTarget {
  /** @type {CatalogInfo | null} what can be searched while more is arriving */
  arrived = null;

  #source;
  #start;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  /** What a worker that is started again is given anew. @type {Map<string, OwnSet>} */
  #added = new Map();
  #lastId = 0;
  #restarts = 0;
  /** @type {Promise<CatalogInfo>} */
  #ready;

  /**
   * @param {CatalogSource} source
   * @param {() => Worker} [start] how a worker is started
   */
  constructor(source, start = startWorker) {
    super();
    this.#source = source;
    this.#start = start;
    this.#ready = this.#open();
    this.#ready.catch(() => {});
  }

  /** Is fulfilled with what the catalog holds as soon as it is open. */
  get ready() {
    return this.#ready;
  }

  /**
   * Returns null when a later search on the same channel overtook this one.
   *
   * @param {string} query
   * @param {SearchOptions} [options]
   * @param {number} [channel]
   * @returns {Promise<SearchResponse | null>}
   */
  search(query, options = {}, channel = 0) {
    return this.#request('search', [query, options], channel);
  }

  /**
   * @param {string} system
   * @param {string} code
   * @returns {Promise<ShowResponse>}
   */
  show(system, code) {
    return this.#request('show', [system, code]);
  }

  /**
   * Returns a part of what stands directly below `node`, '' for the top of the system.
   *
   * @param {string} system
   * @param {string} node
   * @param {{ offset?: number, limit?: number }} [options]
   * @returns {Promise<BrowseResponse>}
   */
  browse(system, node, options = {}) {
    return this.#request('browse', [system, node, options]);
  }

  /**
   * @param {string} system
   * @param {string} code
   * @param {{ in?: string, limit?: number }} [options]
   * @returns {Promise<SimilarResponse>}
   */
  similar(system, code, options = {}) {
    return this.#request('similar', [system, code, options]);
  }

  /**
   * @param {string} query
   * @param {{ limit?: number }} [options]
   * @returns {Promise<{ completions: string[] }>}
   */
  suggest(query, options = {}) {
    return this.#request('suggest', [query, options]);
  }

  /**
   * Returns what only the concept's page needs. Fails as DetailPacks.read does.
   *
   * @param {string} pack
   * @param {string} code
   * @returns {Promise<Details>}
   */
  details(pack, code) {
    return this.#request('details', [pack, code]);
  }

  /**
   * Returns the verdicts of the first lines, as many as fit into a slice of time, at least one.
   *
   * @param {string[]} lines
   * @param {string[]} systems ids to look in, empty for all
   * @returns {Promise<CheckedLine[]>}
   */
  check(lines, systems) {
    return this.#request('check', [lines, systems]);
  }

  /**
   * Puts one's own codes beside the others, once those are all there. Returns what can be searched then.
   *
   * @param {OwnSet} set
   * @returns {Promise<CatalogInfo>} fails as openEngine does
   */
  async add(set) {
    const info = await this.#request('add', [set]);
    this.#added.set(set.key, set);
    return info;
  }

  /**
   * Takes one's own codes away again.
   *
   * @param {string} key
   * @returns {Promise<CatalogInfo>}
   */
  remove(key) {
    this.#added.delete(key);
    return this.#request('remove', [key]);
  }

  /** Ends the worker; what was asked and not answered fails. */
  close() {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#fail(new Failure('closed', 'The catalog was closed.'));
  }

  /** @returns {Promise<CatalogInfo>} */
  #open() {
    try {
      this.#worker = this.#start();
    } catch (thrown) {
      return Promise.reject(Failure.fromData(Failure.toData(thrown)));
    }
    const worker = this.#worker;
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#restart({
        code: 'worker-died',
        message: event.message || 'The engine stopped.',
        advice: '',
      });
    };
    return this.#request('open', [this.#source]);
  }

  /**
   * @param {string} kind
   * @param {any[]} args
   * @param {number} [channel]
   * @returns {Promise<any>}
   */
  #request(kind, args, channel) {
    return new Promise((resolve, reject) => {
      const message = { id: ++this.#lastId, kind, args, channel };
      if (!this.#worker) return reject(new Failure('closed', 'The catalog is closed.'));
      this.#pending.set(message.id, { message, resolve, reject });
      this.#worker.postMessage(message);
    });
  }

  /** @param {any} data */
  #receive(data) {
    if (data.progress) return this.#tell('progress', data.progress);
    if (data.arrived) {
      this.arrived = data.arrived;
      return this.#tell('arrived', data.arrived);
    }
    if (data.fatal) return this.#restart(data.fatal);
    const request = this.#pending.get(data.id);
    if (!request) return undefined;
    this.#pending.delete(data.id);
    if (data.failure) request.reject(Failure.fromData(data.failure));
    else request.resolve(data.value);
    return undefined;
  }

  /**
   * Starts the worker again and sends what was not answered, except an opening: it would only die again.
   *
   * @param {import('./failure.js').FailureData} reason
   */
  #restart(reason) {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#restarts += 1;
    const isOpening = [...this.#pending.values()].some(({ message }) => message.kind === 'open');
    if (isOpening || this.#restarts > MAX_RESTARTS) {
      const advice = reason.advice || 'Reload the page.';
      this.#fail(new Failure(reason.code, `The search engine stopped: ${reason.message}`, advice));
      return;
    }
    const unanswered = [...this.#pending.values()];
    this.#pending.clear();
    for (const { message, resolve } of unanswered) if (message.kind === 'search') resolve(null);
    this.#ready = this.#open();
    this.#ready.catch((failure) => this.#fail(failure));
    for (const set of this.#added.values()) this.#request('add', [set]).catch(() => {});
    for (const request of unanswered.filter(({ message }) => message.kind !== 'search')) {
      this.#pending.set(request.message.id, request);
      /** @type {Worker | undefined} */ (this.#worker)?.postMessage(request.message);
    }
    this.#tell('restart', reason);
  }

  /** @param {Failure} failure */
  #fail(failure) {
    for (const { reject } of this.#pending.values()) reject(failure);
    this.#pending.clear();
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** @type {Map<string, EngineClient>} */
const shared = new Map();

/** @type {Map<string, string>} first catalogs by the address of the full one */
const firsts = new Map();

/**
 * Names a small catalog that answers while the full one loads. It is not asked for where a service worker has the full
 * one at hand.
 *
 * @param {string} url
 * @param {string} first empty where the build has none
 * @param {string | URL} base what `first` is relative to
 */
export function setFirstCatalog(url, first, base) {
  const isAtHand = Boolean(globalThis.navigator?.serviceWorker?.controller);
  if (first && !isAtHand) firsts.set(url, new URL(first, base).href);
}

/**
 * Returns the page's one client of a catalog. One whose opening failed is forgotten, so that the
 * next call tries again.
 *
 * @param {CatalogSource} source
 */
export function openShared(source) {
  const known = shared.get(source.url);
  if (known) return known;
  const first = firsts.get(source.url);
  const client = new EngineClient(first ? { ...source, first } : source);
  shared.set(source.url, client);
  client.ready.catch(() => shared.delete(source.url));
  return client;
}
