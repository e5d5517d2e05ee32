// How does a script that every page loads become as small as it can?
//
// Exports tighten, a plugin: Terser over every chunk that does not hold the plain build of the engine, which is loaded only where
// WebAssembly cannot run and would take half a minute. Vite's own minifier leaves 1.2 kB more of Emscripten's glue.
// Measured by tests/bench/run.mjs.

import { minify } from 'terser';

/** Letters of a chunk: the plain build alone has twice as many, all the rest a fifth. standalone.html has both in one. */
const MAX_LETTERS = 200_000;

/** @returns {import('vite').Plugin} */
export const tighten = () => ({
  name: 'tighten',
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk.code.length > MAX_LETTERS) continue;
      const { code } = await minify(chunk.code, { module: true, compress: { passes: 3 } });
      chunk.code = /** @type {string} */ (code);
    }
  },
});
