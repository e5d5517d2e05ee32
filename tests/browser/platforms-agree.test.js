// Native program, wasm and plain JavaScript in Node, Chromium and Firefox answer alike, to the letter. The short form of
// `node tests/browser/differential.mjs`: all judged queries in Node, every fourth in each browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareAll, SHORT } from './differential.mjs';

test('the same question has the same answer on every platform', async (t) => {
  const rows = await compareAll(SHORT, ({ name, what, asked, differing }) =>
    t.diagnostic(`${name}: ${asked} of ${what}, ${differing} differ`),
  );
  assert.deepEqual(
    rows.flatMap(({ name, examples }) => examples.map((example) => ({ name, ...example }))),
    [],
  );
  assert.ok(rows.every(({ asked }) => asked > 0));
  assert.equal(rows.length, 6);
  assert.ok(rows[0].asked > 700, `${rows[0].asked} queries are too few to mean something`);
});
