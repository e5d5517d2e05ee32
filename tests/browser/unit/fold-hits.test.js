// Which hits may share one line?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { familyOf, foldHits } from '../../../web/page/fold-hits.js';

/** @param {string[]} codes @returns {any[]} */
const hits = (codes, system = 'icd10cm') => codes.map((code) => ({ system, code }));

test('sides and encounters of a fracture are one family, kinds of diabetes another', () => {
  assert.equal(familyOf({ system: 'icd10cm', code: 'S82.201A' }), 'icd10cm/S8220');
  assert.equal(familyOf({ system: 'icd10cm', code: 'S82.202D' }), 'icd10cm/S8220');
  assert.equal(familyOf({ system: 'icd10cm', code: 'E11.40' }), 'icd10cm/E114');
  assert.equal(familyOf({ system: 'icd10cm', code: 'E11' }), '');
  assert.equal(familyOf({ system: 'icd10pcs', code: '0FT44ZZ' }), 'icd10pcs/0FT4');
  assert.equal(familyOf({ system: 'hcpcs', code: 'E0601' }), '');
});

test('what follows the third of a family is one line behind it, in order and complete', () => {
  const codes = ['S82.201A', 'S82.202A', 'M17.11', 'S82.209A', 'S82.201B', 'E11.9', 'S82.202B'];
  const lines = foldHits(hits(codes));
  const told = lines.map((line) =>
    'family' in line ? line.hits.map(({ code }) => code) : line.code,
  );
  assert.deepEqual(told, [
    'S82.201A',
    'S82.202A',
    'M17.11',
    'S82.209A',
    ['S82.201B', 'S82.202B'],
    'E11.9',
  ]);
  assert.deepEqual(told.flat().sort(), [...codes].sort());
});

test('four of a family are not folded, nor codes without a shape', () => {
  const four = ['S82.201A', 'S82.202A', 'S82.209A', 'S82.201B'];
  assert.equal(foldHits(hits(four)).length, 4);
  assert.equal(foldHits(hits(['E0601', 'E0602', 'E0603', 'E0604', 'E0605'], 'hcpcs')).length, 5);
});
