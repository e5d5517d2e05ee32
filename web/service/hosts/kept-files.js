// Where does a service worker keep the files of one release?
//
// Exports KeptFiles: a cache of its own for each release; what is not in it is fetched, and kept.
// Held by tests/browser/terminology-worker.test.js.

import { Failure } from '../../engine/failure.js';

/** Every cache of ours begins so. */
const PREFIX = 'medcode-service-';

/** Files fetched at once. */
const AT_ONCE = 4;

export class KeptFiles {
  #folder;
  #name;

  /**
   * @param {URL} folder address of dist/
   * @param {string} release changes with engine and catalog
   */
  constructor(folder, release) {
    this.#folder = folder;
    this.#name = `${PREFIX}${release}`;
  }

  /**
   * Keeps what is not kept yet, a few files at a time, so that a page's own requests are not held up.
   *
   * @param {string[]} paths below the folder
   */
  async keep(paths) {
    const cache = await caches.open(this.#name);
    const waiting = [...paths];
    const work = async () => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        const url = new URL(path, this.#folder).href;
        if (!(await cache.match(url))) await cache.add(url);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /**
   * Returns a file's bytes; fails when it is neither kept nor to be had.
   *
   * @param {string} path below the folder
   */
  async read(path) {
    const url = new URL(path, this.#folder).href;
    const cache = await caches.open(this.#name);
    let response = await cache.match(url);
    if (!response) {
      await cache.add(url).catch(() => {
        throw new Failure(
          'unreachable',
          `${path} is neither saved nor to be fetched now.`,
          'Open the page once with the network on and let it save the details.',
        );
      });
      response = await cache.match(url);
    }
    return new Uint8Array(await /** @type {Response} */ (response).arrayBuffer());
  }

  /**
   * Keeps what a page is made of, as it is now; an address that cannot be had now stays as it was kept before.
   *
   * @param {string[]} urls
   */
  async keepPage(urls) {
    const cache = await caches.open(this.#name);
    await Promise.allSettled(urls.map((url) => cache.add(url)));
  }

  /**
   * Returns the network's answer, and without network what was kept of a page.
   *
   * @param {Request} request
   */
  async answer(request) {
    try {
      return await fetch(request);
    } catch (thrown) {
      const cache = await caches.open(this.#name);
      const kept = await cache.match(request, { ignoreSearch: request.mode === 'navigate' });
      if (kept) return kept;
      throw thrown;
    }
  }

  /** Removes the files of other releases. */
  async dropOlder() {
    const names = await caches.keys();
    const older = names.filter((name) => name.startsWith(PREFIX) && name !== this.#name);
    await Promise.all(older.map((name) => caches.delete(name)));
  }
}
