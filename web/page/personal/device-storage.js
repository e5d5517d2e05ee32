// What does the page keep on this device? Nothing, unless the site allows it and the person wants it.
//
// Exports DeviceStorage. A site allows it in its index.html: <meta name="medcode-storage" content="allowed">.
// Held by tests/browser/unit/device-storage.test.js and tests/browser/nothing-is-stored-unasked.test.js.

/** The one entry in localStorage that this page ever makes. */
export const STORAGE_KEY = 'medical-code-search';

/** Browsers give a site five million characters; a list of ten thousand codes is some two. */
const MAX_STORED = 4_000_000;

/** @returns {boolean} what this site's index.html says */
export function siteAllowsStorage() {
  const meta = document.querySelector('meta[name="medcode-storage"]');
  return meta?.getAttribute('content') === 'allowed';
}

export class DeviceStorage {
  /** True when the person wants things kept. */
  isKeeping = false;
  #storage;

  /**
   * @param {boolean} isAllowed by the site; a site that allows no longer has its entry removed
   * @param {() => Storage} [storage] throws where the browser forbids storing
   */
  constructor(isAllowed, storage = () => localStorage) {
    this.isAllowed = isAllowed;
    this.#storage = storage;
    if (!isAllowed) this.clear();
  }

  /** Returns what was kept, undefined when there is nothing that can be read. */
  read() {
    if (!this.isAllowed) return undefined;
    try {
      const text = this.#storage().getItem(STORAGE_KEY);
      const data = text && text.length <= MAX_STORED ? JSON.parse(text) : undefined;
      this.isKeeping = data?.isKept === true;
      return this.isKeeping ? data : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Keeps plain data when that is allowed and wanted. Returns false when the browser refused.
   *
   * @param {object} data
   */
  write(data) {
    if (!this.isAllowed || !this.isKeeping) return true;
    try {
      const text = JSON.stringify({ ...data, isKept: true });
      if (text.length > MAX_STORED) return false;
      this.#storage().setItem(STORAGE_KEY, text);
      return true;
    } catch {
      return false;
    }
  }

  /** Removes the entry and keeps nothing from now on. */
  clear() {
    this.isKeeping = false;
    try {
      this.#storage().removeItem(STORAGE_KEY);
    } catch {
      // Where nothing can be stored, nothing has to be removed.
    }
  }
}
