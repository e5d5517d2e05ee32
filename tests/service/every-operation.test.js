// Each operation with good, bad and hostile input: the good is answered, the rest is refused by an OperationOutcome that
// names what is wrong. What single operations make of their own parameters is held by the test beside each.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { get, HCPCS, ICD, ICD9, parametersOf, post } from './support/opened.js';

const uri = (value) => ({ valueUri: value });
const code = (value) => ({ valueCode: value });

/** What each operation answers, and what is wrong of its own kind. */
const OPERATIONS = {
  'CodeSystem/$lookup': {
    answers: 'Parameters',
    good: { system: uri(ICD), code: code('E11.9') },
    bad: { system: uri(ICD), code: code('none') },
  },
  'CodeSystem/$validate-code': {
    answers: 'Parameters',
    good: { url: uri(ICD), code: code('E11.9') },
    bad: { url: uri('urn:no-such-system'), code: code('E11.9') },
  },
  'CodeSystem/$subsumes': {
    answers: 'Parameters',
    good: { system: uri(ICD), codeA: code('E11'), codeB: code('E11.9') },
    bad: { system: uri(ICD), codeA: code('E11') },
  },
  'ValueSet/$expand': {
    answers: 'ValueSet',
    good: { url: uri(`${ICD}?fhir_vs=isa/E11`) },
    bad: { url: uri('urn:no-such-value-set') },
  },
  'ValueSet/$validate-code': {
    answers: 'Parameters',
    good: { url: uri(`${HCPCS}?fhir_vs`), system: uri(HCPCS), code: code('E0114') },
    bad: { url: uri(`${HCPCS}?fhir_vs`) },
  },
  'ConceptMap/$translate': {
    answers: 'Parameters',
    good: { system: uri(ICD9), code: code('250.00') },
    bad: { system: uri(ICD9), code: code('250.00'), targetsystem: uri('urn:no-such-system') },
  },
  'ConceptMap/$translate, reversed': {
    answers: 'Parameters',
    good: { system: uri(ICD), code: code('E11.9'), reverse: { valueBoolean: true } },
    bad: { system: uri(ICD), code: code('none'), reverse: { valueBoolean: true } },
  },
};

const crowd = (name, value) => Array.from({ length: 65 }, () => ({ name, ...value }));
const listed = (parameter) => ({ resourceType: 'Parameters', parameter });

/** What nobody sends who means well, each to every operation. */
const HOSTILE = {
  'no JSON': '{"resourceType":',
  'another resource': { resourceType: 'Bundle', entry: [] },
  'a parameter that nobody knows': parametersOf({ drop: { valueString: 'table' } }),
  'names of Object': listed([{ name: '__proto__', valueString: 'x' }, { name: 'toString' }]),
  'one parameter 65 times': listed(crowd('code', code('E11.9'))),
  'the same parameter twice': listed([...crowd('system', uri(ICD)).slice(0, 2)]),
  'values of the wrong type': parametersOf({
    code: { valueInteger: 7 },
    url: { valueBoolean: true },
  }),
  'control characters': parametersOf({
    system: uri(ICD),
    url: uri(ICD),
    code: code('E11\u0000'),
    codeA: code('\u001b[2J'),
    codeB: code('"*?~'),
  }),
  'a body beyond the bound': ' '.repeat(256 * 1024 + 1),
  'very long values': parametersOf({
    system: uri(`urn:${'x'.repeat(5000)}`),
    url: uri(`urn:${'x'.repeat(5000)}`),
    code: code('9'.repeat(5000)),
  }),
};

const addressOf = (name) => `/fhir/${name.split(',')[0]}`;

/** Asserts a refusal that a client can read: a code of FHIR's, a sentence, and nothing of the program's inside. */
function assertRefused({ status, body }, what) {
  assert.ok([400, 404, 413, 415, 422].includes(status), `${what}: ${status}`);
  assert.equal(body.resourceType, 'OperationOutcome', what);
  const [issue] = body.issue;
  assert.equal(issue.severity, 'error', what);
  assert.ok(issue.code && issue.details.text.length > 10, what);
  assert.doesNotMatch(JSON.stringify(body), /TypeError|at .*\.js:\d/, what);
}

for (const [name, { answers, good, bad }] of Object.entries(OPERATIONS)) {
  test(`${name} answers what is good, by POST as by GET`, async () => {
    const sent = await post(addressOf(name), parametersOf(good));
    assert.equal(sent.status, 200, JSON.stringify(sent.body));
    assert.equal(sent.body.resourceType, answers);
    const plain = Object.entries(good).map(([key, value]) => [key, Object.values(value)[0]]);
    const asked = await get(addressOf(name), Object.fromEntries(plain));
    delete sent.body.expansion?.identifier;
    delete asked.body.expansion?.identifier;
    assert.deepEqual(asked.body, sent.body);
  });

  test(`${name} refuses what is bad`, async () => {
    assertRefused(await post(addressOf(name), parametersOf(bad)), 'bad');
    assertRefused(await post(addressOf(name), parametersOf({})), 'nothing');
  });

  test(`${name} refuses what is hostile`, async () => {
    for (const [what, body] of Object.entries(HOSTILE)) {
      assertRefused(await post(addressOf(name), body), what);
    }
  });
}

for (const [path, wrong, query] of [
  ['metadata', 'metadata', { mode: '\u0000' }],
  ['CodeSystem', 'CodeSystem', { drop: 'table' }],
  ['CodeSystem/icd10cm', 'CodeSystem/icd10cm/more/of/it', {}],
  ['ValueSet/ward-9', 'ValueSet/ward-9%00', {}],
]) {
  test(`${path} is read, and refuses what is hostile`, async () => {
    assert.equal((await get(`/fhir/${path}`)).status, 200);
    assertRefused(await get(`/fhir/${wrong}`, query), wrong);
  });
}
