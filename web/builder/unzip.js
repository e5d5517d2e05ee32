// Which files lie in a zip, and how do their bytes come out without the zip being loaded whole?
//
// Exports openZip, which reads the directory at the zip's end and then only the slices that are asked for. Inflating is the
// browser's (DecompressionStream); the sizes of the directory are promises that every reader of a member holds it to.
//
//   ... [local header, name][packed bytes] ... [directory: a record a member][zip64 end][zip64 locator][end]
//
// A damaged, encrypted or hostile zip fails with a Failure. Held by tests/wasm/builder-zip.test.js,
// builder-hostile.test.js and tests/browser/unit/hostile-zips.test.js.

import { Failure } from '../engine/failure.js';
import {
  HARMLESS_BYTES,
  MAX_DIRECTORY_BYTES,
  MAX_FOLDER_BYTES,
  MAX_NAME_LENGTH,
  MAX_ZIP_MEMBERS,
  MAX_ZIP_RATIO,
} from './limits.js';

/**
 * @typedef {object} Member
 * @property {string} name
 * @property {number} size bytes unpacked, as the directory promises
 * @property {number} crc32
 * @property {() => Promise<ReadableStream<Uint8Array>>} stream
 */

/** @typedef {{ members: number, bytes: number }} Allowance what is left of it */

const SIGNATURE = { local: 0x04034b50, record: 0x02014b50, end: 0x06054b50, end64: 0x06064b50 };
const LOCATOR64 = 0x07064b50;
const SIZE = { local: 30, record: 46, end: 22, end64: 56, locator64: 20 };
const MAX_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** In a field of 16 or 32 bits: the number stands in the zip64 part. */
const ELSEWHERE16 = 0xffff;
const ELSEWHERE32 = 0xffffffff;

const AGAIN = 'Download it again; it may have been cut off.';
const YOURSELF = 'Unpack it yourself and give the files that you need.';

/** @param {string} what */
const damaged = (what) => new Failure('damaged', `The zip cannot be read: ${what}.`, AGAIN);

/**
 * Returns true for bytes that start as a zip does.
 *
 * @param {Uint8Array} head
 */
export const isZip = (head) =>
  head[0] === 0x50 &&
  head[1] === 0x4b &&
  ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));

/**
 * @param {Blob} blob
 * @param {number} start
 * @param {number} length
 */
async function viewOf(blob, start, length) {
  if (start < 0 || !Number.isSafeInteger(start + length) || start + length > blob.size) {
    throw damaged('it ends before its own directory says so');
  }
  return new DataView(await blob.slice(start, start + length).arrayBuffer());
}

/**
 * @param {DataView} view
 * @param {number} at
 */
function number64(view, at) {
  const number = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(number)) throw damaged('it holds an impossible size');
  return number;
}

/**
 * Returns where the directory lies, from the record at the end of the zip.
 *
 * @param {Blob} blob
 */
async function findDirectory(blob) {
  const length = Math.min(blob.size, SIZE.end + MAX_COMMENT);
  const start = blob.size - length;
  const tail = await viewOf(blob, start, length);
  let at = length - SIZE.end;
  while (at >= 0 && tail.getUint32(at, true) !== SIGNATURE.end) at -= 1;
  if (at < 0) throw damaged('it has no directory');
  if (tail.getUint16(at + 4, true) !== tail.getUint16(at + 6, true)) {
    throw new Failure('unreadable', 'The zip is one part of several.', YOURSELF);
  }
  const directory = {
    count: tail.getUint16(at + 10, true),
    size: tail.getUint32(at + 12, true),
    start: tail.getUint32(at + 16, true),
  };
  const isElsewhere =
    directory.count === ELSEWHERE16 ||
    directory.size === ELSEWHERE32 ||
    directory.start === ELSEWHERE32;
  return isElsewhere ? findDirectory64(blob, start + at, directory) : directory;
}

/**
 * @param {Blob} blob
 * @param {number} end where the ordinary record stands
 * @param {{ count: number, size: number, start: number }} otherwise
 */
async function findDirectory64(blob, end, otherwise) {
  if (end < SIZE.locator64) return otherwise;
  const locator = await viewOf(blob, end - SIZE.locator64, SIZE.locator64);
  if (locator.getUint32(0, true) !== LOCATOR64) return otherwise;
  const record = await viewOf(blob, number64(locator, 8), SIZE.end64);
  if (record.getUint32(0, true) !== SIGNATURE.end64) throw damaged('its directory is not there');
  return {
    count: number64(record, 32),
    size: number64(record, 40),
    start: number64(record, 48),
  };
}

/**
 * Returns the fields of the zip64 part of a record, in their order.
 *
 * @param {DataView} view
 * @param {number} at
 * @param {number} length
 */
function fields64(view, at, length) {
  const end = at + length;
  while (at + 4 <= end) {
    const size = view.getUint16(at + 2, true);
    if (at + 4 + size > end) break;
    if (view.getUint16(at, true) === 1) {
      return Array.from({ length: size >> 3 }, (_, i) => number64(view, at + 4 + 8 * i));
    }
    at += 4 + size;
  }
  return [];
}

/**
 * Names are UTF-8 where the zip says so, and else, by what today's programs write, mostly too.
 *
 * @param {Uint8Array} bytes
 */
