// How is the service worker made?
//
// Exports BY_SYSTEM and buildServiceWorker: bundles web/offline/service-worker.js and writes the list of files with
// their revisions into it. Held by tests/browser/offline-after-the-first-visit.test.js.

import { createHash } from 'node:crypto';
import { readFile, readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { injectManifest } from 'workbox-build';
import { listPackages } from './third-party/packages.js';

/** Above this a single file is not saved; the largest, the full catalog, is well below it. */
const MAX_FILE = 64e6;

const CATALOG = 'medical-codes.medcat.gz';

/** What builds a person's own catalogs is saved when it was first asked for: most never do. */
const BUILDER = /^builder-.*\.(js|wasm)$/;

/** As web/build/by-system.js writes it. */
export const BY_SYSTEM = 'catalog/by-system/index.json';

/**
 * Returns the folders of the catalogs that the page opens: the one of all systems, or one per system.
 *
 * @param {URL} dist
 * @returns {Promise<string[]>}
 */
async function catalogFolders(dist) {
  const index = await readFile(new URL(BY_SYSTEM, dist), 'utf8').catch(() => '');
  if (!index) return ['catalog/'];
  const { catalogs } = JSON.parse(index);
  return catalogs.map((/** @type {{ file: string }} */ { file }) => {
    return `catalog/by-system/${file.slice(0, -CATALOG.length)}`;
  });
}

/**
 * Sorts the detail packs: those with an article are saved with the page, the others later.
 *
 * @param {URL} dist
 * @param {string[]} folders
 */
async function sortPacks(dist, folders) {
  /** @type {{ saved: string[], later: string[] }} */
  const packs = { saved: [], later: [] };
  for (const folder of folders.map((each) => `${each}details/`)) {
    const url = new URL(folder, dist);
    for (const name of (await readdir(url).catch(() => [])).sort()) {
      const text = gunzipSync(await readFile(new URL(name, url))).toString('utf8');
      (text.includes('"article":') ? packs.saved : packs.later).push(`${folder}${name}`);
    }
  }
  return packs;
}

/**
 * Returns the sha256 of the catalogs as they lie there and of what they inflate to: a server may undo their compression.
 *
 * @param {URL} dist
 * @param {string[]} folders
 */
async function catalogHashes(dist, folders) {
  const files = await Promise.all(
    folders.map((folder) => readFile(new URL(`${folder}${CATALOG}`, dist))),
  );
  return files
    .flatMap((catalog) => [catalog, gunzipSync(catalog)])
    .map((bytes) => createHash('sha256').update(bytes).digest('hex'));
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
  const folders = await catalogFolders(dist);
  const hashes = await catalogHashes(dist, folders);
  const packs = await sortPacks(dist, folders);
  const assets = await readdir(new URL('assets/', dist));
  const builder = assets.filter((name) => BUILDER.test(name)).map((name) => `assets/${name}`);
  const release = createHash('sha256').update(hashes.join()).digest('hex');
  await build({
    configFile: false,
    logLevel: 'warn',
    define: {
      'process.env.NODE_ENV': '"production"',
      RELEASE: JSON.stringify((folders.length > 1 ? release : hashes[0]).slice(0, 16)),
      CATALOG_HASHES: JSON.stringify(hashes),
      PACK_NAMES: JSON.stringify(packs.later),
      BUILDER_FILES: JSON.stringify(builder),
    },
    publicDir: false,
    plugins: [listPackages('service-worker')],
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
      ...folders.map((folder) => `${folder}*.gz`),
      ...(folders.length > 1 ? [BY_SYSTEM] : []),
      ...packs.saved,
    ],
    globIgnores: [
      'standalone.html',
      '**/bundled-*.json',
      'service-worker*.js',
      'medical-code-search-*.js',
      'engine/**',
      'service/**',
      ...builder,
      'catalog/*.json',
      'catalog/*/!(index).json',
    ],
    maximumFileSizeToCacheInBytes: MAX_FILE,
    manifestTransforms: [withIntegrity(dist)],
  });
  await rm(bundled);
  if (warnings.length) throw new Error(warnings.join('\n'));
  return { count, size };
}
