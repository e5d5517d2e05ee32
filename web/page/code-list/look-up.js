// Which concepts of this catalog does an imported or shared list mean?
//
// Exports lookUp. A code that this catalog lacks stays on the list and is said to be unknown; a line that names no
// single code is returned as unread. Held by tests/browser/unit/look-up.test.js.

/** @typedef {import('../../engine/client.js').EngineClient} EngineClient */
/** @typedef {import('../../engine/contract.d.ts').CatalogInfo} CatalogInfo */
/** @typedef {import('./code-list.js').Entry} Entry */
/** @typedef {import('./list-import.js').Item} Item */

/** Questions asked at once: few enough that a key typed meanwhile waits a few milliseconds. */
const BATCH = 40;

/** Verdicts that name one concept. */
const CERTAIN = new Set(['valid', 'header', 'inactive', 'exact']);

/**
 * Returns the id of a system named by id, title or canonical address, empty when the catalog lacks it.
 *
 * @param {CatalogInfo} info
 * @param {string} name
 */
function systemId({ systems }, name) {
  const wanted = name.trim().toLowerCase();
  const isSo = (/** @type {string} */ text) => text.toLowerCase() === wanted;
  const found =
    systems.find(({ id, title }) => isSo(id) || isSo(title)) ??
    systems.find(({ uri }) => isSo(uri));
  return found?.id ?? '';
}

/**
 * @param {Item} item
 * @returns {Entry}
 */
const unknown = ({ system, code, display, note }) => ({
  system,
  code,
  display,
  note,
  status: 'active',
  billable: null,
  isKnown: false,
});

/**
 * @param {Pick<EngineClient, 'show' | 'check'>} client
 * @param {CatalogInfo} info
 * @param {Item} item
 * @returns {Promise<Entry | null>} null when the line names no single code
 */
async function lookUpOne(client, info, item) {
  const { system, code, note } = item;
  if (!system) {
    const [{ verdict, concept }] = await client.check([code], []);
    return concept && CERTAIN.has(verdict) ? { ...concept, note, isKnown: true } : null;
  }
  const id = systemId(info, system);
  const uri = info.systems.find((each) => each.id === id)?.uri;
  const alike = id ? info.systems.filter((each) => each.id === id || each.uri === uri) : [];
  for (const { id } of alike) {
    const shown = await client.show(id, code);
    if (shown.found) {
      const { display, status, billable } = shown;
      return { system: id, code: shown.code, display, status, billable, note, isKnown: true };
    }
  }
  return unknown({ ...item, system: id || system });
}

/**
 * @param {Pick<EngineClient, 'show' | 'check'>} client
 * @param {CatalogInfo} info
 * @param {Item[]} items
 * @returns {Promise<{ entries: Entry[], unread: Item[] }>}
 */
export async function lookUp(client, info, items) {
  /** @type {Entry[]} */
  const entries = [];
  /** @type {Item[]} */
  const unread = [];
  for (let at = 0; at < items.length; at += BATCH) {
    const batch = items.slice(at, at + BATCH);
    const found = await Promise.all(batch.map((item) => lookUpOne(client, info, item)));
    found.forEach((entry, index) => {
      if (entry) entries.push(entry);
      else unread.push(batch[index]);
    });
  }
  return { entries, unread };
}
