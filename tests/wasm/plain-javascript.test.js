// Does the engine as plain JavaScript answer as the one in wasm does? Every judged query, every key of the examples,
// concepts and likeness; both engines open the same catalog.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openEngine } from '../../web/engine/engine.js';
import { readJudgements } from '../relevance/judgements.js';
import { openBuilt, wasmBinary } from './support/built.js';
import { finishedQueries, typedQueries } from './support/queries.js';

/** Every so many keys of the examples are asked: the engines differ nowhere or everywhere. */
const EVERY_KEY = 10;

/** @type {import('../../web/engine/contract.d.ts').Engine} */
let wasm;
/** @type {import('../../web/engine/contract.d.ts').Engine} */
let plain;

before(async () => {
  wasm = await openBuilt();
  plain = await openBuilt({ isPlain: true });
});
after(() => {
  wasm.close();
  plain.close();
});

/**
 * @param {string} query
 * @param {import('../../web/engine/contract.d.ts').SearchOptions} options
 */
const assertSameAnswer = (query, options) =>
  assert.deepEqual(plain.search(query, options), wasm.search(query, options), query);

test('both hold the same catalog', () => assert.deepEqual(plain.info(), wasm.info()));

test('every judged query has the same answer, to the score', () => {
  const folder = fileURLToPath(new URL('../relevance/judgements/', import.meta.url));
  const judgements = readJudgements(folder);
  assert.ok(judgements.length > 500, `${judgements.length} judgements`);
  for (const { query, system } of judgements) {
    assertSameAnswer(query, { systems: [system], limit: 10, isTyping: false });
  }
});

test('every finished query, the hostile among them, has the same answer', async () => {
  for (const query of await finishedQueries()) assertSameAnswer(query, { isTyping: false });
});

test('the answer at a key is the same', async () => {
  const keys = (await typedQueries()).filter((_, at) => at % EVERY_KEY === 0);
  for (const query of keys) assertSameAnswer(query, { isTyping: true, isExplained: true });
});

test('concepts, likeness and suggestions are the same', () => {
  for (const [system, code] of [
    ['icd10cm', 'E11.9'],
    ['cpt4', '47541'],
    ['icd10cm', 'E11.999'],
  ]) {
    assert.deepEqual(plain.show(system, code), wasm.show(system, code));
    assert.deepEqual(plain.similar(system, code), wasm.similar(system, code));
  }
  assert.deepEqual(plain.suggest('diab'), wasm.suggest('diab'));
});

test('a damaged catalog is refused with the same sentence', async () => {
  const told = async (/** @type {boolean} */ isPlain) =>
    openEngine({ wasmBinary, catalog: new Uint8Array([1, 2, 3]), isPlain }).catch(
      ({ message }) => message,
    );
  assert.match(await told(true), /not a medical code catalog/);
  assert.equal(await told(true), await told(false));
});
