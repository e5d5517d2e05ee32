// What is thrown by a builder that cannot go on, and what is a person told of it?
//
// Exports isDeath and deathOf. Held by tests/wasm/builder-hostile.test.js.

import { Failure } from '../engine/failure.js';

/** What Emscripten and the browsers say when there is no more memory. */
const OUT_OF_MEMORY = /OOM|memory|allocation/i;

/**
 * Returns true for an exception of C++ that nothing caught: of what the readers throw only the want of memory passes through
 * code that knows no exceptions.
 *
 * @param {unknown} thrown
 */
const isException = (thrown) =>
  Object.prototype.toString.call(thrown) === '[object WebAssembly.Exception]';

/**
 * Returns true for a trap of wasm, an abort of Emscripten and an exception of C++ that nothing caught.
 *
 * @param {any} thrown
 */
export function isDeath(thrown) {
  const isOfWasm = ['RuntimeError', 'RangeError'].includes(thrown?.name);
  return isOfWasm || isException(thrown) || /^Aborted\b/.test(thrown?.message);
}

/**
 * Returns what to tell of anything thrown during a build.
 *
 * @param {unknown} thrown
 * @returns {import('../engine/failure.js').FailureData}
 */
export function deathOf(thrown) {
  if (thrown instanceof Failure) return Failure.toData(thrown);
  const { message } = Failure.toData(thrown);
  if (isException(thrown) || OUT_OF_MEMORY.test(message)) {
    return {
      code: 'too-large',
      message: 'The files need more memory than a page has.',
      advice:
        'Give fewer or smaller files, or build the catalog with the program medcode and open it instead.',
    };
  }
  return {
    code: 'builder-died',
    message: `The builder stopped: ${message}`,
    advice: 'This is a mistake of the builder; please report it with the kind of file you gave.',
  };
}
