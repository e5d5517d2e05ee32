// How does a test in an older Node inflate what zips hold? Imported for its effect.
//
// Node before 20.12 inflates it only in its own way; browsers, and Node since, have it as DecompressionStream.

import { Duplex } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

try {
  new DecompressionStream('deflate-raw');
} catch {
  const { DecompressionStream: OfNode } = globalThis;
  globalThis.DecompressionStream = function (format) {
    return format === 'deflate-raw' ? Duplex.toWeb(createInflateRaw()) : new OfNode(format);
  };
}
