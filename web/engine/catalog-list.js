// Which catalogs does an address name? One, several with blanks between them, or those of an index.
//
// Exports resolveCatalogs for the page and readCatalogList for the worker. An index (by-system/index.json, written by
// web/build/by-system.js) names its catalogs relative to itself:
//
//   { "format": 1, "catalogs": [{ "file": "icd10cm/medical-codes.medcat.gz", "title": "ICD-10-CM", "bytes": 1084708 }] }
//
// Held by tests/browser/unit/catalog-list.test.js.

import { Failure } from './failure.js';

/** @typedef {{ url: string, title: string, bytes: number }} CatalogAddress `bytes`: 0 when unknown */

/** More catalogs than this no site has; each is a file and an engine of its own. */
const MAX_CATALOGS = 64;

/** Addresses have blanks, or commas and blanks, between them; a comma without a blank belongs to its address. */
const BETWEEN = /,?\s+/;

/**
 * Returns the addresses in `text` as absolute ones with a blank between them.
 *
 * @param {string} text
 * @param {string} base
 */
export function resolveCatalogs(text, base) {
  const parts = text.trim().split(BETWEEN).filter(Boolean);
  return parts.map((part) => new URL(part, base).href).join(' ');
}

/** @param {string} url */
const isIndex = (url) => /\.json$/.test(new URL(url).pathname);

/**
 * Returns what people may call the catalog: the folder it lies in, for all are files of one name.
 *
 * @param {string} url
 */
function titleOf(url) {
  const parts = new URL(url).pathname.split('/').filter(Boolean);
  const [file = ''] = parts.slice(-1);
  const name = file.replace(/(\.medcat)?\.gz$/, '');
  return decodeURIComponent(name === 'medical-codes' ? (parts.at(-2) ?? name) : name);
}

/**
 * @param {string} url
 * @param {string} reason
 */
const noIndex = (url, reason) =>
  new Failure(
    'bad-index',
    `${url} is no list of catalogs: ${reason}.`,
    'Write it with `npm run catalogs`, and deploy the folder as it is.',
  );

/**
 * @param {string} url
 * @param {Uint8Array} bytes
 * @returns {CatalogAddress[]}
 */
export function parseIndex(url, bytes) {
  let index;
  try {
    index = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw noIndex(url, 'it is not JSON');
  }
  const { format, catalogs } = index ?? {};
  if (format !== 1 || !Array.isArray(catalogs)) {
    throw noIndex(url, 'it has not the form {"format": 1, "catalogs": [...]}');
  }
  if (catalogs.length === 0) throw noIndex(url, 'it names none');
  return catalogs.map((entry) => {
    if (typeof entry?.file !== 'string') throw noIndex(url, 'an entry names no file');
    const file = new URL(entry.file, url);
    if (file.origin !== new URL(url).origin) throw noIndex(url, 'it names a file of another site');
    const title = typeof entry.title === 'string' ? entry.title : titleOf(file.href);
    return { url: file.href, title, bytes: Number(entry.bytes) || 0 };
  });
}

/**
 * Returns the catalogs in the order of the list, each once.
 *
 * @param {string} addresses as resolveCatalogs gives them
 * @param {(url: string) => Promise<Uint8Array>} download
 * @returns {Promise<CatalogAddress[]>}
 */
export async function readCatalogList(addresses, download) {
  /** @type {Map<string, CatalogAddress>} */
  const list = new Map();
  for (const url of addresses.split(' ')) {
    const found = isIndex(url)
      ? parseIndex(url, await download(url))
      : [{ url, title: titleOf(url), bytes: 0 }];
    for (const each of found) list.set(each.url, list.get(each.url) ?? each);
  }
  if (list.size > MAX_CATALOGS) {
    throw new Failure('too-many', `${list.size} catalogs are named; ${MAX_CATALOGS} are the most.`);
  }
  return [...list.values()];
}
