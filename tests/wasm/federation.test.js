// Do several catalogs answer as the one catalog of the same sources does?

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { openEngine } from '../../web/engine/engine.js';
import { runProgram, wasmBinary } from './support/built.js';

const starter = fileURLToPath(new URL('../../data/starter', import.meta.url));
const systems = ['cpt4', 'hcpcs', 'icd10cm', 'icd9cm', 'loinc', 'rxnorm', 'cvx', 'msdrg'];

let folder = '';
/** @type {import('../../web/engine/contract.d.ts').Engine} */
let whole;
/** @type {import('../../web/engine/contract.d.ts').Engine} */
let split;

/** @param {string} only */
async function built(only) {
  const file = join(folder, `${only.slice(0, 12)}.medcat.gz`);
  const words = ['build', '--sources', starter, '--systems', only, '--out', file, '--quiet'];
  await runProgram([...words, '--details', join(folder, 'details')]);
  return readFile(file);
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'medcode-federation-'));
  whole = await openEngine({ wasmBinary, catalog: await built(systems.join(',')) });
  const parts = [];
  for (const system of systems) parts.push(await built(system));
  split = await openEngine({ wasmBinary, catalog: parts });
});
after(async () => {
  whole?.close();
  split?.close();
  await rm(folder, { recursive: true });
});

const namesOf = ({ hits }) => hits.map(({ system, code }) => `${system}/${code}`).sort();

test('the same systems, in the same order', () => {
  assert.deepEqual(
    split.info().systems.map(({ id, concepts }) => [id, concepts]),
    whole.info().systems.map(({ id, concepts }) => [id, concepts]),
  );
});

for (const query of ['diabetes', 'fracture', 'is:active', 'walker', 'code:E11*', 'insulin -pump']) {
  test(`${query}: the same answers and the same counts`, () => {
    const options = { limit: 10_000, isTyping: false };
    const [one, many] = [whole.search(query, options), split.search(query, options)];
    assert.equal(many.total, one.total);
    assert.deepEqual(namesOf(many), namesOf(one));
    assert.deepEqual(many.facets.system, one.facets.system);
    assert.deepEqual(many.facets.status, one.facets.status);
    assert.deepEqual(many.facets.billing, one.facets.billing);
    assert.equal(many.relaxed, one.relaxed);
  });
}

test('pages of the merged list follow each other without a gap or a repetition', () => {
  const all = split.search('fracture', { limit: 60 }).hits;
  const pages = [0, 20, 40].flatMap((offset) => split.search('fracture', { offset, limit: 20 }).hits);
  assert.deepEqual(pages, all);
});

test('an exact code stands first, whichever catalog has it', () => {
  for (const [query, system] of [
    ['E11.9', 'icd10cm'],
    ['47541', 'cpt4'],
    ['4548-4', 'loinc'],
  ]) {
    assert.equal(split.search(query, { limit: 3 }).hits[0].system, system);
  }
});

test('a word that one catalog knows is not corrected in the others', () => {
  const { hits, expansions } = split.search('shingrix', { isTyping: false });
  assert.ok(hits.length > 0);
  assert.deepEqual(
    expansions.filter(({ kind }) => kind === 'fuzzy'),
    [],
  );
});

test('the systems asked for narrow hits and total, not the counts by system', () => {
  const options = { systems: ['hcpcs'], limit: 5 };
  const [one, many] = [whole.search('walker', options), split.search('walker', options)];
  assert.ok(many.hits.every(({ system }) => system === 'hcpcs'));
  assert.equal(many.total, one.total);
  assert.deepEqual(many.facets.system, one.facets.system);
});

test('a mistake in the question is told once; hits carry sums only where they were asked for', () => {
  assert.equal(split.search('(diabetes').query.error?.code, whole.search('(diabetes').query.error?.code);
  assert.equal('sum' in split.search('diabetes').hits[0], false);
  assert.ok(split.search('diabetes', { isExplained: true }).hits[0].sum);
});

test('what has the words of a concept in other catalogs stands below what is like it in its own', () => {
  const { groups } = split.similar('icd10cm', 'E11.9');
  assert.equal(groups[0].system, 'icd10cm');
  const shares = groups.slice(1).flatMap(({ hits }) => hits.map(({ why }) => why));
  assert.ok(shares.length > 0);
  for (const why of shares) assert.match(why, /^shares: \w/);
  const only = split.similar('icd10cm', 'E11.9', { in: 'icd9cm' }).groups;
  assert.deepEqual(
    only.map(({ system }) => system),
    ['icd9cm'],
  );
});

test('concepts and trees are found wherever they lie', () => {
  const shown = split.show('loinc', '4548-4');
  assert.equal(shown.found, true);
  assert.equal(split.browse('icd9cm', '').found, true);
  assert.equal(split.show('loinc', 'nothing').found, false);
});

test('a damaged catalog among several is refused, and the others let go', async () => {
  const catalog = [await built('cvx'), new Uint8Array([1, 2, 3])];
  await assert.rejects(openEngine({ wasmBinary, catalog }), /not a medical code catalog/);
});
