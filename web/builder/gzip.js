// How are bytes compressed with what every browser has?
//
// Exports gzip, the counterpart of web/engine/gunzip.js. Held by tests/wasm/builder.test.js.

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Uint8Array>}
 */
export async function gzip(bytes) {
  const packed = new Blob([/** @type {BlobPart} */ (bytes)])
    .stream()
    .pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
