// How do a catalog and its details become one file to be deployed?
//
// Exports zipOf: a zip of files as they are, for all of them are compressed already (APPNOTE 6.3, stored entries).
// Held by tests/browser/unit/zip.test.js.

const SIGNATURE = { file: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 };

/** Version that a reader needs: plain files. */
const VERSION = 20;

/** Names are UTF-8. */
const UTF_8 = 0x0800;

/** 1980-01-01, the first day that zip knows: the same files give the same bytes. */
const FIRST_DAY = 0x0021;

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** @param {Uint8Array} bytes */
export function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = CRC[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/**
 * Returns numbers as bytes, the least first: `[value, size]` each.
 *
 * @param {[number, 2 | 4][]} fields
 */
function packed(fields) {
  const bytes = new Uint8Array(fields.reduce((sum, [, size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

/**
 * Requires: less than 4 GB and 65,535 files, which no catalog comes near.
 *
 * @param {[name: string, bytes: Uint8Array][]} files
 */
export function zipOf(files) {
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let at = 0;
  for (const [name, bytes] of files) {
    const nameBytes = new TextEncoder().encode(name);
    /** @type {[number, 2 | 4][]} */
    const about = [
      [VERSION, 2],
      [UTF_8, 2],
      [0, 2],
      [0, 2],
      [FIRST_DAY, 2],
      [crc32(bytes), 4],
      [bytes.length, 4],
      [bytes.length, 4],
      [nameBytes.length, 2],
      [0, 2],
    ];
    const head = packed([[SIGNATURE.file, 4], ...about]);
    parts.push(head, nameBytes, bytes);
    const place = packed([
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [at, 4],
    ]);
    directory.push(packed([[SIGNATURE.entry, 4], [VERSION, 2], ...about]), place, nameBytes);
    at += head.length + nameBytes.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = packed([
    [SIGNATURE.end, 4],
    [0, 2],
    [0, 2],
    [files.length, 2],
    [files.length, 2],
    [size, 4],
    [at, 4],
    [0, 2],
  ]);
  return new Blob(/** @type {BlobPart[]} */ ([...parts, ...directory, end]), {
    type: 'application/zip',
  });
}
