// Does `/api/{table}/v3/search` answer as NLM's Clinical Table Search Service does?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { get, ICD, post } from './support/opened.js';

/** @param {string} table @param {Record<string, string | number>} query */
const search = async (table, query) => (await get(`/api/${table}/v3/search`, query)).body;

test('the answer is total, codes, extra fields, display strings and code systems', async () => {
  const [total, codes, extra, rows, systems] = await search('icd10cm', {
    terms: 'type 2 diab',
    sf: 'code,name',
  });
  assert.ok(total > 7);
  assert.equal(codes[0], 'E11');
  assert.deepEqual([codes.length, rows.length, systems.length], [7, 7, 7]);
  assert.equal(extra, null);
  assert.deepEqual(rows[0], ['E11', 'Type 2 diabetes mellitus']);
  assert.equal(systems[0], ICD);
});

test('icd10cm searches codes unless other fields are named, as there', async () => {
  const [, codes] = await search('icd10cm', { terms: 'E11' });
  assert.ok(codes.length > 0 && codes.every((code) => code.startsWith('E11')));
  assert.deepEqual(await search('icd10cm', { terms: 'diabetes' }), [0, [], null, [], []]);
});

test('df, cf and ef choose the fields; ef may rename them', async () => {
  const [, codes, extra, rows] = await search('icd9cm_dx', {
    terms: '250.00',
    df: 'long_name',
    cf: 'code_dotted',
    ef: 'code:plain,code_dotted',
  });
  assert.deepEqual(codes, ['250.00']);
  assert.deepEqual(extra, { plain: ['25000'], code_dotted: ['250.00'] });
  assert.match(rows[0][0], /^Diabetes mellitus/);
});

test('maxList, count and offset page as there', async () => {
  const query = { terms: 'diabetes', sf: 'name' };
  const [total, whole] = await search('icd10cm', { ...query, maxList: '' });
  assert.ok(total > 12 && whole.length === Math.min(total, 500));
  const [, five] = await search('icd10cm', { ...query, maxList: 5 });
  assert.deepEqual(five, whole.slice(0, 5));
  const [, page] = await search('icd10cm', { ...query, count: 4, offset: 8 });
  assert.deepEqual(page, whole.slice(8, 12));
});

test('q constrains', async () => {
  const [, codes] = await search('icd10cm', {
    terms: 'diabetes',
    sf: 'name',
    q: 'code:E11* AND NOT name:neuropathy',
    maxList: 100,
  });
  assert.ok(codes.length > 0 && codes.every((code) => code.startsWith('E11')));
  const [total] = await search('icd10cm', { terms: '', q: 'code:E11' });
  assert.equal(total, 1);
});

test('every table that the catalog can fill answers by its usual field', async () => {
  for (const [table, terms] of [
    ['icd10cm', 'I10'],
    ['icd9cm_dx', 'diabetes'],
    ['hcpcs', 'crutch'],
    ['loinc_items', 'hemoglobin a1c'],
    ['rxterms', 'metformin'],
    ['cvx', 'influenza'],
    ['wards', 'bed'],
  ]) {
    const [total, codes, , rows] = await search(table, { terms });
    assert.ok(total > 0 && codes.length > 0 && rows[0][0], table);
  }
});

test('rxterms gives strengths as a list', async () => {
  const [, [name], { STRENGTHS_AND_FORMS: strengths }] = await search('rxterms', {
    terms: 'metformin',
    ef: 'STRENGTHS_AND_FORMS',
  });
  assert.equal(name, 'metformin');
  assert.ok(Array.isArray(strengths[0]));
});

for (const [claim, table, query, expected] of [
  ['an unknown table', 'genes', { terms: 'x' }, [404, 'not-found']],
  ['the name of something else', 'constructor', { terms: 'x' }, [404, 'not-found']],
  ['no terms', 'icd10cm', {}, [400, 'required']],
  ['an unknown field', 'icd10cm', { terms: 'x', df: '__proto__' }, [400, 'invalid']],
  ['a count in words', 'icd10cm', { terms: 'x', count: 'all' }, [400, 'invalid']],
  ['a far page', 'icd10cm', { terms: 'x', offset: 7500, count: 1 }, [400, 'invalid']],
  ['a constraint that does not parse', 'icd10cm', { terms: 'x', q: '((' }, [400, 'invalid']],
  ['very long terms', 'icd10cm', { terms: 'x'.repeat(257) }, [413, 'too-long']],
]) {
  test(`${claim} is refused`, async () => {
    const { status, body } = await get(`/api/${table}/v3/search`, query);
    assert.deepEqual([status, body.error.code], expected);
    assert.ok(body.error.message);
  });
}

test('tables are asked by GET only', async () => {
  assert.equal((await post('/api/icd10cm/v3/search?terms=x', '{}')).status, 405);
});
