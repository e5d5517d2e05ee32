import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeviceStorage, STORAGE_KEY } from '../../../web/page/personal/device-storage.js';

function memory(entries = {}) {
  const map = new Map(Object.entries(entries));
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => map.set(key, value),
    removeItem: (key) => map.delete(key),
  };
}

test('a site that does not allow it: nothing is written, and what was there is removed', () => {
  const store = memory({ [STORAGE_KEY]: '{"isKept":true}', other: 'x' });
  const storage = new DeviceStorage(false, () => store);
  storage.isKeeping = true;
  assert.equal(storage.read(), undefined);
  storage.write({ a: 1 });
  assert.deepEqual([...store.map.keys()], ['other']);
});

test('a site that allows it: nothing is written until the person wants it', () => {
  const store = memory();
  const storage = new DeviceStorage(true, () => store);
  storage.write({ a: 1 });
  assert.equal(store.map.size, 0);
  storage.isKeeping = true;
  storage.write({ a: 1 });
  const again = new DeviceStorage(true, () => store);
  assert.equal(again.read().a, 1);
  assert.equal(again.isKeeping, true);
  again.clear();
  assert.equal(store.map.size, 0);
  assert.equal(again.isKeeping, false);
});

test('what cannot be read or written is told by a value, never thrown', () => {
  for (const text of ['{', 'null', '7', '{"isKept":false}', `"${'x'.repeat(5_000_000)}"`]) {
    const storage = new DeviceStorage(true, () => memory({ [STORAGE_KEY]: text }));
    assert.equal(storage.read(), undefined);
    assert.equal(storage.isKeeping, false);
  }
  const blocked = new DeviceStorage(true, () => {
    throw new Error('SecurityError');
  });
  assert.equal(blocked.read(), undefined);
  blocked.isKeeping = true;
  assert.equal(blocked.write({}), false);
  blocked.clear();
  const large = new DeviceStorage(true, () => memory());
  large.isKeeping = true;
  assert.equal(large.write({ text: 'x'.repeat(5_000_000) }), false);
});
