// What does CodeSystem/$subsumes say of two codes?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { get, ICD, outcomeOf, parametersOf, post, valueOf, WARDS } from './support/opened.js';

const path = '/fhir/CodeSystem/$subsumes';

for (const [system, codeA, codeB, outcome] of [
  [ICD, 'E11', 'E11.21', 'subsumes'],
  [ICD, 'E11.21', 'E11', 'subsumed-by'],
  [ICD, 'E11', 'E11', 'equivalent'],
  [ICD, 'E11.21', 'E11.9', 'not-subsumed'],
  [WARDS, 'bed', 'icu-n', 'subsumes'],
  [WARDS, 'room', 'iso', 'subsumes'],
  [WARDS, 'bed', 'iso', 'subsumes'],
  [WARDS, 'room', 'icu', 'not-subsumed'],
]) {
  test(`${codeA} and ${codeB}: ${outcome}`, async () => {
    const { body } = await get(path, { system, codeA, codeB });
    assert.equal(valueOf(body, 'outcome'), outcome);
  });
}

test('two codings and an instance are other ways to ask', async () => {
  const codingA = { valueCoding: { system: ICD, code: 'E11' } };
  const codingB = { valueCoding: { system: ICD, code: 'E11.21' } };
  const posted = await post(path, parametersOf({ codingA, codingB }));
  assert.equal(valueOf(posted.body, 'outcome'), 'subsumes');
  const asked = await get('/fhir/CodeSystem/icd10cm/$subsumes', { codeA: 'E11', codeB: 'E11.21' });
  assert.equal(valueOf(asked.body, 'outcome'), 'subsumes');
});

for (const [claim, query, expected] of [
  ['an unknown code', { system: ICD, codeA: 'E11', codeB: 'none' }, [404, 'not-found']],
  ['one code', { system: ICD, codeA: 'E11' }, [400, 'required']],
  ['no system', { codeA: 'E11', codeB: 'E11.9' }, [400, 'required']],
]) {
  test(`${claim} is refused`, async () => {
    const [status, issue] = expected;
    assert.deepEqual(outcomeOf(await get(path, query)), [status, 'OperationOutcome', issue]);
  });
}

test('codings of two systems are refused', async () => {
  const codingA = { valueCoding: { system: ICD, code: 'E11' } };
  const codingB = { valueCoding: { system: WARDS, code: 'icu' } };
  const answer = await post(path, parametersOf({ codingA, codingB }));
  assert.deepEqual(outcomeOf(answer), [400, 'OperationOutcome', 'invalid']);
});
