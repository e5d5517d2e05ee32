// When are the mappings and notes loaded?

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Companion, COMPANION_FILE } from '../../../web/engine/companion.js';

/** Returns a companion that counts what it fetches; the first fetches fail as often as told. */
function counted(failures = 0) {
  const asked = [];
  const loaded = [];
  const packs = {
    bytes: async (name) => {
      asked.push(name);
      if (asked.length <= failures) throw new Error('offline');
      return new Uint8Array([1]);
    },
  };
  const engine = { loadCompanion: async (bytes) => void loaded.push(bytes.length) };
  return { companion: new Companion(engine, packs), asked, loaded };
}

test('only a query for mappings or notes fetches them, and only once', async () => {
  const { companion, asked, loaded } = counted();
  for (const query of ['pneumonia', 'note taking: yes', 'footnote:x', 'code:E11']) {
    await companion.loadFor(query);
  }
  assert.deepEqual(asked, []);
  await companion.loadFor('stent (Note:dialysis)');
  await companion.loadFor('x', { filter: '-maps-to:icd10cm/K81.0' });
  assert.deepEqual(asked, [COMPANION_FILE]);
  assert.deepEqual(loaded, [1]);
});

test('a fetch that failed is no failure of the query, and is tried again', async () => {
  const { companion, asked, loaded } = counted(1);
  await companion.loadFor('note:dialysis');
  await companion.loadFor('note:dialysis');
  assert.equal(asked.length, 2);
  assert.deepEqual(loaded, [1]);
});

test('the name is that of the program that writes it', () => {
  const header = readFileSync(
    new URL('../../../core/catalog/companion.hpp', import.meta.url),
    'utf8',
  );
  assert.ok(header.includes(`companion_file = "${COMPANION_FILE}"`));
});
