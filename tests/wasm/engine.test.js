// Does openEngine keep its contract in Node: open, search, show, browse, similar, suggest, info, close, and its errors?

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { openEngine } from '../../web/engine/engine.js';
import { catalog, openBuilt, wasmBinary } from './support/built.js';

/** @type {import('../../web/engine/contract.d.ts').Engine} */
let engine;

before(async () => {
  engine = await openBuilt();
});
after(() => engine.close());

/** @param {string} query */
const firstHit = (query) => engine.search(query, { limit: 5 }).hits[0];

/**
 * Returns the text of `hit` that its spans mark.
 *
 * @param {import('../../web/engine/contract.d.ts').Hit} hit
 */
const marked = (hit) =>
  hit.spans.map(([start, end]) => hit.display.slice(start, end).toLowerCase());

for (const [query, system, code] of [
  ['E119', 'icd10cm', 'E11.9'],
  ['e11.9', 'icd10cm', 'E11.9'],
  ['47541', 'cpt4', '47541'],
  ['0f9930z', 'icd10pcs', '0F9930Z'],
]) {
  test(`${query} finds ${system} ${code} first`, () => {
    const hit = firstHit(query);
    assert.deepEqual([hit.system, hit.code], [system, code]);
  });
}

test('a word that is being typed finds what begins so', () => {
  const { hits } = engine.search('appendi', { limit: 5, isTyping: true });
  assert.ok(hits.length > 0);
  for (const hit of hits) assert.match(`${hit.display} ${hit.matched?.text ?? ''}`, /appendi/i);
});

test('spans mark what matched', () => {
  const hit = firstHit('system:icd10cm title:appendicitis');
  assert.ok(marked(hit).includes('appendicitis'), `${marked(hit)}`);
});

test('offsets count UTF-16 units, as JavaScript does', () => {
  const text = '🩺 is:bilable';
  const { error } = engine.search(text, { isTyping: false }).query;
  assert.equal(text.slice(...(error?.span ?? [])), 'is:bilable');
});

test('limit and systems narrow the hits, facets count every system', () => {
  const answer = engine.search('fracture', { limit: 3, systems: ['icd10cm'] });
  assert.equal(answer.hits.length, 3);
  assert.ok(answer.hits.every(({ system }) => system === 'icd10cm'));
  assert.ok(Object.keys(answer.facets.system).length > 1);
  assert.equal(answer.total, answer.facets.system.icd10cm);
});

test('a bad query has an error with span and advice, and still an answer', () => {
  const { query, hits } = engine.search('(biliary stent', { isTyping: false });
  assert.deepEqual(query.error?.span.slice(0, 1), [0]);
  assert.ok(query.error?.advice);
  assert.ok(hits.length > 0);
});

test('the tree leads from the top of every system down to a code', () => {
  for (const { id } of engine.info().systems) {
    let level = engine.browse(id, '');
    for (let depth = 0; depth < 12; depth += 1) {
      assert.ok(level.found && level.nodes.length > 0, id);
      const [first] = level.nodes;
      if (!first.kind && first.children === 0) break;
      level = engine.browse(id, first.code, { limit: 1 });
    }
    assert.ok(level.found && engine.show(id, level.nodes[0].code).found, id);
  }
  assert.equal(engine.browse('icd10cm', 'nowhere').found, false);
});

test('a concept is shown whole, an unknown code with suggestions', () => {
  const shown = engine.show('cpt4', '47541');
  assert.ok(shown.found);
  assert.equal(shown.code, '47541');
  assert.ok(shown.pack);
  const unknown = engine.show('icd10cm', 'E11.999');
  assert.equal(unknown.found, false);
  assert.ok(Array.isArray(unknown.suggestions));
});

test('suggestions complete what is being typed', () => {
  const { completions } = engine.suggest('diabet', { limit: 5 });
  assert.ok(completions.length > 0 && completions.length <= 5);
});

test('the same catalog opens inflated, as an ArrayBuffer too', async () => {
  const inflated = gunzipSync(catalog);
  const buffer = inflated.buffer.slice(
    inflated.byteOffset,
    inflated.byteOffset + inflated.byteLength,
  );
  const second = await openEngine({ wasmBinary, catalog: buffer });
  assert.equal(JSON.stringify(second.info()), JSON.stringify(engine.info()));
  second.close();
});

test('a damaged catalog is refused with a sentence and advice', async () => {
  const inflated = gunzipSync(catalog);
  const damaged = Uint8Array.from(inflated);
  damaged[damaged.length >> 1] ^= 0xff;
  const otherVersion = new TextEncoder().encode('this is no catalog at all');
  for (const bytes of [
    damaged,
    inflated.subarray(0, 1000),
    otherVersion,
    catalog.subarray(0, 5000),
  ]) {
    await assert.rejects(openEngine({ wasmBinary, catalog: bytes }), (thrown) => {
      assert.ok(thrown.code && thrown.message && thrown.advice, `${thrown}`);
      return true;
    });
  }
});

test('a limit beyond the largest is the largest', () => {
  const { hits, total } = engine.search('fracture', { limit: 1_000_000 });
  assert.equal(hits.length, Math.min(total, 10_000));
});
