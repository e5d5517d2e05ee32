// Do words from outside stay words in a query?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPlainCode, plainWords, queryBytes } from '../../web/service/query-text.js';
import { terminology } from './support/opened.js';

test('operators, fields and patterns lose their meaning', () => {
  for (const [text, words] of [
    ['type 2 diabetes', 'type 2 diabetes'],
    ['diabetes OR gout', 'diabetes or gout'],
    ['--not', 'not'],
    ['system:cpt4 x', 'system cpt4 x'],
    ['"a b"~3 (c|d)^4 e*', 'a b 3 c d 4 e'],
    ['s/p c. diff 5-fluorouracil', 's/p c. diff 5-fluorouracil'],
    ['\u0000\n\t ', ''],
  ]) {
    assert.equal(plainWords(text), words);
  }
});

test('whatever is typed, the engine reads no field and finds no fault', async () => {
  const pieces = [
    'AND',
    'OR',
    'NOT',
    '(',
    ')',
    '"',
    '-',
    '~2',
    '^',
    ':',
    'is:',
    'under:',
    'a',
    '*',
    '|',
    '5"',
    '..',
    '[',
  ];
  const seed = Number(process.env.MEDCODE_SEED ?? Date.now() % 1e9);
  console.log(`# MEDCODE_SEED=${seed}`);
  let state = seed;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let round = 0; round < 500; ++round) {
    const text = Array.from({ length: 1 + random(8) }, () => pieces[random(pieces.length)]).join(
      random(2) ? ' ' : '',
    );
    const words = plainWords(text);
    const answer = await terminology.search(`system:wards ${words}`, { limit: 5, isTyping: true });
    assert.equal(answer.query.error, null, `${JSON.stringify(text)} as ${words}`);
    assert.ok(
      answer.hits.every(({ system }) => system === 'wards'),
      text,
    );
  }
});

test('only plain codes stand in a query', () => {
  assert.ok(isPlainCode('E11.9') && isPlainCode('0F9930Z') && isPlainCode('4548-4'));
  for (const code of ['', 'mg/dL', 'a b', '-x', 'a*', 'x'.repeat(65)])
    assert.ok(!isPlainCode(code));
  assert.equal(queryBytes('é'), 2);
});
