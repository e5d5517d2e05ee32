// Are the answers valid FHIR R4? HL7's schema, StructureDefinitions and OperationDefinitions say so.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandCompose, get, HCPCS, ICD, ICD9, valueOf, WARDS } from './support/opened.js';
import { faultsOf, operationFaultsOf } from './support/r4.js';

test('the checks themselves see faults', () => {
  for (const [fault, resource] of [
    ['is missing', { resourceType: 'TerminologyCapabilities', kind: 'instance', date: '2026' }],
    ['has the code', { resourceType: 'ValueSet', status: 'shiny' }],
    ['additional properties', { resourceType: 'ValueSet', status: 'active', colour: 'red' }],
    ['must match pattern', { resourceType: 'ValueSet', status: 'active', date: 'today' }],
    ['is missing', { resourceType: 'OperationOutcome', issue: [{ severity: 'error' }] }],
    ['there is no resource', { resourceType: 'Spell' }],
  ]) {
    assert.match(faultsOf(resource).join('\n'), new RegExp(fault), JSON.stringify(resource));
  }
  const wrong = { parameter: [{ name: 'outcome', valueString: 'x' }, { name: 'more' }] };
  assert.equal(operationFaultsOf('CodeSystem-subsumes', wrong).length, 2);
  assert.equal(operationFaultsOf('CodeSystem-lookup', { parameter: [] }).length, 2);
});

for (const [path, query, operation] of [
  ['metadata', {}],
  ['metadata', { mode: 'terminology' }],
  ['CodeSystem', {}],
  ['CodeSystem', { url: ICD }],
  ['CodeSystem', { url: 'urn:none' }],
  ['CodeSystem/icd10cm', {}],
  ['ValueSet', {}],
  ['ValueSet/ward-9', {}],
  ['CodeSystem/$lookup', { system: ICD, code: 'E11' }, 'CodeSystem-lookup'],
  ['CodeSystem/$lookup', { system: WARDS, code: 'iso' }, 'CodeSystem-lookup'],
  ['CodeSystem/$lookup', { system: HCPCS, code: 'E0110' }, 'CodeSystem-lookup'],
  ['CodeSystem/$lookup', { system: 'http://loinc.org', code: '4548-4' }, 'CodeSystem-lookup'],
  ['CodeSystem/$validate-code', { url: ICD, code: 'E11.9' }, 'CodeSystem-validate-code'],
  ['CodeSystem/$validate-code', { url: ICD, code: 'E11 9' }, 'CodeSystem-validate-code'],
  ['CodeSystem/$subsumes', { system: ICD, codeA: 'E11', codeB: 'E11.9' }, 'CodeSystem-subsumes'],
  [
    'ValueSet/$validate-code',
    { url: `${ICD}?fhir_vs`, system: ICD, code: 'I10' },
    'ValueSet-validate-code',
  ],
  ['ValueSet/$expand', { url: `${ICD}?fhir_vs=isa/E11`, includeDesignations: true }],
  ['ValueSet/$expand', { url: `${WARDS}?fhir_vs`, filter: 'bed', activeOnly: true, count: 2 }],
  ['ValueSet/$expand', { url: `${ICD}?fhir_vs`, count: 0 }],
  ['ValueSet/$expand', { url: `${ICD}?fhir_vs`, filter: 'no such words zzzz' }],
  ['ValueSet/ward-9/$expand', {}],
  ['ConceptMap/$translate', { system: ICD9, code: '401.9' }, 'ConceptMap-translate'],
  ['ConceptMap/$translate', { system: ICD, code: 'E11.9', reverse: true }, 'ConceptMap-translate'],
  ['ConceptMap/$translate', { system: WARDS, code: 'day' }, 'ConceptMap-translate'],
  ['ConceptMap/$translate', { system: ICD, code: 'I10' }, 'ConceptMap-translate'],
]) {
  test(`${path} ${JSON.stringify(query)} is valid R4`, async () => {
    const { status, body } = await get(`/fhir/${path}`, query);
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(faultsOf(body), []);
    if (operation) assert.deepEqual(operationFaultsOf(operation, body), []);
  });
}

test('every kind of failure is a valid OperationOutcome', async () => {
  for (const [path, query] of [
    ['CodeSystem/$lookup', {}],
    ['CodeSystem/$lookup', { system: ICD, code: 'none' }],
    ['CodeSystem/$lookup', { system: ICD, code: 'I10', date: '2020' }],
    ['ValueSet/$expand', { url: `${ICD}?fhir_vs` }],
    ['ValueSet/$expand', { url: `${ICD}?fhir_vs`, filter: 'x'.repeat(300) }],
    ['metadata', { _format: 'xml' }],
    ['Patient', {}],
  ]) {
    const { status, body } = await get(`/fhir/${path}`, query);
    assert.ok(status >= 400, path);
    assert.deepEqual(faultsOf(body), []);
  }
  const { body } = await expandCompose({ include: [] });
  assert.deepEqual(faultsOf(body), []);
});

test('the metadata name what is there', async () => {
  const { body } = await get('/fhir/metadata');
  const operations = body.rest[0].resource.flatMap(({ type, operation }) =>
    operation.map(({ name }) => `${type}/$${name}`),
  );
  assert.deepEqual(operations, [
    'CodeSystem/$lookup',
    'CodeSystem/$validate-code',
    'CodeSystem/$subsumes',
    'ValueSet/$expand',
    'ValueSet/$validate-code',
    'ConceptMap/$translate',
  ]);
  for (const path of operations) {
    assert.equal((await get(`/fhir/${path}`)).status, 400, `${path} is known and wants parameters`);
  }
  const { codeSystem } = (await get('/fhir/metadata', { mode: 'terminology' })).body;
  assert.ok(codeSystem.some(({ uri }) => uri === ICD));
  assert.equal(new Set(codeSystem.map(({ uri }) => uri)).size, codeSystem.length);
  assert.equal(
    valueOf(
      (await get('/fhir/CodeSystem/$lookup', { system: WARDS, code: 'bed' })).body,
      'version',
    ),
    '7',
  );
});
