// How does a page talk to the engine? By promises, to one worker per catalog.
//
// Exports EngineClient and openShared (one client and so one worker for all elements of a page that
// name the same catalog). A worker that dies, or hangs, is started again and told, and what was asked is sent anew, once:
// what two workers died of is given up. Held by tests/browser/unit/client.test.js, tests/browser/a-killed-worker.test.js
// and tests/browser/widgets-share-one-worker.test.js.

import { Failure } from './failure.js';
import { startWorker } from './start-worker.js';
import { WorkerWatch } from './worker-watch.js';

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
 * @property {number} deaths workers that ended while this waited
 */

/** Workers started again within RESTART_WINDOW; one more death ends it: the next start would die too. */
const MAX_RESTARTS = 3;

/** In milliseconds: a page that is open all day may lose a worker now and then. */
const RESTART_WINDOW = 10 * 60 * 1000;

/** A request during which so many workers ended is what they die of. */
const MAX_DEATHS = 2;

const LOST = { code: 'worker-lost', message: 'It gave no sign of life.', advice: '' };

/**
 * Fires `progress` (detail: Progress) while the catalog loads, `arrived` (detail: CatalogInfo) when a first part
 * of it, and each further one, answers searches, `systems` (likewise) when one's own codes were added or removed,
 * `restart` (detail: FailureData) after the worker died and was started again, and `stopped` (detail: Failure) when it is
 * not started any more.
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
  /** @type {number[]} when a worker was started again */
  #restarts = [];
  /** @type {WorkerWatch | undefined} */
  #watch;
  /** @type {Failure | undefined} why no worker is started any more */
  #end;
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
    this.#tell('systems', info);
    return info;
  }

  /**
   * Takes one's own codes away again.
   *
   * @param {string} key
   * @returns {Promise<CatalogInfo>}
   */
  async remove(key) {
    this.#added.delete(key);
    const info = await this.#request('remove', [key]);
    this.#tell('systems', info);
    return info;
  }

  /** Ends the worker; what was asked and not answered fails. */
  close() {
    this.#drop();
    this.#end = new Failure('closed', 'The catalog was closed.');
    this.#fail(this.#end);
  }

  #drop() {
    this.#watch?.rest();
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  /** @returns {Promise<CatalogInfo>} */
  #open() {
    try {
      this.#launch();
    } catch (thrown) {
      return Promise.reject(Failure.fromData(Failure.toData(thrown)));
    }
    return this.#request('open', [this.#source]);
  }

  get #isOpening() {
    return [...this.#pending.values()].some(({ message }) => message.kind === 'open');
  }

  #launch() {
    const worker = this.#start();
    this.#worker = worker;
    this.#watch = new WorkerWatch({
      ping: () => worker.postMessage({ kind: 'ping' }),
      isOpening: () => this.#isOpening,
      onLost: () => this.#restart(LOST),
    });
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#restart({
        code: 'worker-died',
        message: event.message || 'The engine stopped.',
        advice: '',
      });
    };
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
      if (this.#end) return reject(this.#end);
      this.#pending.set(message.id, { message, resolve, reject, deaths: 0 });
      return this.#send(message);
    });
  }

  /** @param {Pending['message']} message */
  #send(message) {
    this.#worker?.postMessage(message);
    this.#watch?.begin();
  }

  /** @param {any} data */
  #receive(data) {
    this.#watch?.heard();
    if (data.progress) return this.#tell('progress', data.progress);
    if (data.arrived) {
      this.arrived = data.arrived;
      return this.#tell('arrived', data.arrived);
    }
    if (data.fatal) return this.#restart(data.fatal);
    const request = this.#pending.get(data.id);
    if (!request) return undefined;
    this.#pending.delete(data.id);
    if (this.#pending.size === 0) this.#watch?.rest();
    if (data.failure) request.reject(Failure.fromData(data.failure));
    else request.resolve(data.value);
    return undefined;
  }

  /**
   * Starts the worker again and sends what was not answered. What died while opening would die again, unless it was
   * merely lost.
   *
   * @param {import('./failure.js').FailureData} reason
   */
  #restart(reason) {
    this.#drop();
    const now = Date.now();
    this.#restarts = [...this.#restarts.filter((at) => now - at < RESTART_WINDOW), now];
    const isOpening = this.#isOpening;
    if ((isOpening && reason !== LOST) || this.#restarts.length > MAX_RESTARTS) {
      this.#stop(reason);
      return;
    }
    const unanswered = [...this.#pending.values()];
    if (isOpening) this.#relaunch();
    else void this.#reopen(unanswered);
    this.#tell('restart', reason);
  }

  /** Starts a worker in place of one that was lost while it opened, and sends it all that one was sent. */
  #relaunch() {
    this.#launch();
    const messages = [...this.#pending.values()].map(({ message }) => message);
    const isOther = (/** @type {Pending['message']} */ { kind }) => Number(kind !== 'open');
    messages.sort((left, right) => isOther(left) - isOther(right));
    for (const message of messages) this.#send(message);
  }

  /**
   * Starts a worker and opens the catalog and the person's own codes in it. Only then is anew sent what was not
   * answered: whatever kills this worker too is not to be mistaken for the opening.
   *
   * @param {Pending[]} unanswered
   */
  async #reopen(unanswered) {
    this.#ready = this.#open();
    const own = [...this.#added.values()].map((set) => this.#request('add', [set]));
    try {
      await Promise.all([this.#ready, Promise.allSettled(own)]);
    } catch (failure) {
      this.#stop(/** @type {Failure} */ (failure));
      return;
    }
    for (const request of unanswered) this.#sendAgain(request);
  }

  /** @param {Pending} request */
  #sendAgain(request) {
    const { message, reject } = request;
    if (!this.#pending.has(message.id)) return;
    request.deaths += 1;
    if (request.deaths < MAX_DEATHS) {
      this.#send(message);
      return;
    }
    this.#pending.delete(message.id);
    reject(new Failure('gave-up', 'The search engine stopped at it twice.', 'Ask otherwise.'));
  }

  /** @param {import('./failure.js').FailureData} reason */
  #stop({ code, message, advice }) {
    if (this.#end) return;
    this.#drop();
    this.#end = new Failure(
      code,
      `The search engine stopped: ${message}`,
      advice || 'Reload the page.',
    );
    this.#fail(this.#end);
    this.#tell('stopped', this.#end);
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
 * Returns the page's one client of a catalog. One whose opening failed, or whose worker
 * is not started any more, is forgotten, so that the next call tries again.
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
  client.addEventListener('stopped', () => shared.delete(source.url));
  return client;
}
