// Is the engine's worker still there? Browsers say nothing when a worker is ended from outside or never comes back.
//
// Exports WorkerWatch and its limits. While an answer is owed, the worker is asked for a sign of life every second. One
// that works answers between two requests, also while it waits for the network; one that is gone or hangs does not.
// Held by tests/browser/unit/worker-watch.test.js and tests/browser/a-killed-worker.test.js.

/** Time between two looks, in milliseconds. */
export const LOOK_EVERY = 1000;

/**
 * Looks without a word until a worker counts as lost. The longest request known (a rare query over all official codes as
 * plain JavaScript on an old machine) keeps it silent for less than one; a list is checked in slices of ten milliseconds.
 */
export const SILENT_LOOKS = 10;

/** The same while a catalog is opened: unpacking and compiling come in one piece, on an old machine in several seconds. */
export const SILENT_LOOKS_OPENING = 25;

export class WorkerWatch {
  #ping;
  #onLost;
  #silent = 0;
  #hasSpoken = false;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  /**
   * @param {{ ping: () => void, isOpening: () => boolean, onLost: () => void }} worker
   */
  constructor({ ping, isOpening, onLost }) {
    this.#ping = ping;
    this.#onLost = onLost;
    this.isOpening = isOpening;
  }

  /** An answer is owed from now on. */
  begin() {
    if (this.#timer !== undefined) return;
    this.#silent = 0;
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY);
  }

  /** The worker said something, whatever it was. */
  heard() {
    this.#hasSpoken = true;
    this.#silent = 0;
  }

  /** Nothing is owed any more. */
  rest() {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /**
   * Counts looks and not time: a machine that slept has looked once, however long it slept. Before a worker's first
   * word nothing is counted: its script may still be on a narrow line, and a script that fails says so by itself.
   */
  #look() {
    if (this.#hasSpoken) this.#silent += 1;
    const limit = this.isOpening() ? SILENT_LOOKS_OPENING : SILENT_LOOKS;
    if (this.#silent < limit) return this.#ping();
    this.rest();
    return this.#onLost();
  }
}
