import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesIn, linkPieces } from '../../../web/page/code-links.js';

const note = 'Gestational diabetes (O24.4-), type 1 (E10.-), range (E08-E13), insulin (Z79.4)';

test('the codes in a note are found without dash and dot at their end', () => {
  assert.deepEqual(codesIn(note, 'icd10cm'), ['O24.4', 'E10', 'E08', 'E13', 'Z79.4']);
  assert.deepEqual(codesIn(note, 'loinc'), []);
});

test('only codes that exist become links, and no character is lost', () => {
  const pieces = linkPieces(note, 'icd10cm', new Set(['E10', 'Z79.4']));
  assert.deepEqual(
    pieces.filter(({ code }) => code).map(({ text }) => text),
    ['E10', 'Z79.4'],
  );
  assert.equal(pieces.map(({ text }) => text).join(''), note);
});
