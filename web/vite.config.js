// How do the page and the element become dist/?
//
// Two entries. The page imports the element's script, so all they share lies in that one file and a
// page that shows both runs one copy. The engine has its own build: vite.engine.config.js. The builder of one's own catalogs
// (web/builder) is a worker of the page's, in files of its own that are loaded with the first file that is given.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { languageExamples } from './build/language-examples.js';
import { lexicon } from './build/lexicon.js';
import { strings } from './build/strings.js';
import { listPackages } from './build/third-party/packages.js';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** Says how the builder's module is made where it is missing. */
const demandBuilder = {
  name: 'demand-builder',
  resolveId(/** @type {string} */ id) {
    if (!/build\/wasm\/builder\./.test(id) || existsSync(at('../build/wasm/builder.mjs')))
      return null;
    const build = 'cmake --preset wasm && cmake --build --preset wasm --target builder';
    throw new Error(`build/wasm/builder.mjs is missing. Make it: ${build}`);
  },
};

export default defineConfig({
  root: at('page'),
  base: './',
  plugins: [
    languageExamples(new URL('../core/query/LANGUAGE.md', import.meta.url)),
    strings(new URL('strings/en.json', import.meta.url)),
    listPackages('page'),
  ],
  worker: {
    format: 'es',
    plugins: () => [
      demandBuilder,
      lexicon(new URL('../data/lexicon/', import.meta.url)),
      listPackages('builder'),
    ],
    rollupOptions: {
      output: {
        entryFileNames: 'assets/builder-[hash].js',
        chunkFileNames: 'assets/builder-lexicon-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
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
