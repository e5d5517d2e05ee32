// How does the page build a catalog of a person's own files, without ever waiting itself?
//
// Exports buildCatalog and whyNot (contract.d.ts). Every build has a worker of its own, which ends with it: its memory is the
// browser's again, and giving up is ending the worker. Held by tests/browser/unit/builder-client.test.js.

import { canRunWasm } from '../engine/can-run-wasm.js';
import { Failure } from '../engine/failure.js';

/** @typedef {import('./contract.d.ts').BuildOptions} BuildOptions */
/** @typedef {import('./contract.d.ts').BuildResult} BuildResult */
/** @typedef {import('./contract.d.ts').DroppedFile} DroppedFile */

/**
 * Returns why this page cannot build, null where it can.
 *
 * @returns {Failure | null}
 */
export function whyNot() {
  if (!canRunWasm()) {
    return new Failure(
      'no-wasm',
      'Building a catalog needs WebAssembly, which this browser or the site’s policy does not allow.',
      'Use a current browser, ask the site to allow ’wasm-unsafe-eval’, or build with the program medcode.',
    );
  }
  if (globalThis.location?.protocol === 'file:') {
    return new Failure(
      'no-worker',
      'A page that was opened from a file cannot load the builder.',
      'Open the page from a web server, or build with the program medcode.',
    );
  }
  return null;
}

/** @returns {Promise<Worker>} */
async function startOwn() {
  const { startBuilder } = await import('./start-builder.js');
  return startBuilder();
}

const cancelled = () => new Failure('cancelled', 'The building was given up.');

/** @param {DroppedFile} file */
const asMessage = (file) =>
  file instanceof Blob
    ? { name: file.webkitRelativePath || file.name, blob: file }
    : { name: file.name, blob: file.blob };

/**
 * Sends the files to the worker and waits for its last word.
 *
 * @param {Worker} worker
 * @param {Iterable<DroppedFile>} files
 * @param {BuildOptions} options
 * @returns {Promise<BuildResult>}
 */
function run(worker, files, { systemName, tables, onProgress, signal }) {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(cancelled()), { once: true });
    worker.onmessage = ({ data }) => {
      if (data.progress) onProgress?.(data.progress);
      else if (data.failure) reject(Failure.fromData(data.failure));
      else resolve(data.value);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const why = event.message || 'it could not be loaded';
      const advice = 'Reload the page and try again.';
      reject(new Failure('builder-died', `The builder stopped: ${why}.`, advice));
    };
    worker.postMessage({ files: Array.from(files, asMessage), choices: { systemName, tables } });
  });
}

/**
 * Builds a catalog of `files`; what is wrong with them stands in the report. Fails with a BuildFailureCode.
 *
 * @param {Iterable<DroppedFile>} files
 * @param {BuildOptions} [options]
 * @param {() => Worker | Promise<Worker>} [start] how the worker is started
 * @returns {Promise<BuildResult>}
 */
export async function buildCatalog(files, options = {}, start = startOwn) {
  const given = Array.from(files);
  const reason = whyNot();
  if (reason) throw reason;
  const worker = await start();
  try {
    if (options.signal?.aborted) throw cancelled();
    return await run(worker, given, options);
  } finally {
    worker.terminate();
  }
}
