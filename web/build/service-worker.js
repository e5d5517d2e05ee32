// How is the service worker made?
//
// Exports buildServiceWorker: bundles web/offline/service-worker.js and writes the list of files with
// their revisions into it. Held by tests/browser/offline-after-the-first-visit.test.js.

import { createHash } from 'node:crypto';
import { readFile, readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { injectManifest } from 'workbox-build';

/** Above this a single file is not saved; the largest, the full catalog, is well below it. */
const MAX_FILE = 64e6;

/**
 * Sorts the detail packs: those with an article are saved with the page, the others later.
 *
 * @param {URL} folder
 */
async function sortPacks(folder) {
  /** @type {{ saved: string[], later: string[] }} */
  const packs = { saved: [], later: [] };
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const text = gunzipSync(await readFile(new URL(name, folder))).toString('utf8');
    (text.includes('"article":') ? packs.saved : packs.later).push(name);
  }
  return packs;
}

/**
 * Returns the sha256 of the catalog as it lies there and of what it inflates to: a server may undo its compression.
 *
 * @param {URL} dist
 */
async function catalogHashes(dist) {
  const catalog = await readFile(new URL('catalog/medical-codes.medcat.gz', dist));
  return [catalog, gunzipSync(catalog)].map((bytes) =>
    createHash('sha256').update(bytes).digest('hex'),
  );
}

/**
 * Adds the integrity of all that runs to the list of files: the browser itself refuses what arrives otherwise.
 *
 * @param {URL} dist
 */
const withIntegrity =
  (dist) =>
  async (/** @type {(import('workbox-build').ManifestEntry & { size: number })[]} */ files) => {
    const manifest = [];
    for (const file of files) {
      const isRun = /\.(js|css|wasm)$/.test(file.url);
      const bytes = isRun ? await readFile(new URL(file.url, dist)) : null;
      const digest = bytes && createHash('sha384').update(bytes).digest('base64');
      manifest.push(digest ? { ...file, integrity: `sha384-${digest}` } : file);
    }
    return { manifest, warnings: [] };
  };

/**
 * @param {URL} dist
 * @returns {Promise<{ count: number, size: number }>}
 */
export async function buildServiceWorker(dist) {
  const bundled = new URL('service-worker.bundle.js', dist);
  const hashes = await catalogHashes(dist);
  const packs = await sortPacks(new URL('catalog/details/', dist));
  await build({
    configFile: false,
    logLevel: 'warn',
    define: {
      'process.env.NODE_ENV': '"production"',
      RELEASE: JSON.stringify(hashes[0].slice(0, 16)),
      CATALOG_HASHES: JSON.stringify(hashes),
      PACK_NAMES: JSON.stringify(packs.later),
    },
    publicDir: false,
    build: {
      outDir: fileURLToPath(dist),
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('../offline/service-worker.js', import.meta.url)),
        formats: ['iife'],
        name: 'serviceWorker',
        fileName: () => 'service-worker.bundle.js',
      },
    },
  });
  const { count, size, warnings } = await injectManifest({
    swSrc: fileURLToPath(bundled),
    swDest: fileURLToPath(new URL('service-worker.js', dist)),
    globDirectory: fileURLToPath(dist),
    globPatterns: [
      '**/*.{html,js,css,wasm,json,svg,webmanifest}',
      'catalog/*.gz',
      ...packs.saved.map((name) => `catalog/details/${name}`),
    ],
    globIgnores: [
      'standalone.html',
      'service-worker*.js',
      'medical-code-search-*.js',
      'engine/**',
      'service/**',
      'catalog/**/*.json',
    ],
    maximumFileSizeToCacheInBytes: MAX_FILE,
    manifestTransforms: [withIntegrity(dist)],
  });
  await rm(bundled);
  if (warnings.length) throw new Error(warnings.join('\n'));
  return { count, size };
}
