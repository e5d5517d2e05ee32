// How do a file's bytes arrive, and how does the page know how far they are?
//
// Exports download. Held by tests/browser/unit/download.test.js.

import { Failure } from './failure.js';

/** @typedef {import('./contract.d.ts').Progress} Progress */

/**
 * Returns the length the server promised, 0 when unknown. A length under Content-Encoding counts
 * compressed bytes while the stream delivers inflated ones, so it is no promise.
 *
 * @param {Response} response
 */
function promisedLength(response) {
  if (response.headers.get('content-encoding')) return 0;
  const length = Number(response.headers.get('content-length'));
  return Number.isSafeInteger(length) && length > 0 ? length : 0;
}

/**
 * @param {string} url
 * @returns {Promise<Response>}
 */
async function request(url) {
  let response;
  try {
    response = await fetch(url, { credentials: 'same-origin' });
  } catch {
    throw new Failure(
      'unreachable',
      `${url} could not be fetched.`,
      'Check the network connection, then try again.',
    );
  }
  if (!response.ok) {
    throw new Failure(
      response.status === 404 ? 'not-found' : 'refused',
      `${url} was answered with ${response.status} ${response.statusText}`.trim() + '.',
      'Check that the file was deployed beside the script and that the address is right.',
    );
  }
  return response;
}

/**
 * @param {Uint8Array[]} chunks
 * @param {number} size
 */
function joined(chunks, size) {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * Fetches a whole file and says after every piece how much of it is there.
 * Fails with code `unreachable`, `not-found`, `refused` or `incomplete`.
 *
 * @param {string} url
 * @param {(progress: Progress) => void} [onProgress]
 * @returns {Promise<Uint8Array>}
 */
export async function download(url, onProgress = () => {}) {
  const response = await request(url);
  const total = promisedLength(response);
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  const chunks = [];
  let loaded = 0;
  onProgress({ loaded, total });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      loaded += value.length;
      onProgress({ loaded, total });
    }
  } catch {
    throw incomplete(url, loaded, total);
  }
  if (total && loaded !== total) throw incomplete(url, loaded, total);
  return joined(chunks, loaded);
}

/**
 * @param {string} url
 * @param {number} loaded
 * @param {number} total
 */
function incomplete(url, loaded, total) {
  const of = total ? ` of ${total}` : '';
  return new Failure(
    'incomplete',
    `${url} arrived incomplete: ${loaded}${of} bytes.`,
    'The connection broke off. Reload the page to try again.',
  );
}
