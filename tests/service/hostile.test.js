// Does the service stay upright whatever it is sent? Every answer has the right status and an OperationOutcome.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createService } from '../../web/service/service.js';
import { get, ICD, outcomeOf, post, service, terminology } from './support/opened.js';

const lookup = '/fhir/CodeSystem/$lookup';
const whole = `${lookup}?system=${ICD}&code=E11.9`;

const parameters = (list) => ({ resourceType: 'Parameters', parameter: list });

for (const [claim, body, expected] of [
  ['no JSON', '{', [400, 'invalid']],
  ['nothing', '', [400, 'invalid']],
  ['null', 'null', [400, 'invalid']],
  ['a list', '[]', [400, 'invalid']],
  ['another resource', { resourceType: 'Patient' }, [400, 'invalid']],
  ['a parameter that is no object', parameters([1]), [400, 'invalid']],
  ['a parameter without name', parameters([{ valueString: 'x' }]), [400, 'invalid']],
  ['parameters that are no list', parameters({}), [400, 'invalid']],
  [
    '65 parameters',
    parameters(Array.from({ length: 65 }, () => ({ name: 'property', valueCode: 'x' }))),
    [413, 'too-long'],
  ],
  [
    'a code that is a number',
    parameters([
      { name: 'code', valueInteger: 1 },
      { name: 'system', valueUri: ICD },
    ]),
    [400, 'invalid'],
  ],
  ['a coding that is a text', parameters([{ name: 'coding', valueString: 'x' }]), [400, 'invalid']],
  [
    'a code twice',
    parameters([
      { name: 'code', valueCode: 'a' },
      { name: 'code', valueCode: 'b' },
      { name: 'system', valueUri: ICD },
    ]),
    [400, 'invalid'],
  ],
  [
    '__proto__ as a name',
    '{"resourceType":"Parameters","parameter":[{"name":"constructor","valueCode":"x"}]}',
    [400, 'not-supported'],
  ],
  ['a body beyond the bound', ' '.repeat(256 * 1024 + 1), [413, 'too-long']],
  ['a body of many bytes in few characters', '€'.repeat(100 * 1024), [413, 'too-long']],
  [
    'a very long code',
    parameters([
      { name: 'code', valueCode: 'x'.repeat(600) },
      { name: 'system', valueUri: ICD },
    ]),
    [413, 'too-long'],
  ],
]) {
  test(`a body with ${claim} is refused`, async () => {
    const [status, issue] = expected;
    assert.deepEqual(outcomeOf(await post(lookup, body)), [status, 'OperationOutcome', issue]);
  });
}

test('a deeply nested body is refused, not followed', async () => {
  const body = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  assert.equal((await post(lookup, body)).status, 400);
});

test('value sets that name each other without end are too costly', async () => {
  const url = 'urn:round';
  const circle = { resourceType: 'ValueSet', url, compose: { include: [{ valueSet: [url] }] } };
  const own = createService({ terminology, valueSets: [circle] });
  const answer = await own.answer({ method: 'GET', url: `/fhir/ValueSet/$expand?url=${url}` });
  assert.equal(answer?.status, 422);
});

for (const [claim, path, expected] of [
  ['an unknown operation', '/fhir/CodeSystem/$explode', [404, 'not-supported']],
  ['$closure', '/fhir/$closure', [404, 'not-supported']],
  ['an unknown resource', '/fhir/Patient/1', [404, 'not-supported']],
  ['a name of Object', '/fhir/constructor/$lookup', [404, 'not-supported']],
  ['the root', '/fhir', [404, 'not-supported']],
  ['an unknown code system', '/fhir/CodeSystem/none', [404, 'not-found']],
  ['an instance where there is none', '/fhir/CodeSystem/icd10cm/$lookup', [404, 'not-supported']],
  ['a broken escape', '/fhir/CodeSystem/%E0%A4%A', [400, 'invalid']],
  ['an unknown mode', '/fhir/metadata?mode=secret', [400, 'invalid']],
  ['an address without end', `/fhir/metadata?x=${'x'.repeat(9000)}`, [414, 'too-long']],
]) {
  test(`${claim} is refused`, async () => {
    const answer = await service.answer({ method: 'GET', url: path });
    const [status, issue] = expected;
    const body = JSON.parse(answer?.body ?? '');
    assert.deepEqual(outcomeOf({ ...answer, body }), [status, 'OperationOutcome', issue]);
  });
}

