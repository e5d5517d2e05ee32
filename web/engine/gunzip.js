// How is a gzip file inflated with what every browser has?
//
// Exports gunzip. Held by tests/browser/unit/details.test.js.

/**
 * Returns the inflated bytes; bytes that are not gzip come back as they are, because a server may
 * have declared the file's own compression as Content-Encoding and the browser has undone it.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<Uint8Array>}
 */
export async function gunzip(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const inflated = new Blob([/** @type {BlobPart} */ (bytes)])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}
