import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pieces } from '../../../web/element/highlight.js';

const drawn = (text, spans) =>
  pieces(text, spans)
    .map(({ text: piece, isMatch }) => (isMatch ? `[${piece}]` : piece))
    .join('');

test('matches are cut out, and neighbours with only a blank between them are one', () => {
  assert.equal(drawn('Stent, biliary', [[0, 5]]), '[Stent], biliary');
  assert.equal(
    drawn('type 2 diabetes mellitus', [
      [0, 4],
      [5, 6],
      [7, 15],
    ]),
    '[type 2 diabetes] mellitus',
  );
  assert.equal(drawn('plain', []), 'plain');
});

test('spans that overlap, run backwards or leave the text are clipped', () => {
  assert.equal(
    drawn('abcdef', [
      [0, 3],
      [2, 4],
      [5, 99],
    ]),
    '[abc][d]e[f]'.replace('][', ''),
  );
  assert.equal(
    drawn('abc', [
      [2, 1],
      [7, 9],
    ]),
    'abc',
  );
});

test('offsets count as JavaScript does', () => {
  assert.equal(drawn('𝛽 Behçet', [[3, 9]]), '𝛽 [Behçet]');
});
