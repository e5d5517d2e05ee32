// What does CodeSystem/$lookup say of a code?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { get, ICD, outcomeOf, parametersOf, post, valueOf, WARDS } from './support/opened.js';

const path = '/fhir/CodeSystem/$lookup';

const propertiesOf = (body) =>
  body.parameter
    .filter(({ name }) => name === 'property')
    .map(({ part }) => [part[0].valueCode, Object.values(part[1]).at(-1)]);

test('a code is answered with its system, name, other names and place', async () => {
  const { status, body, headers } = await get(path, { system: ICD, code: 'E11.9' });
  assert.equal(status, 200);
  assert.match(headers['Content-Type'], /^application\/fhir\+json/);
  assert.equal(valueOf(body, 'name'), 'ICD-10-CM');
  assert.equal(valueOf(body, 'display'), 'Type 2 diabetes mellitus without complications');
  const names = body.parameter
    .filter(({ name }) => name === 'designation')
    .map(({ part }) => part[1].valueString);
  assert.ok(names.includes('adult-onset diabetes'));
  const properties = propertiesOf(body);
  assert.deepEqual(
    properties.find(([code]) => code === 'parent'),
    ['parent', 'E11'],
  );
  assert.deepEqual(
    properties.find(([code]) => code === 'billable'),
    ['billable', true],
  );
});

test('POST of a coding gives the same answer as GET', async () => {
  const coding = { valueCoding: { system: ICD, code: 'E11.9' } };
  const posted = await post(path, parametersOf({ coding }));
  assert.deepEqual(posted.body, (await get(path, { system: ICD, code: 'E11.9' })).body);
});

test('only the properties asked for are given', async () => {
  const { body } = await get(path, { system: WARDS, code: 'bed', property: 'child' });
  assert.deepEqual(propertiesOf(body).sort(), [
    ['child', 'day'],
    ['child', 'icu'],
    ['child', 'old'],
  ]);
  assert.ok(!body.parameter.some(({ name }) => name === 'designation'));
});

test('an inactive code is found and said to be inactive', async () => {
  const { body } = await get(path, { system: WARDS, code: 'old' });
  assert.deepEqual(propertiesOf(body)[0], ['inactive', true]);
});

test('a code in another spelling is no code, and the right spelling is told', async () => {
  const answer = await get(path, { system: ICD, code: 'e119' });
  assert.deepEqual(outcomeOf(answer), [404, 'OperationOutcome', 'not-found']);
  assert.match(answer.body.issue[0].diagnostics, /E11\.9/);
});

for (const [claim, query, expected] of [
  ['an unknown system', { system: 'urn:none', code: 'E11.9' }, [404, 'not-found']],
  ['another version', { system: ICD, code: 'E11.9', version: '1999' }, [404, 'not-found']],
  ['no system', { code: 'E11.9' }, [400, 'required']],
  ['nothing', {}, [400, 'required']],
  ['an empty code', { system: ICD, code: '' }, [400, 'required']],
  ['an unknown parameter', { system: ICD, code: 'E11.9', date: '2020' }, [400, 'not-supported']],
]) {
  test(`${claim} is refused`, async () => {
    const [status, issue] = expected;
    assert.deepEqual(outcomeOf(await get(path, query)), [status, 'OperationOutcome', issue]);
  });
}