for (const [claim, request, status] of [
  ['PUT', { method: 'PUT', url: whole }, 405],
  ['POST of a resource', { method: 'POST', url: '/fhir/CodeSystem', body: '{}' }, 405],
  ['XML asked for', { method: 'GET', url: `${whole}&_format=xml` }, 406],
  ['only XML accepted', { method: 'GET', url: whole, accept: 'application/fhir+xml' }, 406],
  ['XML sent', { method: 'POST', url: lookup, contentType: 'text/xml', body: '<a/>' }, 415],
]) {
  test(`${claim} is answered with ${status}`, async () => {
    const answer = await service.answer(request);
    assert.equal(answer?.status, status);
    assert.equal(JSON.parse(answer?.body ?? '').resourceType, 'OperationOutcome');
  });
}

for (const request of [
  { method: 'GET', url: `${whole}&_format=application/fhir%2Bjson` },
  { method: 'GET', url: `${whole}&_format=application/fhir+json` },
  { method: 'GET', url: `${whole}&_format=json&_pretty=true` },
  { method: 'GET', url: whole, accept: 'application/fhir+json, application/fhir+xml;q=0.5' },
  { method: 'HEAD', url: whole, accept: '*/*' },
]) {
  test(`${request.url.slice(-24)} ${request.accept ?? ''} is answered`, async () => {
    assert.equal((await service.answer(request))?.status, 200);
  });
}

test('what does not belong to the service is left to others', async () => {
  for (const url of ['/', '/index.html', '/fhirx/metadata', '/apis/x', 'https://example.org/a']) {
    assert.equal(await service.answer({ method: 'GET', url }), null);
  }
});

test('an unexpected failure is told without its inner text', async () => {
  const broken = createService({
    terminology: {
      ...terminology,
      show: () => {
        throw new TypeError('secret of line 12');
      },
    },
  });
  const answer = await broken.answer({ method: 'GET', url: whole });
  assert.equal(answer?.status, 500);
  assert.doesNotMatch(answer?.body ?? '', /secret/);
});

test('a pack that cannot be read now is a passing fault', async () => {
  const details = () => Promise.reject(new Error('The pack could not be fetched.'));
  const answer = await createService({ terminology: { ...terminology, details } }).answer({
    method: 'GET',
    url: whole,
  });
  assert.equal(answer?.status, 503);
});

test('an engine that fails to open is asked again', async () => {
  let tries = 0;
  const info = () => {
    if (++tries === 1) throw new Error('not yet');
    return terminology.info();
  };
  const later = createService({ terminology: { ...terminology, info } });
  const ask = () => later.answer({ method: 'GET', url: whole });
  assert.equal((await ask())?.status, 500);
  assert.equal((await ask())?.status, 200);
});

test('random requests get an answer with a status, always', async () => {
  const seed = Number(process.env.MEDCODE_SEED ?? Date.now() % 1e9);
  console.log(`# MEDCODE_SEED=${seed}`);
  let state = seed;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const any = (list) => list[random(list.length)];
  const values = [
    ICD,
    `${ICD}?fhir_vs`,
    'E11.9',
    '',
    '0',
    '-1',
    '"(',
    'é'.repeat(200),
    '%',
    '\u0000',
    '💉',
    'isa/',
    '|',
  ];
  const names = [
    'url',
    'system',
    'code',
    'filter',
    'count',
    'offset',
    'display',
    'codeA',
    'codeB',
    'terms',
    'q',
    'df',
    '__proto__',
  ];
  const paths = [
    lookup,
    '/fhir/CodeSystem/$validate-code',
    '/fhir/CodeSystem/$subsumes',
    '/fhir/ValueSet/$expand',
    '/fhir/ValueSet/$validate-code',
    '/fhir/ConceptMap/$translate',
    '/fhir/metadata',
    '/api/icd10cm/v3/search',
  ];
  for (let round = 0; round < 400; ++round) {
    const query = Object.fromEntries(
      Array.from({ length: random(5) }, () => [any(names), any(values)]),
    );
    const path = any(paths);
    const { status } = await get(path, query);
    assert.ok(
      [200, 400, 404, 413, 422].includes(status),
      `${path} ${JSON.stringify(query)} ${status}`,
    );
  }
});
