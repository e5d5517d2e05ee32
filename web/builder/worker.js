// What builds a catalog beside the page, so that the page stays quick? One worker for one build.
//
// The page sends {files, choices}; the answers are {progress}, and at the end {value} or {failure}. Whoever loses interest ends
// the worker. The wasm module and the lexicon are fetched here, so that who only searches never loads them.
// Held by tests/browser/build-in-page.test.js.

import createBuilder from '../../build/wasm/builder.mjs';
import wasmUrl from '../../build/wasm/builder.wasm?url';
import { download } from '../engine/download.js';
import { build } from './build.js';
import { deathOf } from './death.js';

/** Time between two messages of progress, in milliseconds: a screen shows no more. */
const PROGRESS_PAUSE = 50;

/** @typedef {import('./contract.d.ts').BuildProgress} BuildProgress */

let told = { at: 0, phase: '' };

/** @param {BuildProgress} progress */
function tell(progress) {
  const at = performance.now();
  if (progress.phase === told.phase && at - told.at < PROGRESS_PAUSE) return;
  told = { at, phase: progress.phase };
  self.postMessage({ progress });
}

async function load() {
  const url = new URL(wasmUrl, import.meta.url).href;
  const onProgress = (/** @type {{ loaded: number, total: number }} */ { loaded, total }) =>
    tell({ phase: 'load', done: loaded, total, file: '' });
  const [wasmBinary, { default: lexicon }] = await Promise.all([
    download(url, onProgress),
    import('virtual:lexicon'),
  ]);
  return { module: await createBuilder({ wasmBinary }), lexicon };
}

/** @param {MessageEvent} event */
self.onmessage = async ({ data: { files, choices } }) => {
  try {
    const { module, lexicon } = await load();
    const value = await build(module, { files, choices, lexicon, onProgress: tell });
    const bytes = [...value.details.values(), ...(value.catalog ? [value.catalog] : [])];
    self.postMessage({ value }, { transfer: bytes.map(({ buffer }) => buffer) });
  } catch (thrown) {
    self.postMessage({ failure: deathOf(thrown) });
  }
};
