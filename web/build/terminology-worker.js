// How do the terminology worker and its registration become dist/service/?
//
// Exports buildTerminologyWorker: one classic script, so that importScripts takes it too, and one module.
// Held by tests/browser/terminology-worker.test.js.

import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { listPackages } from './third-party/packages.js';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** @param {URL} dist */
async function releaseOf(dist) {
  const hash = createHash('sha256');
  for (const path of ['engine/engine.wasm', 'catalog/medical-codes.medcat.gz']) {
    hash.update(await readFile(new URL(path, dist)));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {URL} dist
 * @param {string} name
 * @param {'iife' | 'es'} format
 * @param {string} entry
 * @param {Record<string, string>} define
 */
const bundle = (dist, name, format, entry, define) =>
  build({
    configFile: false,
    logLevel: 'warn',
    define,
    publicDir: false,
    plugins: [listPackages(name.replace('.js', ''))],
    resolve: {
      alias: [
        {
          find: /^.*\/build\/plain\/engine\.mjs$/,
          replacement: at('../service/hosts/no-plain-engine.js'),
        },
        {
          find: /^\.\/engine\.js$/,
          replacement: process.env.MEDCODE_ENGINE ?? at('../engine/engine.js'),
        },
      ],
    },
    build: {
      outDir: fileURLToPath(new URL('service/', dist)),
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: at(entry), formats: [format], name: 'terminology', fileName: () => name },
      rollupOptions: { output: { inlineDynamicImports: true } },
    },
  });

/** @param {URL} dist with engine/ and catalog/ in it */
export async function buildTerminologyWorker(dist) {
  const packs = (await readdir(new URL('catalog/details/', dist)).catch(() => [])).sort();
  await bundle(dist, 'terminology-worker.js', 'iife', '../service/hosts/terminology-worker.js', {
    'import.meta.url': 'self.location.href',
    RELEASE: JSON.stringify(await releaseOf(dist)),
    PACK_NAMES: JSON.stringify(packs),
  });
  await bundle(dist, 'register.js', 'es', '../service/register.js', {});
}
