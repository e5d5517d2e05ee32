import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstAnswer } from '../../../web/engine/first-answer.js';

const answering = (response) => ({ search: () => response });
const good = { hits: [{ code: 'E0100' }], relaxed: false, didYouMean: null };

test('hits of the systems that have arrived are shown, and said to be a part', () =>
  assert.deepEqual(firstAnswer(answering(good), 'cane'), { ...good, isPartial: true }));

test('what may be a code waits for the full catalog', () => {
  assert.equal(firstAnswer(answering(good), 'E11.9'), null);
});

for (const [what, response] of Object.entries({
  'an answer without hits': { ...good, hits: [] },
  'a relaxed answer': { ...good, relaxed: true },
  'another spelling': { ...good, didYouMean: 'crane' },
})) {
  test(`${what} waits for the full catalog`, () =>
    assert.equal(firstAnswer(answering(response), 'cane'), null));
}
