import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../web/engine/failure.js';

test('code, message and advice survive the border', () => {
  const failure = new Failure('damaged', 'It is damaged.', 'Deploy it again.');
  const { code, message, advice } = Failure.fromData(structuredClone(Failure.toData(failure)));
  assert.deepEqual([code, message, advice], ['damaged', 'It is damaged.', 'Deploy it again.']);
});

test('anything thrown becomes a failure', () => {
  assert.equal(Failure.toData(new TypeError('t')).code, 'unexpected');
  assert.equal(Failure.toData('text').message, 'text');
  assert.equal(Failure.toData(undefined).message, 'undefined');
});
