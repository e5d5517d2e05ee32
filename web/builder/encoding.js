// In which encoding did a spreadsheet save a table?
//
// Exports toUtf8. Held by tests/wasm/builder-guess.test.js.

/** @typedef {import('./contract.d.ts').GuessedTable['encoding']} Encoding */

/**
 * Returns the encoding that the first bytes declare, '' for none.
 *
 * @param {Uint8Array} bytes
 * @returns {Encoding}
 */
function declared(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
}

/**
 * Returns the same text as UTF-8; what is UTF-8 comes back as it is, and what can be neither is taken for Windows-1252.
 *
 * @param {Uint8Array} bytes
 * @param {{ isCut?: boolean }} [options] true where the last character may be cut
 * @returns {{ bytes: Uint8Array, text: string, encoding: Encoding }}
 */
export function toUtf8(bytes, { isCut = false } = {}) {
  const wide = declared(bytes);
  try {
    if (!wide) {
      const decoder = new TextDecoder('utf-8', { fatal: true });
      return { bytes, text: decoder.decode(bytes, { stream: isCut }), encoding: '' };
    }
  } catch {
    // neither kind of Unicode
  }
  const encoding = wide || 'windows-1252';
  const text = new TextDecoder(encoding).decode(bytes);
  return { bytes: new TextEncoder().encode(text), text, encoding };
}
