import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compactCode, likelySpellings, nearestCodes } from '../../../web/engine/nearest-code.js';

test('the spellings one slip away hold what was meant', () => {
  for (const [typed, meant] of [
    ['E1I9', 'E119'],
    ['EL19', 'E119'],
    ['I1O', 'I10'],
    ['OF9930Z', '0F9930Z'],
    ['E191', 'E119'],
    ['1E19', 'E119'],
    ['E11999', 'E119'],
  ]) {
    assert.ok(likelySpellings(typed).includes(meant), `${typed}: ${likelySpellings(typed)}`);
  }
});

test('no spelling is the typed code, none is there twice, and a query can hold them', () => {
  for (const typed of ['E119', '0000000', 'BBBBBBBB88888888DDDDDDDD']) {
    const spellings = likelySpellings(typed);
    assert.ok(!spellings.includes(typed));
    assert.equal(new Set(spellings).size, spellings.length);
    assert.ok(spellings.length <= 60);
  }
});

test('a code is compared without blanks, dots and hyphens', () => {
  assert.equal(compactCode(' e11.9 '), 'E119');
  assert.equal(compactCode('2161-8'), '21618');
  assert.equal(compactCode('%'), '%');
});

test('what is no code asks the engine nothing', () => {
  const engine = { search: () => assert.fail('asked') };
  for (const typed of ['', 'E', 'mg/dL', 'x'.repeat(100), 'code:*', 'é1'])
    assert.deepEqual(nearestCodes(engine, typed, []), []);
});
