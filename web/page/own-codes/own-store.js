// Where do one's own codes outlive the page? In the browser's IndexedDB, and only when the person and the site say so.
//
// Exports OwnStore. Looking whether something was kept makes no database.
// Held by tests/browser/own-sets.test.js.

/** The one database that this page ever makes. */
export const DATABASE = 'medical-code-search';

const SETS = 'own-codes';

/**
 * @template Value
 * @param {IDBRequest<Value>} request
 * @returns {Promise<Value>}
 */
const answered = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error);
    };
  });

/**
 * Opens the database; where there is none, makes one or returns null.
 *
 * @param {boolean} canMake
 * @returns {Promise<IDBDatabase | null>}
 */
function open(canMake) {
  const request = indexedDB.open(DATABASE, 1);
  let isMissing = false;
  request.onupgradeneeded = () => {
    isMissing = !canMake;
    if (isMissing) request.transaction?.abort();
    else request.result.createObjectStore(SETS);
  };
  return answered(request).catch((error) => {
    if (isMissing) return null;
    throw error;
  });
}

export class OwnStore {
  /** True while sets are kept. */
  isKeeping = false;

  /** @param {boolean} isAllowed by the site */
  constructor(isAllowed) {
    this.isAllowed = isAllowed;
  }

  /**
   * Returns what was kept, by key. A site that allows it no longer has it removed.
   *
   * @returns {Promise<[string, any][]>}
   */
  async read() {
    const database = await open(false).catch(() => null);
    if (!database) return [];
    if (!this.isAllowed) {
      database.close();
      await this.forget();
      return [];
    }
    this.isKeeping = true;
    try {
      const sets = database.transaction(SETS).objectStore(SETS);
      const [keys, records] = await Promise.all([
        answered(sets.getAllKeys()),
        answered(sets.getAll()),
      ]);
      return keys.map((key, at) => [String(key), records[at]]);
    } finally {
      database.close();
    }
  }

  /**
   * Keeps records. Returns false when the browser refused, which leaves nothing behind.
   *
   * @param {{ key: string }[]} records
   */
  async write(records) {
    if (!this.isAllowed) return false;
    try {
      await this.#change((sets) => records.map((record) => sets.put(record, record.key)));
      this.isKeeping = true;
      return true;
    } catch {
      return false;
    }
  }

  /** @param {string} key */
  async remove(key) {
    if (this.isKeeping) await this.#change((sets) => [sets.delete(key)]).catch(() => {});
  }

  /** Deletes the whole database and keeps nothing from now on. */
  async forget() {
    this.isKeeping = false;
    await answered(indexedDB.deleteDatabase(DATABASE)).catch(() => {});
  }

  /** @param {(sets: IDBObjectStore) => IDBRequest[]} change */
  async #change(change) {
    const database = /** @type {IDBDatabase} */ (await open(true));
    try {
      const transaction = database.transaction(SETS, 'readwrite');
      const done = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      for (const request of change(transaction.objectStore(SETS)))
        answered(request).catch(() => {});
      await done;
    } finally {
      database.close();
    }
  }
}
