// How does the site work with the network off?
//
// Every file of a release is saved before the release is used (Workbox precaching), so a visitor has
// either all of the old one or all of the new one; what arrives damaged or cut short is refused. Detail packs with articles are among them; the
// others are kept as they are read, and saved one after the other when the page asks for it.
// Held by tests/browser/offline-after-the-first-visit.test.js.

import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { canRunWasm } from '../engine/can-run-wasm.js';

/** Packs belong to one release of the catalog: another release has another cache. */
const PACKS = `medcode-details-${RELEASE}`;

/** Of the two builds of the engine only the one that this browser runs is saved. */
const OTHER_ENGINE = canRunWasm() ? /\/engine-plain-/ : /\/engine-\w+\.wasm$/;

/**
 * Returns true for any file but a catalog, and for the catalog that this release was built with: one that is damaged or
 * another's makes the release fail, and the former one stays.
 *
 * @param {Request} request
 * @param {Response} response
 */
async function isOfThisRelease(request, response) {
  if (!response.ok) return false;
  if (!request.url.split('?')[0].endsWith('.medcat.gz')) return true;
  const digest = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  const bytes = [...new Uint8Array(digest)];
  return CATALOG_HASHES.includes(bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(''));
}

addPlugins([
  {
    cacheWillUpdate: async ({ request, response }) =>
      (await isOfThisRelease(request, response)) ? response : null,
  },
]);

const files = self.__WB_MANIFEST.filter((file) => !OTHER_ENGINE.test(file.url));
precacheAndRoute(files, { ignoreURLParametersMatching: [/^lang$/] });
cleanupOutdatedCaches();

registerRoute(
  ({ url, sameOrigin }) =>
    sameOrigin && /\/catalog\/(by-system\/[^/]+\/)?details\//.test(url.pathname),
  new CacheFirst({ cacheName: PACKS }),
);

/** The builder of a person's own catalogs; its files carry hashes. */
const BUILDER = 'medcode-builder';

const builderFiles = BUILDER_FILES.map((name) => new URL(name, self.location.href).href);

registerRoute(({ url }) => builderFiles.includes(url.href), new CacheFirst({ cacheName: BUILDER }));

async function dropOlderBuilders() {
  if (!(await caches.has(BUILDER))) return;
  const cache = await caches.open(BUILDER);
  const older = (await cache.keys()).filter(({ url }) => !builderFiles.includes(url));
  await Promise.all(older.map((request) => cache.delete(request)));
}

async function dropOlderPacks() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith('medcode-details-') && name !== PACKS);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** Saves what is not saved yet, one file at a time, so that a person's own requests come first. */
async function savePacks() {
  const cache = await caches.open(PACKS);
  for (const name of PACK_NAMES) {
    const url = new URL(name, self.location.href).href;
    if (!(await cache.match(url))) await cache.add(url);
  }
}

self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([dropOlderPacks(), dropOlderBuilders()])),
);

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') self.skipWaiting();
  if (event.data?.type === 'SAVE_PACKS') event.waitUntil(savePacks().catch(() => {}));
});
