import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatted } from '../../../web/page/copy-formats.js';

const info = {
  systems: [
    {
      id: 'icd10cm',
      title: 'ICD-10-CM',
      uri: 'http://hl7.org/fhir/sid/icd-10-cm',
      version: '2026',
    },
  ],
};
const concept = { system: 'icd10cm', code: 'E11.9', display: 'Type 2 diabetes' };

test('one code is copied in four forms', () => {
  assert.equal(formatted(info, [concept], 'onlyCode'), 'E11.9');
  assert.equal(formatted(info, [concept], 'codeName'), 'E11.9 Type 2 diabetes');
  assert.equal(formatted(info, [concept], 'row'), 'ICD-10-CM\tE11.9\tType 2 diabetes');
  assert.deepEqual(JSON.parse(formatted(info, [concept], 'coding')), {
    system: 'http://hl7.org/fhir/sid/icd-10-cm',
    version: '2026',
    code: 'E11.9',
    display: 'Type 2 diabetes',
  });
});

test('several codes are a line each, or an array of Codings', () => {
  const two = [concept, { ...concept, code: 'I10', note: 'n' }];
  assert.equal(formatted(info, two, 'onlyCode'), 'E11.9\nI10');
  assert.equal(formatted(info, two, 'row').split('\n')[1], 'ICD-10-CM\tI10\tType 2 diabetes\tn');
  assert.equal(JSON.parse(formatted(info, two, 'coding')).length, 2);
});

test('a copied row starts no formula', () => {
  const row = formatted(info, [{ ...concept, display: '=1+1' }], 'row');
  assert.equal(row, "ICD-10-CM\tE11.9\t'=1+1");
});
