// How do the page and the element become dist/?
//
// Two entries. The page imports the element's script, so all they share lies in that one file and a
// page that shows both runs one copy. The engine has its own build: vite.engine.config.js.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { languageExamples } from './build/language-examples.js';
import { listPackages } from './build/third-party/packages.js';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('page'),
  base: './',
  plugins: [
    languageExamples(new URL('../core/query/LANGUAGE.md', import.meta.url)),
    listPackages('page'),
  ],
  build: {
    outDir: process.env.MEDCODE_DIST ?? at('../dist'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      preserveEntrySignatures: 'allow-extension',
      input: { page: at('page/index.html'), 'medical-code-search': at('medical-code-search.js') },
      output: {
        // The element's name is written in other people's pages; every other file carries a hash.
        entryFileNames: ({ name }) =>
          name === 'medical-code-search' ? '[name].js' : 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
