import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LineReader, listItems, looksLikeCode, plainWords } from '../../../web/engine/line-text.js';

const reader = new LineReader({
  format: 1,
  id: 'x',
  systems: [
    { id: 'icd10cm', title: 'ICD-10-CM', uri: 'http://hl7.org/fhir/sid/icd-10-cm' },
    { id: 'cpt4', title: 'CPT', uri: 'http://www.ama-assn.org/go/cpt' },
    { id: 'ucum', title: 'UCUM', uri: 'http://unitsofmeasure.org' },
  ],
});

for (const [line, system, code, words] of [
  ['E11.9', '', 'E11.9', ''],
  ['  "E11.9" ', '', 'E11.9', ''],
  ['- E11.9', '', 'E11.9', ''],
  ['• I10 Hypertension', '', 'I10', 'Hypertension'],
  ['E11.9\tType 2 diabetes', '', 'E11.9', 'Type 2 diabetes'],
  ['E11.9, Type 2 diabetes', '', 'E11.9', 'Type 2 diabetes'],
  ['E11.9 - Type 2 diabetes', '', 'E11.9', 'Type 2 diabetes'],
  ['icd10cm/E11.9', 'icd10cm', 'E11.9', ''],
  ['ICD-10-CM: E11.9', 'icd10cm', 'E11.9', ''],
  ['icd10 E11.9', 'icd10cm', 'E11.9', ''],
  ['http://hl7.org/fhir/sid/icd-10-cm|E11.9', 'icd10cm', 'E11.9', ''],
  ['CPT 47541 Bile duct access', 'cpt4', '47541', 'Bile duct access'],
  ['ucum/mg/dL', 'ucum', 'mg/dL', ''],
  ['100 mg aspirin', '', '', '100 mg aspirin'],
  ['2 views chest x-ray', '', '', '2 views chest x-ray'],
  ['heart attack', '', '', 'heart attack'],
  ['acute, not chronic', '', '', 'acute, not chronic'],
]) {
  test(`“${line.trim()}” is read as ${[system, code, words].filter(Boolean).join(' + ')}`, () => {
    assert.deepEqual(reader.read(line), { system, code, words });
  });
}

test('a word alone on its line may be a code where it could be a word among others', () => {
  for (const word of ['0F9930', '100', '5HT3']) {
    assert.equal(looksLikeCode(word), false, word);
    assert.equal(looksLikeCode(word, true), true, word);
  }
  for (const word of ['E11.9', '47541', '250.00', '2161-8', 'J1100', '0F9930Z'])
    assert.equal(looksLikeCode(word), true, word);
  for (const word of ['pain', 'x-ray', '5', 'A'.repeat(30) + '1'])
    assert.equal(looksLikeCode(word, true), false, word);
});

test('a line of nothing but codes is several items, and empty lines keep the numbers right', () => {
  assert.deepEqual(listItems('E11.9, I10;N18.30\r\n\r\nheart attack\n'), [
    { number: 1, text: 'E11.9' },
    { number: 1, text: 'I10' },
    { number: 1, text: 'N18.30' },
    { number: 3, text: 'heart attack' },
  ]);
  assert.deepEqual(listItems('I10 Hypertension'), [{ number: 1, text: 'I10 Hypertension' }]);
});

test('words lose the signs and operators of the query language', () => {
  assert.equal(
    plainWords('fracture -open (NOT closed) "x" a:b*'),
    'fracture open  not closed   x  a b',
  );
  assert.ok(plainWords('a'.repeat(5000)).length <= 320);
});