function nameOf(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** @param {string} name */
function checkName(name) {
  const parts = name.split(/[/\\]/);
  const isHostile = /\p{Cc}/u.test(name) || parts.includes('..') || !parts[0];
  if (!isHostile && name.length <= MAX_NAME_LENGTH) return;
  throw new Failure(
    'bad-format',
    'The zip has a member whose name is no name of a file in it.',
    YOURSELF,
  );
}

/** @param {{ name: string, size: number, packed: number, flags: number, method: number }} record */
function checkRecord({ name, size, packed, flags, method }) {
  checkName(name);
  if (flags & 1) throw new Failure('unreadable', `“${name}” is encrypted.`, YOURSELF);
  if (method !== STORED && method !== DEFLATED) {
    throw new Failure('unreadable', `“${name}” is packed in an unusual way.`, YOURSELF);
  }
  if (method === STORED && size !== packed) throw damaged(`the sizes of “${name}” differ`);
  if (size > HARMLESS_BYTES && size / MAX_ZIP_RATIO > packed) {
    const much = `“${name}” would unpack to more than ${MAX_ZIP_RATIO} times its packed size.`;
    throw new Failure('too-large', much, `${YOURSELF} Only do so if you trust it.`);
  }
}

/**
 * Returns where the packed bytes of a member are.
 *
 * @param {Blob} blob
 * @param {{ name: string, start: number, packed: number }} record
 */
async function packedBytes(blob, { name, start, packed }) {
  const local = await viewOf(blob, start, SIZE.local);
  if (local.getUint32(0, true) !== SIGNATURE.local) throw damaged(`“${name}” is not where it says`);
  const from = start + SIZE.local + local.getUint16(26, true) + local.getUint16(28, true);
  if (from + packed > blob.size) throw damaged(`“${name}” is cut off`);
  return blob.slice(from, from + packed);
}

/**
 * @param {DataView} view
 * @param {number} at
 */
function readRecord(view, at) {
  if (at + SIZE.record > view.byteLength || view.getUint32(at, true) !== SIGNATURE.record) {
    throw damaged('its directory is damaged');
  }
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const length = SIZE.record + nameLength + extraLength + view.getUint16(at + 32, true);
  if (at + length > view.byteLength) throw damaged('its directory is cut off');
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + SIZE.record, nameLength);
  const record = {
    name: nameOf(bytes),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    start: view.getUint32(at + 42, true),
    length,
  };
  const wide = fields64(view, at + SIZE.record + nameLength, extraLength);
  if (record.size === ELSEWHERE32) record.size = wide.shift() ?? record.size;
  if (record.packed === ELSEWHERE32) record.packed = wide.shift() ?? record.packed;
  if (record.start === ELSEWHERE32) record.start = wide.shift() ?? record.start;
  return record;
}

/**
 * Throws for a directory that is more than the zip holds or than is allowed; it has not been read yet.
 *
 * @param {{ count: number, size: number }} directory
 * @param {Blob} blob
 * @param {Allowance} allowance
 */
function checkDirectory({ count, size }, blob, allowance) {
  if (count > allowance.members) {
    throw new Failure('too-large', `The zip has more than ${MAX_ZIP_MEMBERS} members.`, YOURSELF);
  }
  if (size > blob.size) throw damaged('its directory is larger than itself');
  if (size > MAX_DIRECTORY_BYTES) {
    throw new Failure('too-large', 'The directory of the zip is too large.', YOURSELF);
  }
}

/**
 * Returns what a zip and the zips in it may have together; `bytes` counts files only.
 *
 * @returns {Allowance}
 */
export const allowanceOfZip = () => ({ members: MAX_ZIP_MEMBERS, bytes: MAX_FOLDER_BYTES });

/**
 * Returns the members in the order of their names, folders left out.
 *
 * @param {Blob} blob
 * @param {Allowance} [allowance] of which the members are taken
 * @returns {Promise<Member[]>}
 */
export async function openZip(blob, allowance = allowanceOfZip()) {
  const directory = await findDirectory(blob);
  checkDirectory(directory, blob, allowance);
  allowance.members -= directory.count;
  const view = await viewOf(blob, directory.start, directory.size);
  const members = [];
  let at = 0;
  let total = 0;
  for (let i = 0; i < directory.count; i += 1) {
    const record = readRecord(view, at);
    at += record.length;
    if (/[/\\]$/.test(record.name)) continue;
    checkRecord(record);
    total += record.size;
    members.push({
      name: record.name,
      size: record.size,
      crc32: record.crc32,
      stream: async () => {
        const packed = (await packedBytes(blob, record)).stream();
        if (record.method === STORED) return packed;
        return packed.pipeThrough(new DecompressionStream('deflate-raw'));
      },
    });
  }
  if (total > MAX_FOLDER_BYTES) throw tooLarge();
  if (!members.length) throw new Failure('empty', 'The zip has no members.', AGAIN);
  return members.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** @returns {Failure} of files that are too much for a page */
export function tooLarge() {
  return new Failure(
    'too-large',
    `The files have more than ${MAX_FOLDER_BYTES / 2 ** 20} MiB together, unpacked.`,
    'Give fewer of them, or build the catalog with the program medcode and open it instead.',
  );
}
