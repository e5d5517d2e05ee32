// Does the run side by side ask every engine the same, count what is right, and stop at its time box?

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { contestants, openerOf } from './side-by-side/contestants.js';
import { judgedOf, rowsOfNames } from './side-by-side/data.js';
import { countPrefixes, keySummary, measurePeer } from './side-by-side/measure-peer.js';
import { figuresOrError } from './side-by-side/measure.js';
import { addSizes, sizesOfBytes } from './side-by-side/sizes.js';

const judged = [
  { query: 'cold', system: 'cm', codes: ['J00'] },
  { query: 'cough', system: 'cm', codes: ['R05'] },
];
const limits = { openings: 3, answerBox: 1000, keyBox: 1000, rounds: 2 };
const still = async () => ({ rss: 1, heap: 1, external: 1 });
/** Always answers J00 of two systems, the wrong one first. */
const peerOf = (/** @type {string[]} */ asked, wait = 0) => ({
  ask: (/** @type {string} */ typed) => {
    const end = performance.now() + wait;
    while (performance.now() < end);
    asked.push(typed);
    return ['pcs/J00', 'cm/J00'];
  },
});

test('every contestant has its file, and ours stands for wasm and for plain JavaScript', () => {
  assert.equal(Object.keys(contestants).length, 9);
  for (const { module } of Object.values(contestants)) {
    assert.ok(existsSync(new URL(`peers/${module}.js`, import.meta.url)), module);
  }
});

test('a peer is loaded by the name of its module and opened with its files', async () => {
  const load = async (/** @type {string} */ module) => ({ open: (/** @type {object} */ files) => ({ module, files }) });
  const open = await openerOf('Lunr', { engine: '', load });
  assert.deepEqual(await open({}), { module: 'lunr', files: {} });
});

test('each opening, each key of each round and each whole query is asked', async () => {
  /** @type {string[]} */
  const asked = [];
  const figures = await measurePeer(async () => peerOf(asked), judged, limits, still);
  assert.equal(figures.openings.length, 3);
  assert.deepEqual(figures.answers, { asked: 2, right: 1, wanted: 2 });
  // "c" and "co" are keys of both queries, and counted once.
  assert.equal(figures.keys.keys, 7);
  assert.equal(figures.keys.wanted, countPrefixes(['cold', 'cough']));
  assert.equal(asked.length, 3 + 2 + 2 * 9);
});

test('a slow peer is cut off at its box, and the keys that were asked are told', async () => {
  const box = { ...limits, openings: 1, answerBox: 1, keyBox: 30 };
  const figures = await measurePeer(async () => peerOf([], 20), judged, box, still);
  assert.ok(figures.keys.keys >= 1 && figures.keys.keys <= 3, String(figures.keys.keys));
  assert.equal(figures.keys.wanted, 7);
  assert.equal(figures.answers.asked, 1);
});

test('an engine that can search within a system is asked so', async () => {
  const peer = { ask: () => [], askWithin: (/** @type {string} */ _, /** @type {number} */ __, /** @type {string} */ system) => [`${system}/R05`] };
  const figures = await measurePeer(async () => peer, judged, limits, still);
  assert.equal(figures.answers.right, 1);
});

test('a key counts with the median of its rounds', () => {
  const times = new Map([
    ['a', [1, 9, 2]],
    ['ab', [5, 5, 5]],
  ]);
  const { keys, p50, max, slowest } = keySummary(times, 2);
  assert.deepEqual({ keys, p50, max, slowest }, { keys: 2, p50: 2, max: 5, slowest: 'ab' });
});

test('queries are spread over the judgements of a set, and mixed alike at every run', () => {
  const all = Array.from({ length: 30 }, (_, at) => ({
    query: `query ${at}`,
    system: at % 2 ? 'icd10cm' : 'loinc',
    codes: ['x'],
    kind: 'lay',
    part: /** @type {const} */ ('dev'),
  }));
  const titles = judgedOf(all, 'titles', 10);
  assert.equal(titles.length, 10);
  assert.ok(titles.every(({ system }) => system === 'icd10cm'));
  assert.deepEqual(titles, judgedOf(all, 'titles', 10));
  assert.notDeepEqual(titles.map(({ query }) => query), titles.map(({ query }) => query).sort());
});

test('every engine searches codes, their spelling without the dot, and all names', () => {
  const names = [{ system: 'cm', code: 'J00.1', display: 'Cold', others: ['coryza'] }];
  assert.deepEqual(rowsOfNames(names), [{ id: 'cm/J00.1', text: 'J00.1 J001 Cold; coryza' }]);
});

test('sizes are of the whole file, compressed ones smaller', () => {
  const sizes = sizesOfBytes(Buffer.from('fracture '.repeat(500)));
  assert.equal(sizes.raw, 4500);
  assert.ok(sizes.brotli < sizes.gzip && sizes.gzip < 100);
  assert.equal(addSizes([sizes, sizes]).raw, 9000);
});

test('what an engine cannot do is kept as its error, cut to one line', async () => {
  const failing = async () => Promise.reject(new Error('heap out of memory\n    at x'));
  assert.deepEqual(await figuresOrError(failing), { error: 'heap out of memory' });
});
