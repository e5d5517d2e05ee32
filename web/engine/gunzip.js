// How is a gzip file inflated with what every browser has?
//
// Exports gunzip. Held by tests/browser/unit/details.test.js and tests/browser/unit/gunzip.test.js.

/** Deflate makes at most 1,032 bytes of one. */
const MOST_INFLATED = 1032;

/**
 * Returns the inflated bytes; bytes that are not gzip come back as they are, because a server may
 * have declared the file's own compression as Content-Encoding and the browser has undone it.
 *
 * The pieces are laid side by side at once, in the size that the file's last four bytes promise: through a Blob and a
 * Response it took twice the processor time. Where the promise is wrong, there is more room made, or less given back.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<Uint8Array>}
 */
export async function gunzip(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const isWritten = writer.write(/** @type {BufferSource} */ (bytes)).then(() => writer.close());
  isWritten.catch(() => undefined); // what is wrong with the bytes is thrown to the reader
  const reader = stream.readable.getReader();
  let inflated = new Uint8Array(promisedSize(bytes));
  let size = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const end = size + piece.value.length;
    if (end > inflated.length) {
      const larger = new Uint8Array(Math.max(end, inflated.length * 2));
      larger.set(inflated.subarray(0, size));
      inflated = larger;
    }
    inflated.set(piece.value, size);
    size = end;
  }
  return inflated.subarray(0, size);
}

/** @param {Uint8Array} bytes */
function promisedSize(bytes) {
  if (bytes.length < 4) return 0;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  return Math.min(size, bytes.length * MOST_INFLATED);
}
