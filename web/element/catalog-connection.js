// How does an element of the page hold on to the shared engine?
//
// Exports CatalogConnection: joins the client of a catalog address, listens while the element is on
// the page, tells it by events and lets go. Held by tests/browser/widgets-share-one-worker.test.js.

import { openShared } from '../engine/client.js';
import { SearchSession } from '../engine/search-session.js';

/** @typedef {import('../engine/client.js').EngineClient} EngineClient */
/** @typedef {import('../engine/contract.d.ts').CatalogInfo} CatalogInfo */
/** @typedef {import('../engine/contract.d.ts').Progress} Progress */
/** @typedef {import('../engine/failure.js').Failure} Failure */
/** @typedef {HTMLElement & { requestUpdate(): void }} Host */

export class CatalogConnection {
  /** @type {EngineClient | null} */
  client = null;
  /** @type {SearchSession | null} */
  session = null;
  /** @type {CatalogInfo | null} */
  info = null;
  /** @type {Progress | null} */
  progress = null;
  /** @type {Failure | null} */
  failure = null;
  /** Whether the engine was started again since the person typed last. */
  hasRestarted = false;

  #host;
  #onAnswer;
  #url = '';

  /**
   * @param {Host} host fires medcode-ready, medcode-progress and medcode-error
   * @param {() => void} onAnswer called when the session's answer changed
   */
  constructor(host, onAnswer) {
    this.#host = host;
    this.#onAnswer = onAnswer;
  }

  /**
   * Joins the client of this address; the same address again changes nothing unless it had failed.
   *
   * @param {string} url absolute; several with a blank between them
   */
  join(url) {
    if (this.client && url === this.#url && !this.failure) return;
    this.leave();
    this.#url = url;
    const client = openShared({ url });
    this.client = client;
    this.session = new SearchSession(client, this.#onAnswer);
    client.addEventListener('progress', this.#onProgress);
    client.addEventListener('arrived', this.#onArrived);
    client.addEventListener('systems', this.#onSystems);
    client.addEventListener('restart', this.#onRestart);
    client.addEventListener('stopped', this.#onStopped);
    client.ready.then(
      (info) => client === this.client && this.#onReady(info),
      (failure) => client === this.client && this.fail(failure),
    );
  }

  /** What is known of the systems so far. */
  get systems() {
    return (this.info ?? this.client?.arrived)?.systems ?? [];
  }

  leave() {
    this.client?.removeEventListener('progress', this.#onProgress);
    this.client?.removeEventListener('arrived', this.#onArrived);
    this.client?.removeEventListener('systems', this.#onSystems);
    this.client?.removeEventListener('restart', this.#onRestart);
    this.client?.removeEventListener('stopped', this.#onStopped);
    this.client = null;
    this.session = null;
    this.info = null;
    this.failure = null;
    this.hasRestarted = false;
  }

  /** @param {Failure} failure */
  fail(failure) {
    if (this.failure === failure) return;
    this.failure = failure;
    this.progress = null;
    const { code, message, advice } = failure;
    this.#tell('medcode-error', { code, message, advice });
  }

  /** @param {CatalogInfo} info */
  #onReady(info) {
    this.info = info;
    this.progress = null;
    this.session?.complete().catch((failure) => this.fail(failure));
    this.#tell('medcode-ready', info);
  }

  /** @param {Event} event */
  #onProgress = (event) => {
    this.progress = /** @type {CustomEvent<Progress>} */ (event).detail;
    this.#tell('medcode-progress', this.progress);
  };

  #onArrived = () => {
    this.session?.complete().catch((failure) => this.fail(failure));
    this.#host.requestUpdate();
  };

  /** @param {Event} event */
  #onStopped = (event) => this.fail(/** @type {CustomEvent<Failure>} */ (event).detail);

  /** Lets go of what one question failed of: the next one may be answered. */
  askedAnew() {
    this.hasRestarted = false;
    if (this.failure?.code === 'gave-up') this.failure = null;
  }

  /** @param {Event} event */
  #onSystems = (event) => {
    this.info = /** @type {CustomEvent<CatalogInfo>} */ (event).detail;
    this.#host.requestUpdate();
  };

  /** @param {Event} event */
  #onRestart = (event) => {
    this.hasRestarted = true;
    this.#tell('medcode-error', { .../** @type {CustomEvent} */ (event).detail, restarted: true });
  };

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #tell(type, detail) {
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
