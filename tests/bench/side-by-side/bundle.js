// How large is each engine's own code, as a site would ship it?
//
// Exports bundleAll: every peer's module, minified, with its wasm beside it, below build/bench/engines; Chromium loads
// those files too. Ours is measured as it lies in dist/. Held by tests/bench/side-by-side/run.js.

import { join } from 'node:path';
import { build } from 'vite';
import { contestants } from './contestants.js';
import { filesIn, sizesOfFiles } from './sizes.js';

/** What of dist/engine a page loads. */
const ours = {
  wasm: ['engine.js', 'engine.wasm'],
  plain: ['engine.js', 'engine-plain.js'],
};

/** @param {string} root @param {string} module @param {string} folder */
async function bundle(root, module, folder) {
  await build({
    root: join(root, 'tests/bench'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    base: './',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: join(root, 'tests/bench/peers', `${module}.js`),
        preserveEntrySignatures: 'exports-only',
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]', inlineDynamicImports: true },
      },
    },
  });
}

/**
 * Returns what each contestant's code weighs.
 *
 * @param {string} root the repository
 * @param {string} out build/bench
 * @returns {Promise<Record<string, import('./sizes.js').Sizes>>}
 */
export async function bundleAll(root, out) {
  /** @type {Record<string, import('./sizes.js').Sizes>} */
  const sizes = {};
  for (const [name, contestant] of Object.entries(contestants)) {
    if ('isPlain' in contestant) {
      const files = contestant.isPlain ? ours.plain : ours.wasm;
      sizes[name] = sizesOfFiles(files.map((file) => join(root, 'dist/engine', file)));
      continue;
    }
    const folder = join(out, 'engines', contestant.module);
    await bundle(root, contestant.module, folder);
    // In its folder assets/ lie SQLite's workers for storing files, which are not loaded.
    sizes[name] = sizesOfFiles(filesIn(folder));
  }
  return sizes;
}
