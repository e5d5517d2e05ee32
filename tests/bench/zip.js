// What is in one file of a publisher's zip?
//
// Exports readFromZip: enough of the format for archives that this benchmark itself names (stored or deflated, no
// encryption, no zip64). The engine's own reader of strangers' zips is core/sources. Held by tests/bench/bench.test.js.

import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const endOfDirectorySize = 22;
const deflated = 8;

/**
 * Returns the bytes of the first file in `archive` whose name matches.
 *
 * @param {Buffer} archive
 * @param {RegExp} name
 * @returns {Buffer}
 */
export function readFromZip(archive, name) {
  let end = archive.length - endOfDirectorySize;
  while (end >= 0 && archive.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < 0) throw new Error('This is no zip archive.');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    const nameLength = archive.readUInt16LE(at + 28);
    const extraLength = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    if (name.test(archive.toString('latin1', at + 46, at + 46 + nameLength))) {
      const packedSize = archive.readUInt32LE(at + 20);
      const local = archive.readUInt32LE(at + 42);
      const start =
        local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const packed = archive.subarray(start, start + packedSize);
      return archive.readUInt16LE(at + 10) === deflated ? inflateRawSync(packed) : packed;
    }
    at += 46 + nameLength + extraLength;
  }
  throw new Error(`The archive has no file named like ${name}.`);
}
