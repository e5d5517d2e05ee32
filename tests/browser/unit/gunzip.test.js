// Is every gzip file inflated to what it was, whatever size it promises, and a damaged one refused?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { gunzip } from '../../../web/engine/gunzip.js';

const text = 'Fracture of tibia, initial encounter\n'.repeat(20_000);
const plain = new TextEncoder().encode(text);

/** @param {number} size what the file's last four bytes say */
function promising(size) {
  const bytes = new Uint8Array(gzipSync(plain));
  new DataView(bytes.buffer).setUint32(bytes.length - 4, size, true);
  return bytes;
}

test('bytes come back as they were', async () => {
  assert.deepEqual(await gunzip(new Uint8Array(gzipSync(plain))), plain);
  assert.deepEqual(await gunzip(new Uint8Array(gzipSync(''))), new Uint8Array(0));
});

test('several files one after the other are inflated to all they hold, though the last size is that of one', async () => {
  const two = new Uint8Array([...gzipSync(plain), ...gzipSync('and more')]);
  const inflated = await gunzip(two).catch(() => undefined); // some platforms refuse a second member
  if (inflated) assert.equal(new TextDecoder().decode(inflated), `${text}and more`);
});

test('a view into other bytes is inflated by itself', async () => {
  const packed = gzipSync(plain);
  const around = new Uint8Array(packed.length + 9).fill(7);
  around.set(packed, 5);
  assert.deepEqual(await gunzip(around.subarray(5, 5 + packed.length)), plain);
});

test('a wrong promise of size is refused and takes little memory', async () => {
  for (const size of [0, 1, 0xffffffff]) await assert.rejects(gunzip(promising(size)));
});

test('a file cut short or damaged is refused', async () => {
  const packed = new Uint8Array(gzipSync(plain));
  for (const length of [2, 3, 10, packed.length >> 1, packed.length - 1]) {
    await assert.rejects(gunzip(packed.subarray(0, length)), `${length} bytes`);
  }
  packed[packed.length >> 1] ^= 0x55;
  await assert.rejects(gunzip(packed));
});

test('what is no gzip comes back as it is', async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  assert.equal(await gunzip(bytes), bytes);
});
