// Half a minute of typing at 30 keys a second with navigation; `node tests/browser/soak.mjs` does it for as long as one likes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf, growthOf, soak } from './soak.mjs';

test('memory that grows is seen', () => {
  const samples = [0, 1, 2, 3, 4, 5].map((at) => ({
    seconds: at * 30,
    heap: 10_000_000 + at * 500_000,
    workerHeap: 1_000_000,
    wasm: 16_777_216,
    nodes: 800,
    listeners: 90 + (at % 2),
  }));
  const growth = growthOf(samples, false);
  const nothing = { stale: [], dropped: [], foreign: [], console: [] };
  assert.deepEqual(faultsOf({ ...nothing, growth }), ['heap grows by 1000000']);
});

test('typing with navigation: steady memory, no stale answer, no dropped key, an empty console', async () => {
  const run = await soak({ seconds: 25, every: 5 });
  assert.deepEqual(faultsOf(run), []);
  assert.ok(
    run.rounds > 3 && run.answers > 20,
    `${run.rounds} searches are too few to mean something`,
  );
});
