// What does a site get to serve one's own codes to everyone?
//
// Exports deployable: the catalog alone where it has no details, else a zip of a folder with both and what to do with it.
// Held by tests/browser/unit/zip.test.js and, opened with openEngine, by tests/browser/own-sets.test.js.

import { zipOf } from './zip.js';

/** @typedef {import('./own-set.js').Set} OwnSet */

/** As every catalog's file is called, so that its details are found beside it. */
const CATALOG = 'medical-codes.medcat.gz';

/** Longest name of a folder. */
const MAX_NAME = 40;

/** @param {string} title */
function folderName(title) {
  const plain = title
    .normalize('NFD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_NAME)
    .replace(/^-+|-+$/g, '');
  return plain || 'own-codes';
}

/**
 * @param {Pick<OwnSet, 'title' | 'catalog' | 'details'>} set
 * @param {{ text(key: string, holes?: Record<string, string>): string }} messages
 * @returns {{ name: string, blob: Blob }}
 */
export function deployable({ title, catalog, details }, messages) {
  const name = folderName(title);
  const files = Object.entries(details);
  if (files.length === 0) {
    const blob = new Blob([/** @type {BlobPart} */ (catalog)], { type: 'application/gzip' });
    return { name: `${name}.medcat.gz`, blob };
  }
  const steps = new TextEncoder().encode(messages.text('own.deploy', { name, title }));
  const blob = zipOf([
    [`${name}/README.txt`, steps],
    [`${name}/${CATALOG}`, catalog],
    ...files.map(
      ([file, bytes]) => /** @type {[string, Uint8Array]} */ ([`${name}/details/${file}`, bytes]),
    ),
  ]);
  return { name: `${name}.zip`, blob };
}
