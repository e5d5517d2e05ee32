// Which zips would a stranger try? Seeded: the same seed makes the same zips.
//
// Exports hostileZips, an endless row of them: true zips and zips whose records lie, as they are or with bytes changed, cut,
// doubled, or with a field of a record set to a number that overflows somewhere.

import { makeZip } from './make-zip.js';

const TABLE = 'ward,name\ncode,display\nA1,Bed\n';
const DESCRIBED = '#system,ward\ncode,display\nA1,Bed\n';
const COLUMNS = '#columns-of,a.csv\ncolumn,means\n';
const NAMES = ['a.csv', 'b/a.csv', 'CONCEPT.csv', 'x.zip', 'f/', '../a', 'ñ.txt', 'a\0b', '', 'x'.repeat(1100)];
const SIZES = [0, 1, 5, 0xffff, 0x10000, 2 ** 26, 2 ** 26 + 1, 2 ** 31, 2 ** 32 - 1];
/** Numbers at which something may turn over, as 64 bits. */
const EDGES = [0n, 1n, 22n, 0x7fffn, 0xffffn, 0x7fffffffn, 0xffffffffn, 1n << 53n, (1n << 53n) - 1n, 1n << 63n, (1n << 64n) - 1n];
const SIGNATURES = ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07'];
/** Bytes of the longest fixed record: what stands there is changed most. */
const RECORD_BYTES = 56;
/** Bytes beyond which a zip is not made larger. */
const MOST_BYTES = 64 * 1024;

/** @param {number} seed */
export function randomSource(seed) {
  let state = seed >>> 0;
  const below = (/** @type {number} */ count) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
  return { below, pick: (/** @type {any[]} */ among) => among[below(among.length)] };
}

/** @typedef {ReturnType<typeof randomSource>} Random */

/**
 * @param {Random} random
 * @param {number} depth
 * @returns {string | Uint8Array}
 */
function contentOf(random, depth) {
  if (depth < 4 && random.below(6) === 0) return zipOf(random, depth + 1);
  const text = random.pick([TABLE, DESCRIBED, COLUMNS, '', '<?xml version="1.0"?><a/>', 'A\tB\n', '{"resourceType":"CodeSystem"}']);
  if (random.below(8) === 0) return Buffer.from(`\ufeff${text}`, 'utf16le');
  return random.below(30) === 0 ? Buffer.alloc(200_000) : text.repeat(1 + random.below(20));
}

/**
 * Returns a zip whose members say the truth, but for one in four, of which one number lies.
 *
 * @param {Random} random
 * @param {number} [depth]
 */
function zipOf(random, depth = 0) {
  const members = Array.from({ length: random.below(5) }, (_, i) => {
    const content = contentOf(random, depth);
    const isZip = typeof content !== 'string' && content[0] === 0x50;
    const name = random.below(4) === 0 ? random.pick(NAMES) : `${i}.${isZip ? 'zip' : random.pick(['csv', 'tsv', 'json'])}`;
    const lies = [{ size: random.pick(SIZES) }, { flags: random.below(0x10000) }, { method: random.below(100) }, { start: random.pick(SIZES) }, { crc: 1 }];
    return { name, content, isStored: random.below(2) === 0, ...(random.below(4) === 0 ? random.pick(lies) : {}) };
  });
  const count = random.below(20) === 0 ? random.pick([0, 1, 9, 9_999, 60_000]) : members.length;
  return makeZip(members, { isWide: random.below(3) === 0, count });
}

/**
 * Returns where a record begins, or anywhere.
 *
 * @param {Buffer} bytes
 * @param {Random} random
 */
function somewhere(bytes, random) {
  if (random.below(4) === 0) return random.below(bytes.length);
  const at = bytes.indexOf(random.pick(SIGNATURES), random.below(bytes.length), 'latin1');
  return at < 0 ? random.below(bytes.length) : Math.min(at + random.below(RECORD_BYTES), bytes.length - 1);
}

/** Changes of which each takes a zip and returns another. */
const CHANGES = [
  (/** @type {Buffer} */ bytes, /** @type {Random} */ random) => {
    bytes[somewhere(bytes, random)] ^= 1 << random.below(8);
    return bytes;
  },
  (/** @type {Buffer} */ bytes, /** @type {Random} */ random) => {
    const number = Buffer.alloc(8);
    number.writeBigUInt64LE(random.pick([...EDGES, BigInt(bytes.length)]));
    number.copy(bytes, somewhere(bytes, random), 0, random.pick([2, 4, 8]));
    return bytes;
  },
  (/** @type {Buffer} */ bytes, /** @type {Random} */ random) => bytes.subarray(0, somewhere(bytes, random)),
  (/** @type {Buffer} */ bytes, /** @type {Random} */ random) => {
    const at = somewhere(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(at + 1 + random.below(64), bytes.length))]);
  },
  (/** @type {Buffer} */ bytes, /** @type {Random} */ random) => {
    const from = somewhere(bytes, random);
    const piece = bytes.subarray(from, from + 1 + random.below(256));
    const at = somewhere(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
  },
];

/**
 * @param {Random} random
 * @returns {Generator<Buffer, never>}
 */
export function* hostileZips(random) {
  for (;;) {
    let bytes = zipOf(random);
    for (let left = random.below(5); left > 0 && bytes.length > 0 && bytes.length < MOST_BYTES; left -= 1) {
      bytes = random.pick(CHANGES)(Buffer.from(bytes), random);
    }
    yield bytes;
  }
}
