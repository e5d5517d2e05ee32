// How does a test get a zip, true or lying?
//
// Exports makeZip: members stored or deflated, and every number in it that a hostile zip may get wrong can be said otherwise.

import { deflateRawSync } from 'node:zlib';

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** @param {Uint8Array} bytes */
export function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff];
  return ~crc >>> 0;
}

/**
 * @typedef {object} Member
 * @property {string} name
 * @property {string | Uint8Array} content
 * @property {boolean} [isStored]
 * @property {number} [size] claimed instead of the true one
 * @property {number} [flags] 1: encrypted
 * @property {number} [method]
 * @property {number} [start] claimed place of the local header
 * @property {number} [crc]
 */

/** @param {Member} member */
function prepare({ name, content, isStored = false, size, flags = 0x800, method, start, crc }) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  const packed = isStored ? bytes : deflateRawSync(bytes);
  return {
    name: Buffer.from(name),
    packed,
    flags,
    start,
    method: method ?? (isStored ? 0 : 8),
    crc: crc ?? crc32(bytes),
    size: size ?? bytes.length,
  };
}

/** @param {ReturnType<typeof prepare>} member */
function commonFields({ name, packed, flags, method, crc, size }) {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(Math.min(size, 0xffffffff), 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

/** @param {number} signature */
const signed = (signature) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
};

/**
 * @param {ReturnType<typeof prepare>} member
 * @param {number} at
 * @param {boolean} isWide sizes and place in the zip64 part
 */
function directoryRecord(member, at, isWide) {
  const fields = commonFields(member);
  const extra = Buffer.alloc(isWide ? 28 : 0);
  if (isWide) {
    fields.writeUInt32LE(0xffffffff, 14);
    fields.writeUInt32LE(0xffffffff, 18);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(member.size), 4);
    extra.writeBigUInt64LE(BigInt(member.packed.length), 12);
    extra.writeBigUInt64LE(BigInt(at), 20);
  }
  fields.writeUInt16LE(extra.length, 24);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(isWide ? 0xffffffff : at, 10);
  return [signed(0x02014b50), Buffer.from([20, 0]), fields, rest, member.name, extra];
}

/**
 * @param {number} count
 * @param {number} size
 * @param {number} start
 */
function end64(count, size, start) {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  [count, count, size, start].forEach((value, i) =>
    record.writeBigUInt64LE(BigInt(value), 24 + 8 * i),
  );
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + size), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator];
}

/**
 * @param {Member[]} members
 * @param {{ isWide?: boolean, count?: number }} [options] `isWide`: as zip64; `count`: claimed number of members
 * @returns {Buffer}
 */
export function makeZip(members, { isWide = false, count = members.length } = {}) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const member of members.map(prepare)) {
    const local = [signed(0x04034b50), commonFields(member), member.name, member.packed];
    directory.push(...directoryRecord(member, member.start ?? at, isWide));
    at += local.reduce((sum, { length }) => sum + length, 0);
    parts.push(...local);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isWide ? 0xffff : count, 8);
  end.writeUInt16LE(isWide ? 0xffff : count, 10);
  end.writeUInt32LE(isWide ? 0xffffffff : size, 12);
  end.writeUInt32LE(isWide ? 0xffffffff : at, 16);
  return Buffer.concat([...parts, ...directory, ...(isWide ? end64(count, size, at) : []), end]);
}
