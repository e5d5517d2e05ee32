// Do the tables say what was measured, and does the document have a place for each of them?

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { growthTable } from './tables/growth.js';
import { betterThan, comparedBy, figure, replaceMarked, size, table, typedText } from './tables/markdown.js';
import { nativeTables } from './tables/native.js';
import { sideBySideTables } from './tables/side-by-side.js';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

for (const part of ['budgets', 'side-by-side', 'native', 'growth']) {
  test(`README.md has a marked place for ${part}, and nothing around it is touched`, () => {
    const replaced = replaceMarked(readme, part, 'NEW');
    assert.match(replaced, new RegExp(`<!-- begin ${part} -->\n\nNEW\n\n<!-- end ${part} -->`));
    const [before] = readme.split(`<!-- begin ${part} -->`);
    const [, after] = readme.split(`<!-- end ${part} -->`);
    assert.ok(replaced.startsWith(before) && replaced.endsWith(after));
  });
}

test('a document without the markers is refused by their names', () => {
  assert.throws(() => replaceMarked('# Text', 'growth', 'x'), /<!-- begin growth -->/);
  assert.throws(() => replaceMarked('<!-- end a --><!-- begin a -->', 'a', 'x'), /not in the document/);
});

test('figures keep three digits, sizes their unit', () => {
  assert.deepEqual([0.1234, 1.234, 12.34, 123.4, 1234.5].map(figure), [
    '0.123',
    '1.23',
    '12.3',
    '123',
    '1235',
  ]);
  assert.deepEqual([999_000, 1_500_000].map(size), ['999 kB', '1.50 MB']);
});

test('what was typed cannot break a table', () => {
  assert.equal(table(['a'], [[typedText('x|y')]]), '| a |\n| --- |\n| `x\\|y` |');
});

test('a peer that is better is named with both figures, a worse one and ourselves are not', () => {
  const figures = {
    'ours, wasm': { code: 10, open: 5 },
    'ours, plain JavaScript': { code: 1, open: 1 },
    A: { code: 4, open: 9 },
    B: { code: 20, open: undefined },
  };
  assert.equal(
    betterThan(figures, 'ours, wasm', String),
    'Better than ours here: **code**: A 4 against 10.',
  );
  assert.match(betterThan({ a: { x: 1 }, b: { x: 2 } }, 'a', String), /^No peer/);
});

test('an engine that was cut off too early is not compared by what it was not asked', () => {
  const keys = { keys: 4, p50: 1, p99: 2 };
  const answers = { right: 1, asked: 1, wanted: 200 };
  assert.deepEqual(comparedBy({ opening: { median: 3 }, keys, answers }, 5e6), {
    'open, ms': 3,
    'memory, MB': 5,
    'p50, ms': undefined,
    'p99, ms': undefined,
    'wrong, %': undefined,
  });
});

const keys = { keys: 50, wanted: 100, p50: 1, p95: 2, p99: 3, max: 4, slowest: 'a' };
const memory = { before: { rss: 1e6, heap: 0 }, searched: { rss: 31e6, heap: 5e6 } };
const measured = {
  opening: { median: 70, max: 90 },
  memory,
  keys,
  answers: { right: 9, asked: 10, wanted: 10 },
};
const bytes = { raw: 3000, gzip: 2000, brotli: 1000 };

test('a time box that cut an engine off, and an engine that failed, stand in their rows', () => {
  const written = sideBySideTables({
    code: { 'ours, wasm': bytes, Slow: bytes },
    results: {
      titles: {
        concepts: 3,
        queries: 2,
        limits: { openings: 5, keyBox: 6000, answerBox: 4000 },
        shipped: { 'ours, wasm': { sizes: bytes }, Slow: { error: 'heap out of memory' } },
        places: { Node: { 'ours, wasm': measured, Slow: { error: 'not done after 240 s' } } },
      },
    },
  });
  assert.match(written, /\| ours, wasm \| 70\.0 \| 90\.0 \| 30 \| 5 \| 50 of 100 \| 1\.00 /);
  assert.match(written, /\| Slow \| not done after 240 s \|/);
  assert.match(written, /\| Slow \|.*heap out of memory/);
  assert.match(written, /`a` \| 9 of 10 \|/);
});

test('native tables set ours against the peers and against the limits', () => {
  const engine = { ...measured, memory: 30e6, bytes, copy: 1, inflate: 7, inflated: 9000 };
  const peer = { ...engine, opening: { median: 2, max: 3 } };
  const limits = { raw: 30_000, gzip: 6000, xz: 3000 };
  const written = nativeTables({
    titles: { concepts: 3, limits, engines: { ours: engine, Xapian: peer } },
  });
  assert.match(written, /`xz -9e` of them \| 3\.00 kB \| 1\.00 x/);
  assert.match(written, /inflating it \| 7\.00 \| 10\.00 x/);
  assert.match(written, /\*\*open, ms\*\*: Xapian 2\.00 against 70\.0/);
});

test('the table of growth says how much faster the catalog grew than a key', () => {
  const place = (/** @type {number} */ p99) => ({
    opening: { median: 5 },
    keys: { ...keys, p99 },
    memory: 2e6,
  });
  const row = (/** @type {number} */ concepts, /** @type {number} */ p99) => ({
    concepts,
    bytes: concepts * 20,
    buildSeconds: 1,
    native: place(p99),
    node: place(p99),
    chromium: { error: 'the page crashed (out of memory)' },
  });
  const written = growthTable({ queries: 60, sizes: [row(1000, 1), row(100_000, 10)] });
  assert.match(written, /\| 100,000 \| 1\.00 \| 2\.00 MB \| 20\.0 \|/);
  assert.match(written, /the page crashed/);
  assert.match(written, /100 times the concepts .* p99 is 10\.0 times/);
});
