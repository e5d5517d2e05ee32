import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatValue, parseValue, readState, toCoding } from '../../../web/element/coding.js';

const info = {
  format: '1',
  id: 'x',
  systems: [{ id: 'icd10cm', uri: 'http://hl7.org/fhir/sid/icd-10-cm', version: '2026' }],
};
const concept = { system: 'icd10cm', code: 'E11.9', display: 'Type 2 diabetes' };

test('a Coding has the canonical URI and the release', () => {
  assert.deepEqual(toCoding(info, concept), {
    system: 'http://hl7.org/fhir/sid/icd-10-cm',
    version: '2026',
    code: 'E11.9',
    display: 'Type 2 diabetes',
  });
  assert.deepEqual(toCoding(info, { ...concept, system: 'own' }).system, 'own');
});

test('what one format writes is read again', () => {
  const coding = toCoding(info, concept);
  assert.deepEqual(parseValue(formatValue(coding, 'code')), { system: '', code: 'E11.9' });
  for (const format of ['coding', 'codeable-concept', 'codeableconcept']) {
    const { system, code } = coding;
    assert.deepEqual(parseValue(formatValue(coding, format)), { system, code });
  }
  assert.deepEqual(parseValue('icd10cm/E11.9'), { system: 'icd10cm', code: 'E11.9' });
});

test('what is no value is null', () => {
  for (const value of ['', '  ', '{', '{"coding":[]}', '{"code":7}'])
    assert.equal(parseValue(value), null);
});

test('a kept state is read, anything else is none', () => {
  const coding = toCoding(info, concept);
  assert.deepEqual(readState(JSON.stringify([coding])), [coding]);
  assert.deepEqual(readState('[]'), []);
  for (const none of ['', 'E11.9', '{}', '[1]', '[null]', '[{"code":"E11.9"}]', null, undefined]) {
    assert.equal(readState(none), null, String(none));
  }
});
