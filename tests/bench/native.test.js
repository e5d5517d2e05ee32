// Are Google Benchmark's lines read as what they are?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresOf } from './native/run.js';

test('openings come to their median and largest, keys to their counters', () => {
  const opening = (/** @type {number} */ time) => ({
    name: 'open/ours/iterations:1/repeats:3',
    'run_type': 'iteration',
    'real_time': time,
  });
  const benchmarks = [
    { name: 'keys/ours', 'run_type': 'iteration', 'real_time': 900, p50: 1, p95: 2, p99: 3, max: 4, keys: 9, wanted: 9, memory: 5e6 },
    opening(30),
    opening(10),
    opening(20),
    { name: 'open/ours/iterations:1/repeats:3_mean', 'run_type': 'aggregate', 'real_time': 1 },
    { name: 'inflate', 'run_type': 'iteration', 'real_time': 7 },
    { name: 'copy', 'run_type': 'iteration', 'real_time': 0.5, bytes: 1000 },
  ];
  assert.deepEqual(figuresOf(benchmarks), {
    opening: { median: 20, max: 30 },
    keys: { keys: 9, wanted: 9, p50: 1, p95: 2, p99: 3, max: 4 },
    memory: 5e6,
    copy: 0.5,
    inflate: 7,
    inflated: 1000,
  });
});
