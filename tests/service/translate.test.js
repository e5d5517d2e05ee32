// What does ConceptMap/$translate make of a code?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createService } from '../../web/service/service.js';
import { get, HCPCS, ICD, ICD9, outcomeOf, terminology, valueOf, WARDS } from './support/opened.js';

const path = '/fhir/ConceptMap/$translate';

const matchesOf = (body) =>
  body.parameter
    .filter(({ name }) => name === 'match')
    .map(({ part }) => {
      const value = (name) => part.find((each) => each.name === name);
      return [value('equivalence').valueCode, value('concept')?.valueCoding.code];
    });

test('a mapping that its publisher calls approximate is inexact', async () => {
  const { body } = await get(path, { system: ICD9, code: '250.00' });
  assert.equal(valueOf(body, 'result'), true);
  assert.deepEqual(matchesOf(body), [['inexact', 'E11.9']]);
  const { concept } = Object.fromEntries(
    body.parameter.find(({ name }) => name === 'match').part.map((part) => [part.name, part]),
  );
  assert.equal(concept.valueCoding.system, ICD);
  assert.match(concept.valueCoding.display, /^Type 2 diabetes/);
});

test('codes that hold only together are said to', async () => {
  const { body } = await get(path, { system: ICD9, code: '401.9' });
  assert.deepEqual(matchesOf(body).sort(), [
    ['inexact', 'E11.9'],
    ['inexact', 'I10'],
  ]);
  assert.match(valueOf(body, 'message'), /only together.*choice list 1.*choice list 2/);
});

test('the target narrows, by system or by value set of a whole system', async () => {
  const source = { system: WARDS, code: 'icu' };
  for (const target of [{}, { targetsystem: HCPCS }, { target: `${HCPCS}?fhir_vs` }]) {
    const { body } = await get(path, { ...source, ...target });
    assert.deepEqual(matchesOf(body), [['equivalent', 'E0114']]);
  }
  const { body } = await get(path, { ...source, targetsystem: ICD });
  assert.equal(valueOf(body, 'result'), false);
  assert.deepEqual(matchesOf(body), []);
});

test('a code that its publisher maps to nothing, or says nothing of, has no result', async () => {
  for (const query of [
    { system: WARDS, code: 'day' },
    { system: ICD, code: 'I10' },
  ]) {
    const { status, body } = await get(path, query);
    assert.equal(status, 200);
    assert.equal(valueOf(body, 'result'), false);
    assert.ok(matchesOf(body).every(([equivalence]) => equivalence === 'unmatched'));
  }
});

test('the way back tells of the same pairs, with the same equivalence', async () => {
  const back = async (query) => (await get(path, { ...query, reverse: true })).body;
  const toDiabetes = await back({ system: ICD, code: 'E11.9' });
  assert.equal(valueOf(toDiabetes, 'result'), true);
  assert.deepEqual(matchesOf(toDiabetes).sort(), [
    ['inexact', '250.00'],
    ['inexact', '401.9'],
  ]);
  const [{ part }] = toDiabetes.parameter.filter(({ name }) => name === 'match');
  assert.equal(part.find(({ name }) => name === 'source').valueUri, ICD9);
  const toBed = await back({ system: HCPCS, code: 'E0114' });
  assert.deepEqual(matchesOf(toBed), [['equivalent', 'icu']]);
});

test('the way back is narrowed to a system, and may find nothing', async () => {
  const query = { system: ICD, code: 'E11.9', reverse: true };
  assert.equal(matchesOf((await get(path, { ...query, targetsystem: ICD9 })).body).length, 2);
  const { status, body } = await get(path, { ...query, targetsystem: WARDS });
  assert.equal(status, 200);
  assert.equal(valueOf(body, 'result'), false);
  assert.match(valueOf(body, 'message'), /No code .* lead to this one/);
});

test('more codes that lead to one than are read are too costly', async () => {
  const [hit] = (await terminology.search('code:250.00', { limit: 1 })).hits;
  const search = () => ({ query: { error: null }, total: 501, hits: [hit] });
  const crowded = createService({ terminology: { ...terminology, search } });
  const url = `${path}?system=${ICD}&code=E11.9&reverse=true`;
  assert.equal((await crowded.answer({ method: 'GET', url }))?.status, 422);
});

for (const [claim, query, expected] of [
  ['an unknown code', { system: ICD, code: 'none' }, [404, 'not-found']],
  ['an unknown target', { system: ICD, code: 'I10', targetsystem: 'urn:no' }, [404, 'not-found']],
  ['a map by url', { url: 'urn:map', system: ICD, code: 'I10' }, [400, 'not-supported']],
  ['the way back from nowhere', { system: ICD, code: 'none', reverse: true }, [404, 'not-found']],
  ['a way that is no yes or no', { system: ICD, code: 'I10', reverse: 'x' }, [400, 'invalid']],
  [
    'a part of a system as target',
    { system: ICD, code: 'I10', target: 'urn:vs' },
    [400, 'not-supported'],
  ],
  ['nothing', {}, [400, 'required']],
]) {
  test(`${claim} is refused`, async () => {
    const [status, issue] = expected;
    assert.deepEqual(outcomeOf(await get(path, query)), [status, 'OperationOutcome', issue]);
  });
}
