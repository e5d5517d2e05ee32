// What does dist/ need beyond Vite's output?
//
// The engine's wasm, the catalog and its packs, the languages, names with hashes, the service worker (it lists all files
// before it), whose work is in all this, standalone.html, the integrity of all that runs, and a table of sizes.

import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { sealAssets, writeIntegrity } from './seal.js';
import { BY_SYSTEM, buildServiceWorker } from './service-worker.js';
import { buildStandalone } from './standalone.js';
import { buildTerminologyWorker } from './terminology-worker.js';
import { writeThirdParty } from './third-party/write.js';

const root = new URL('../../', import.meta.url);
const folder = (/** @type {string | undefined} */ path, /** @type {string} */ otherwise) =>
  path ? new URL(`file://${path}/`) : new URL(otherwise, root);

const dist = folder(process.env.MEDCODE_DIST, 'dist/');
const catalog = folder(process.env.MEDCODE_CATALOG, 'build/catalog/');
const wasm = new URL(process.env.MEDCODE_WASM ?? 'build/wasm/engine.wasm', root);

/** A catalog below this arrives about as soon as the small one that would answer before it, in bytes. */
const SMALL_CATALOG = 1e6;

/**
 * @param {URL} from
 * @param {URL} to
 * @param {string} advice
 */
async function copyOrExplain(from, to, advice) {
  try {
    await cp(from, to, { recursive: true });
  } catch (cause) {
    throw new Error(`${fileURLToPath(from)} could not be copied. ${advice}`, { cause });
  }
}

async function copyParts() {
  await mkdir(new URL('engine/', dist), { recursive: true });
  await copyOrExplain(wasm, new URL('engine/engine.wasm', dist), 'Build the preset "wasm" first.');
  await copyOrExplain(catalog, new URL('catalog/', dist), 'Compile it with "medcode build" first.');
  const { size } = await stat(new URL('catalog/medical-codes.medcat.gz', dist));
  if (size < SMALL_CATALOG) {
    await rm(new URL('catalog/first/', dist), { recursive: true, force: true });
  }
  await mkdir(new URL('strings/', dist), { recursive: true });
  for (const file of await readdir(new URL('web/strings/', root))) {
    if (!file.endsWith('.json')) continue;
    await cp(new URL(`web/strings/${file}`, root), new URL(`strings/${file}`, dist));
  }
}

/** Makes the page open one catalog per system where there are such (web/build/by-system.js). */
async function chooseCatalogs() {
  if (!existsSync(new URL(BY_SYSTEM, dist))) return;
  const page = new URL('index.html', dist);
  const html = await readFile(page, 'utf8');
  const none = '<meta name="medcode-catalog" content="" />';
  if (!html.includes(none)) throw new Error(`index.html has no line ${none}`);
  await writeFile(page, html.replace(none, none.replace('""', `"${BY_SYSTEM}"`)));
}

/** @param {string[]} files */
async function printSizes(files) {
  for (const file of files) {
    const url = new URL(file, dist);
    const { size } = await stat(url).catch(() => ({ size: 0 }));
    if (!size) continue;
    const zipped = file.endsWith('.gz') ? size : gzipSync(await readFile(url), { level: 9 }).length;
    const columns = [size, zipped].map((bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(12));
    console.log(`${file.padEnd(36)}${columns.join('')} gzipped`);
  }
}

await copyParts();
await chooseCatalogs();
await buildTerminologyWorker(dist);
const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
const sealed = await sealAssets(dist, version);
const saved = await buildServiceWorker(dist);
await buildStandalone(dist, await writeThirdParty(dist));
const integrity = await writeIntegrity(dist);
await printSizes([
  'medical-code-search.js',
  'engine/engine.js',
  'engine/engine.wasm',
  'engine/engine-plain.js',
  'service/terminology-worker.js',
  'catalog/medical-codes.medcat.gz',
  'catalog/first/medical-codes.medcat.gz',
  'standalone.html',
]);
console.log(`${saved.count} files (${(saved.size / 1e6).toFixed(1)} MB) are saved for offline use`);
console.log(
  `${sealed.entry} may be kept for ever; its integrity (all others: integrity.json) is\n${integrity[sealed.entry]}`,
);
