// How does the engine become dist/engine/? Once as the module for others, once (--mode worker) as the worker.
//
// Builds of their own, so that neither shares a chunk with the other or with the element: each is one file, and beside
// it lies the plain build, loaded only where WebAssembly cannot run. MEDCODE_ENGINE names another engine module: the
// tests of faults put a mock there.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { listPackages } from './build/third-party/packages.js';
import { tighten } from './build/tighten.js';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const engine = process.env.MEDCODE_ENGINE ?? at('engine/engine.js');

for (const preset of ['wasm', 'plain']) {
  if (process.env.MEDCODE_ENGINE || existsSync(at(`../build/${preset}/engine.mjs`))) continue;
  const build = `cmake --preset ${preset} && cmake --build --preset ${preset} --target engine`;
  throw new Error(`build/${preset}/engine.mjs is missing. Make it: ${build}`);
}

/** Keeps engine.wasm beside the module under its own name: Vite would copy it to a hashed one. */
const keepWasmAddress = {
  name: 'keep-wasm-address',
  enforce: /** @type {const} */ ('pre'),
  transform: (/** @type {string} */ code, /** @type {string} */ id) =>
    id.endsWith('engine.mjs') ? code.replaceAll('import.meta.url', '(import.meta.url)') : null,
};

/** @type {Record<string, string>} */
const asModule = { engine };
/** @type {Record<string, string>} */
const asWorker = { worker: at('engine/worker.js') };

export default defineConfig(({ mode }) => ({
  root: at('engine'),
  base: './',
  publicDir: false,
  plugins: [keepWasmAddress, tighten(), listPackages(mode === 'worker' ? 'worker' : 'engine')],
  resolve: { alias: [{ find: /^\.\/engine\.js$/, replacement: engine }] },
  build: {
    outDir: `${process.env.MEDCODE_DIST ?? at('../dist')}/engine`,
    emptyOutDir: mode !== 'worker',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      preserveEntrySignatures: 'allow-extension',
      input: mode === 'worker' ? asWorker : asModule,
      output: { entryFileNames: '[name].js', chunkFileNames: 'engine-plain.js' },
    },
  },
}));
