import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseIndex, readCatalogList, resolveCatalogs } from '../../../web/engine/catalog-list.js';

const base = 'https://ward.example/codes/index.html';
const bytesOf = (value) => new TextEncoder().encode(JSON.stringify(value));
const never = () => Promise.reject(new Error('nothing is to be fetched'));

test('addresses have blanks or commas and blanks between them; a comma alone belongs to its address', () => {
  const at = 'https://ward.example/codes/';
  assert.equal(resolveCatalogs('a.gz', base), `${at}a.gz`);
  assert.equal(
    resolveCatalogs(' a.gz\n  b.gz, ../c.gz ', base),
    `${at}a.gz ${at}b.gz https://ward.example/c.gz`,
  );
  assert.equal(resolveCatalogs('a,b.gz', base), `${at}a,b.gz`);
});

test('a list is read without fetching anything, each catalog once, called by its folder', async () => {
  const address = resolveCatalogs(
    'icd10cm/medical-codes.medcat.gz house.medcat.gz house.medcat.gz',
    base,
  );
  const list = await readCatalogList(address, never);
  assert.deepEqual(
    list.map(({ title }) => title),
    ['icd10cm', 'house'],
  );
});

test('an index names its catalogs relative to itself, in its order', async () => {
  const url = 'https://ward.example/codes/by-system/index.json';
  const index = bytesOf({
    format: 1,
    catalogs: [
      { file: 'icd10cm/x.medcat.gz', title: 'ICD-10-CM', bytes: 7 },
      { file: 'cvx/x.medcat.gz' },
    ],
  });
  assert.deepEqual(await readCatalogList(url, async () => index), [
    {
      url: 'https://ward.example/codes/by-system/icd10cm/x.medcat.gz',
      title: 'ICD-10-CM',
      bytes: 7,
    },
    { url: 'https://ward.example/codes/by-system/cvx/x.medcat.gz', title: 'x', bytes: 0 },
  ]);
});

for (const [what, bytes, reason] of [
  ['no JSON', new TextEncoder().encode('<html>'), /it is not JSON/],
  ['null', bytesOf(null), /it has not the form/],
  ['another format', bytesOf({ format: 2, catalogs: [] }), /it has not the form/],
  ['an empty one', bytesOf({ format: 1, catalogs: [] }), /it names none/],
  ['an entry without a file', bytesOf({ format: 1, catalogs: [{}] }), /names no file/],
  [
    'another site',
    bytesOf({ format: 1, catalogs: [{ file: 'https://evil.example/x.gz' }] }),
    /a file of another site/,
  ],
]) {
  test(`an index that is ${what} is refused with a reason`, () =>
    assert.throws(() => parseIndex('https://ward.example/index.json', bytes), reason));
}

test('more catalogs than any site has are refused', async () => {
  const many = Array.from({ length: 65 }, (_, at) => `https://ward.example/${at}.gz`).join(' ');
  await assert.rejects(readCatalogList(many, never), { code: 'too-many' });
});
