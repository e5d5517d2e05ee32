// How do the engine and its worker become dist/engine/?
//
// A build of its own, so that neither shares a chunk with the element: medical-code-search.js stays
// one file. MEDCODE_ENGINE names another engine module: the tests of faults put a mock there.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const engine = process.env.MEDCODE_ENGINE ?? at('engine/engine.js');

/** Keeps engine.wasm beside the module under its own name: Vite would copy it to a hashed one. */
const keepWasmAddress = {
  name: 'keep-wasm-address',
  enforce: /** @type {const} */ ('pre'),
  transform: (/** @type {string} */ code, /** @type {string} */ id) =>
    id.endsWith('engine.mjs') ? code.replaceAll('import.meta.url', '(import.meta.url)') : null,
};

export default defineConfig({
  root: at('engine'),
  base: './',
  publicDir: false,
  plugins: [keepWasmAddress],
  resolve: { alias: [{ find: /^\.\/engine\.js$/, replacement: engine }] },
  build: {
    outDir: `${process.env.MEDCODE_DIST ?? at('../dist')}/engine`,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      preserveEntrySignatures: 'allow-extension',
      input: { worker: at('engine/worker.js'), engine },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
