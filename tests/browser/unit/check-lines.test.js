import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAll, checkSlice } from '../../../web/engine/check-lines.js';

const lines = Array.from({ length: 1000 }, (_, at) => `line ${at}`);

test('a slice ends when its time is over, after at least one line', () => {
  let time = 0;
  const checker = { check: (line) => ((time += 4), line) };
  const now = () => time;
  assert.deepEqual(checkSlice(checker, lines, [], now), ['line 0', 'line 1', 'line 2']);
  const slow = { check: (line) => ((time += 400), line) };
  assert.deepEqual(checkSlice(slow, lines, [], now), ['line 0']);
  assert.deepEqual(checkSlice(checker, [], [], now), []);
});

test('all lines are checked once, in their order, whatever a slice holds', async () => {
  const seen = [];
  const client = { check: async (some) => (seen.push(some.length), some.slice(0, 37)) };
  const progress = [];
  const all = await checkAll(client, lines, {
    systems: [],
    signal: new AbortController().signal,
    onProgress: ({ length }) => progress.push(length),
  });
  assert.deepEqual(all, lines);
  assert.ok(seen.every((count) => count <= 100));
  assert.deepEqual(
    progress,
    [...progress].sort((a, b) => a - b),
  );
  assert.equal(progress.at(-1), 1000);
});

test('a check that is stopped reports nothing more', async () => {
  const stop = new AbortController();
  const client = { check: async (some) => some.slice(0, 10) };
  let reports = 0;
  const all = await checkAll(client, lines, {
    systems: [],
    signal: stop.signal,
    onProgress: () => (reports += 1) === 3 && stop.abort(),
  });
  assert.equal(reports, 3);
  assert.equal(all.length, 30);
});
