// Does the engine in the page answer as the native program does, to the letter?
//
// Both open the same catalog. Scores, spans, order and wording must be the same; where a float differed between
// the two C libraries, it would show here first.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerNatively, catalogFile, openBuilt, respelled, runProgram } from './support/built.js';
import { finishedQueries, typedQueries } from './support/queries.js';

const LIMIT = 10;

/** @type {import('../../web/engine/contract.d.ts').Engine} */
let engine;

before(async () => {
  engine = await openBuilt();
});
after(() => engine.close());

/**
 * @param {string[]} queries
 * @param {boolean} isTyping
 */
async function demandSameAnswers(queries, isTyping) {
  const native = await answerNatively(queries, { limit: LIMIT, isTyping });
  assert.equal(native.length, queries.length);
  queries.forEach((query, at) => {
    const answer = engine.search(query, { limit: LIMIT, isTyping });
    assert.equal(JSON.stringify(answer), native[at], `the query is ${JSON.stringify(query)}`);
  });
}

test('finished queries have the same answers, to the letter', async () => {
  await demandSameAnswers(await finishedQueries(), false);
});

test('every prefix of every query has the same answers while typing', async () => {
  const queries = await typedQueries();
  assert.ok(queries.length > 1000, `${queries.length} prefixes are too few to mean something`);
  await demandSameAnswers(queries, true);
});

test('what was found is found again by its code and by its name, the same in both', async () => {
  const found = (await finishedQueries()).flatMap(
    (query) => engine.search(query, { limit: 3 }).hits,
  );
  const queries = [...new Set(found.flatMap(({ code, display }) => [code, display]))];
  assert.ok(queries.length > 100, `${queries.length} hits are too few to mean something`);
  await demandSameAnswers(queries, false);
});

test('similar concepts are the same in both', async () => {
  const [first] = engine.search('47541', { limit: 1 }).hits;
  const others = engine.search('fracture', { limit: 3 }).hits;
  for (const { system, code } of [first, ...others]) {
    const words = ['similar', catalogFile, system, code, '--json', '--limit', '8'];
    const native = await runProgram(words);
    assert.equal(JSON.stringify(engine.similar(system, code, { limit: 8 })), respelled(native));
  }
});

test('the list of systems is the same in both', async () => {
  const native = await runProgram(['info', catalogFile, '--json']);
  assert.equal(JSON.stringify(engine.info()), respelled(native));
});

test('a concept has in the page all that the program shows, but for what lies in the detail packs', async () => {
  const shown = engine.show('cpt4', '47541');
  const native = JSON.parse(await runProgram(['show', catalogFile, 'cpt4', '47541', '--json']));
  const common = Object.fromEntries(Object.keys(shown).map((key) => [key, native[key]]));
  assert.deepEqual(common, shown);
});
