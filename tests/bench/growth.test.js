// Is a made-up catalog like the given one: same words, same lengths, same shapes of codes, and the same at every run?

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { drawGrowth } from './growth/draw.js';
import { generate, learn, shapeOf } from './growth/generator.js';
import { hashOf, makeRandom } from './growth/random.js';

const sites = ['femur', 'tibia', 'radius', 'ulna', 'humerus', 'clavicle'];
const kinds = ['open', 'closed', 'displaced', 'greenstick'];
/** Words that stand once, alike enough for others to be made of their letters. */
const rare = 'stenosis stomatitis tomentum tenotomy osteotomy osteoma stenting dermatosis dermatitis matting'.split(' ');
/** 240 names of a small language; "encounter" ends most of them, "sequela" each fourth. */
const names = Array.from({ length: 240 }, (_, at) => ({
  system: at % 3 === 0 ? 'pcs' : 'cm',
  code: at % 3 === 0 ? `0A${at}` : `S${at}.1`,
  display: [
    kinds[at % kinds.length],
    'fracture of',
    sites[at % sites.length],
    at % 4 === 0 ? 'sequela' : `initial encounter ${at % 24 === 1 ? rare[(at - 1) / 24] : ''}`,
  ].join(' '),
  others: at % 2 === 0 ? ['broken bone'] : [],
}));
const model = learn(names);

/** @param {number} count @param {number} [seed] */
const rowsOf = (count, seed) => {
  const [header, ...rows] = [...generate(model, { count, seed })];
  assert.equal(header, 'system\tcode\tdisplay\tbilling\tsynonym');
  return rows.map((row) => row.split('\t'));
};

test('the same seed makes the same table, another seed another', () => {
  assert.deepEqual(rowsOf(200, 7), rowsOf(200, 7));
  assert.notDeepEqual(rowsOf(200, 7), rowsOf(200, 8));
});

test('there are as many concepts as asked for, no code twice in a system, all shaped as given ones', () => {
  const rows = rowsOf(2000);
  assert.equal(rows.length, 2000);
  assert.equal(new Set(rows.map(([system, code]) => `${system}/${code}`)).size, 2000);
  const shapes = new Set(names.map(({ code }) => shapeOf(code)));
  const given = rows.filter(([, code]) => shapes.has(shapeOf(code)));
  assert.ok(given.length > 1000, `${given.length} of 2000 have a given shape; shapes that are used up grow longer`);
  assert.equal(shapeOf('K80.5A'), 'A99.9A');
});

test('words and lengths of names are as frequent as they were, within a tenth', () => {
  const made = rowsOf(4000).map(([, , display]) => display);
  const given = names.map(({ display }) => display.trim());
  const share = (/** @type {string[]} */ texts, /** @type {RegExp} */ pattern) =>
    texts.filter((text) => pattern.test(text)).length / texts.length;
  const length = (/** @type {string[]} */ texts) =>
    texts.reduce((sum, text) => sum + text.split(' ').length, 0) / texts.length;
  // A made name may be any given name, another name of a concept too: those are told apart by their words.
  const withoutOthers = made.filter((text) => text !== 'broken bone');
  for (const pattern of [/sequela/, /open/, /femur/]) {
    assert.ok(Math.abs(share(withoutOthers, pattern) - share(given, pattern)) < 0.1, String(pattern));
  }
  assert.ok(Math.abs(length(withoutOthers) / length(given) - 1) < 0.1);
});

test('a larger catalog has more words, a smaller one has none that were not given', () => {
  const words = (/** @type {number} */ count) =>
    new Set(rowsOf(count).flatMap(([, , display]) => display.split(' ')));
  const given = new Set(names.flatMap(({ display, others }) => [display, ...others].join(' ').split(' ')));
  assert.deepEqual([...words(100)].filter((word) => !given.has(word)), []);
  assert.ok(words(40_000).size > words(240).size);
});

test('a name of the given catalog cannot break the table', () => {
  const odd = learn([{ system: 'x', code: 'A1', display: '"a | b" c\td', others: [] }]);
  const rows = [...generate(odd, { count: 3 })];
  for (const row of rows) assert.equal(row.split('\t').length, 5);
  assert.ok(!rows.slice(1).join('').includes('"'));
});

test('dice are fair enough, and their seed decides', () => {
  const dice = makeRandom(3);
  const counts = [0, 0, 0, 0];
  for (let throws = 0; throws < 4000; throws += 1) counts[dice(4)] += 1;
  for (const count of counts) assert.ok(count > 850 && count < 1150, String(counts));
  assert.notEqual(hashOf('a'), hashOf('b'));
});

const place = { opening: { median: 5 }, keys: { p50: 1, p99: 4 }, memory: 2e6 };
const drawn = drawGrowth({
  sizes: [1000, 100_000].map((concepts) => ({
    concepts,
    bytes: concepts * 20,
    native: place,
    node: place,
    chromium: { error: 'the page crashed' },
  })),
});

test('the curves have four panels, no curve of a place that failed, and colours for light and dark', () => {
  assert.equal(drawn.match(/class="frame"/g)?.length, 4);
  assert.equal(drawn.match(/class="dot chromium"/g), null);
  assert.equal(drawn.match(/class="dot node"/g)?.length, 3 * 2);
  assert.match(drawn, /prefers-color-scheme: dark/);
  assert.ok(!/NaN|undefined|Infinity/.test(drawn));
});

test('the picture in the documents is drawn from the figures beside it', () => {
  const report = JSON.parse(readFileSync(new URL('growth.json', import.meta.url), 'utf8'));
  const picture = readFileSync(new URL('growth.svg', import.meta.url), 'utf8');
  assert.equal(picture, drawGrowth(report));
});
