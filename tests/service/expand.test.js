// What does ValueSet/$expand list?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  codesOf,
  expandCompose,
  get,
  ICD,
  instant,
  outcomeOf,
  ownValueSet,
  post,
  WARDS,
} from './support/opened.js';

const path = '/fhir/ValueSet/$expand';

test('a filter is answered best first, with total, page and notice', async () => {
  const answer = await get(path, { url: `${ICD}?fhir_vs`, filter: 'type 2 diab', count: 3 });
  assert.equal(answer.status, 200);
  const { expansion, copyright } = answer.body;
  assert.equal(codesOf(answer)[0], 'E11');
  assert.equal(codesOf(answer).length, 3);
  assert.ok(expansion.total > 3);
  assert.equal(expansion.offset, 0);
  assert.equal(expansion.timestamp, instant);
  assert.match(copyright, /public domain/);
});

test('lay words find official names', async () => {
  const answer = await get(path, { url: `${ICD}/vs`, filter: 'heart attack', count: 5 });
  assert.ok(
    codesOf(answer).some((code) => code.startsWith('I21')),
    codesOf(answer),
  );
});

test('words of the query language in a filter are words', async () => {
  for (const filter of ['diabetes OR', '"diabetes', 'diabetes (', '-diabetes', 'is:active diab*']) {
    const { status } = await get(path, { url: `${ICD}?fhir_vs`, filter, count: 3 });
    assert.equal(status, 200, filter);
  }
  const escaped = await get(path, { url: `${WARDS}?fhir_vs`, filter: 'x OR system:icd10cm E11' });
  assert.ok(escaped.body.expansion.contains?.every(({ system }) => system === WARDS) ?? true);
});

test('pages put together are the whole, each concept once', async () => {
  const url = `${ICD}?fhir_vs=isa/E11`;
  const whole = codesOf(await get(path, { url }));
  const pages = [];
  for (let offset = 0; offset < whole.length; offset += 7) {
    pages.push(...codesOf(await get(path, { url, offset, count: 7 })));
  }
  assert.deepEqual(pages, whole);
  assert.equal(new Set(whole).size, whole.length);
  assert.ok(whole.includes('E11') && whole.includes('E11.21') && !whole.includes('E10'));
});

test('count 0 asks how many there are', async () => {
  const answer = await get(path, { url: `${ICD}?fhir_vs`, count: 0 });
  assert.equal(answer.body.expansion.contains, undefined);
  assert.ok(answer.body.expansion.total > 1000);
});

test('a whole code system at once is too costly', async () => {
  const answer = await get(path, { url: `${ICD}?fhir_vs` });
  assert.deepEqual(outcomeOf(answer), [422, 'OperationOutcome', 'too-costly']);
});

test('a page is never larger than its bound, and says so', async () => {
  const answer = await get(path, { url: `${ICD}?fhir_vs`, count: 999999 });
  assert.equal(codesOf(answer).length, 1000);
  assert.deepEqual(answer.body.expansion.parameter[0], { name: 'count', valueInteger: 1000 });
});

test('a page beyond the end is empty', async () => {
  const answer = await get(path, { url: `${WARDS}?fhir_vs`, offset: 9_000_000 });
  assert.deepEqual([answer.status, codesOf(answer)], [200, []]);
});

test('activeOnly leaves out inactive codes, which are marked otherwise', async () => {
  const url = `${WARDS}?fhir_vs`;
  const all = await get(path, { url });
  const old = all.body.expansion.contains.find(({ code }) => code === 'old');
  assert.equal(old.inactive, true);
  const active = codesOf(await get(path, { url, activeOnly: true }));
  assert.equal(active.length, codesOf(all).length - 1);
  assert.ok(!active.includes('old'));
});

test('designations come when they are asked for', async () => {
  const url = `${WARDS}?fhir_vs`;
  const find = ({ body }) => body.expansion.contains.find(({ code }) => code === 'icu');
  assert.equal(find(await get(path, { url })).designation, undefined);
  const { designation } = find(await get(path, { url, includeDesignations: true }));
  assert.deepEqual(
    designation.map(({ value }) => value),
    ['Critical care place'],
  );
});

test('the site’s own value set is found by url and by id, with its displays', async () => {
  for (const [at, query] of [
    [path, { url: ownValueSet.url }],
    ['/fhir/ValueSet/ward-9/$expand', {}],
  ]) {
    const { contains } = (await get(at, query)).body.expansion;
    assert.deepEqual(
      contains.map(({ code, display }) => [code, display]),
      [
        ['E11.9', 'Diabetes, the usual one'],
        ['I10', 'Essential (primary) hypertension'],
      ],
    );
  }
});

test('a filter on listed codes finds by their names, other names and given displays', async () => {
  for (const [filter, codes] of [
    ['usual', ['E11.9']],
    ['high blood pressure', ['I10']],
    ['ess hyp', ['I10']],
    ['gout', []],
  ]) {
    assert.deepEqual(codesOf(await get(path, { url: ownValueSet.url, filter })), codes, filter);
  }
});

test('a ValueSet may be the body itself', async () => {
  const answer = await post(path, ownValueSet);
  assert.deepEqual(codesOf(answer), ['E11.9', 'I10']);
});

for (const [claim, query, expected] of [
  ['an unknown value set', { url: 'urn:none' }, [404, 'not-found']],
  ['an unknown code in isa/', { url: `${ICD}?fhir_vs=isa/none` }, [404, 'not-found']],
  ['another implicit kind', { url: `${ICD}?fhir_vs=refset` }, [400, 'not-supported']],
  ['no value set', {}, [400, 'required']],
  ['a negative count', { url: `${ICD}?fhir_vs`, count: -1 }, [400, 'invalid']],
  ['a count in words', { url: `${ICD}?fhir_vs`, count: 'ten' }, [400, 'invalid']],
  ['a filter of a novel', { url: `${ICD}?fhir_vs`, filter: 'a'.repeat(300) }, [413, 'too-long']],
  ['a date', { url: `${ICD}?fhir_vs`, date: '2020-01-01' }, [400, 'not-supported']],
]) {
  test(`${claim} is refused`, async () => {
    const [status, issue] = expected;
    assert.deepEqual(outcomeOf(await get(path, query)), [status, 'OperationOutcome', issue]);
  });
}

test('names of several value sets at once are refused', async () => {
  const answer = await expandCompose(ownValueSet.compose, { url: { valueUri: `${ICD}?fhir_vs` } });
  assert.deepEqual(outcomeOf(answer), [400, 'OperationOutcome', 'invalid']);
});
