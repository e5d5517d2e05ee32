// What do CodeSystem/$validate-code and ValueSet/$validate-code say?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { get, ICD, outcomeOf, parametersOf, post, valueOf, WARDS } from './support/opened.js';

const inSystem = '/fhir/CodeSystem/$validate-code';
const inSet = '/fhir/ValueSet/$validate-code';

for (const [claim, path, query, result] of [
  ['a code of the system passes', inSystem, { url: ICD, code: 'E11.9' }, true],
  ['a code without its point does not', inSystem, { url: ICD, code: 'E119' }, false],
  ['an unknown code does not', inSystem, { url: ICD, code: 'XXX' }, false],
  [
    'a display in other letters passes',
    inSystem,
    { url: ICD, code: 'E11.9', display: 'type 2 DIABETES mellitus without complications' },
    true,
  ],
  [
    'another name passes',
    inSystem,
    { url: ICD, code: 'E11.9', display: 'adult-onset diabetes' },
    true,
  ],
  ['a wrong display does not', inSystem, { url: ICD, code: 'E11.9', display: 'Gout' }, false],
  [
    'an instance knows its system',
    '/fhir/CodeSystem/icd10cm/$validate-code',
    { code: 'I10' },
    true,
  ],
  ['a member passes', inSet, { url: `${ICD}?fhir_vs=isa/E11`, system: ICD, code: 'E11.9' }, true],
  [
    'a code of the system outside of the set does not',
    inSet,
    { url: `${ICD}?fhir_vs=isa/E11`, system: ICD, code: 'I10' },
    false,
  ],
  [
    'a member of the site’s own set passes',
    '/fhir/ValueSet/ward-9/$validate-code',
    { system: ICD, code: 'I10' },
    true,
  ],
  [
    'a code of another system does not',
    '/fhir/ValueSet/ward-9/$validate-code',
    { system: WARDS, code: 'icu' },
    false,
  ],
]) {
  test(claim, async () => {
    const { status, body } = await get(path, query);
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(valueOf(body, 'result'), result);
    assert.equal(valueOf(body, 'message') === undefined, result, 'a refusal says why');
  });
}

test('of the codings of a CodeableConcept one that passes is enough', async () => {
  const coding = [
    { system: 'urn:unknown', code: '1' },
    { system: ICD, code: 'E11.9' },
  ];
  const body = parametersOf({
    url: { valueUri: `${ICD}?fhir_vs` },
    codeableConcept: { valueCodeableConcept: { coding } },
  });
  const answer = await post(inSet, body);
  assert.equal(valueOf(answer.body, 'result'), true);
  assert.match(valueOf(answer.body, 'display'), /diabetes/);
});

for (const [claim, path, query, expected] of [
  ['a code without url', inSystem, { code: 'E11.9' }, [400, 'required']],
  ['an unknown code system', inSystem, { url: 'urn:none', code: '1' }, [404, 'not-found']],
  ['an unknown value set', inSet, { url: 'urn:x', system: ICD, code: '1' }, [404, 'not-found']],
  ['a value set and no system', inSet, { url: `${ICD}?fhir_vs`, code: '1' }, [400, 'required']],
  ['no value set', inSet, { system: ICD, code: 'I10' }, [400, 'required']],
  ['no code', inSet, { url: `${ICD}?fhir_vs` }, [400, 'required']],
  [
    'a code of an unknown system',
    inSet,
    { url: `${ICD}?fhir_vs`, system: 'urn:none', code: '1' },
    [404, 'not-found'],
  ],
]) {
  test(`${claim} is a failure, not a verdict`, async () => {
    const [status, issue] = expected;
    assert.deepEqual(outcomeOf(await get(path, query)), [status, 'OperationOutcome', issue]);
  });
}

test('a coding of another system than the url is refused', async () => {
  const coding = { valueCoding: { system: WARDS, code: 'icu' } };
  const answer = await post(inSystem, parametersOf({ url: { valueUri: ICD }, coding }));
  assert.deepEqual(outcomeOf(answer), [400, 'OperationOutcome', 'invalid']);
});
