// Does the builder in the page make of a person's files what the program makes of them, to the byte, and what is told of it?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { openEngine } from '../../web/engine/engine.js';
import { makeZip } from '../support/make-zip.js';
import { wasmBinary } from './support/built.js';
import { buildNatively, buildOf, fixture, readLexicon } from './support/builder.js';

const ATHENA = [
  'CONCEPT.csv',
  'CONCEPT_ANCESTOR.csv',
  'CONCEPT_CPT4.csv',
  'CONCEPT_RELATIONSHIP.csv',
  'CONCEPT_SYNONYM.csv',
  'VOCABULARY.csv',
];

/** @param {string} folder */
async function zipOf(folder) {
  const members = ATHENA.map(async (name) => ({ name, content: await fixture(`${folder}/${name}`) }));
  return makeZip(await Promise.all(members));
}

/** Files that both can be given, by what they are. */
const SAME = {
  'a table with a head': { 'charges.tsv': await fixture('table.tsv') },
  'a table as a spreadsheet saves it': { 'charges.csv': await fixture('table.csv') },
  'a table with its columns file': {
    'charges.csv': await fixture('charges.csv'),
    'charges.columns.tsv': await fixture('charges.columns.tsv'),
  },
  'a FHIR Bundle': { 'bundle.json': await fixture('fhir/bundle.json') },
  'an Athena zip': { 'athena.zip': await zipOf('athena') },
  'a zip in a zip': {
    'outer.zip': makeZip([{ name: 'a/inner.zip', content: await zipOf('athena'), isStored: true }]),
  },
  'several of them at once': {
    'athena.zip': await zipOf('athena'),
    'charges.csv': await fixture('table.csv'),
    'bundle.json': await fixture('fhir/bundle.json'),
    'articles.json': await fixture('articles.json'),
    'usage.csv': await fixture('usage.csv'),
  },
};

for (const [what, contents] of Object.entries(SAME)) {
  test(`${what} gives the program's bytes`, async () => {
    const native = await buildNatively(contents);
    const built = await buildOf(contents, { lexicon: await readLexicon() });
    assert.ok(built.catalog);
    assert.ok(gunzipSync(built.catalog).equals(native.catalog), 'the catalog differs');
    assert.deepEqual([...built.details.keys()].sort(), [...native.details.keys()]);
    for (const [name, bytes] of native.details) {
      assert.ok(gunzipSync(built.details.get(name) ?? '').equals(bytes), `${name} differs`);
    }
    const counts = ({ read, skipped, refused }) => [read, skipped, refused];
    assert.deepEqual(
      built.report.read.map(({ rowsRead, rowsSkipped, rowsRefused }) => [rowsRead, rowsSkipped, rowsRefused]).sort(),
      native.report.sources.map(counts).sort(),
    );
  });
}

test('what was built is opened and searched as any catalog', async () => {
  const built = await buildOf({ 'charges.csv': await fixture('table.csv') }, { lexicon: await readLexicon() });
  const engine = await openEngine({ wasmBinary, catalog: built.catalog });
  try {
    assert.deepEqual(engine.info(), built.info);
    const [hit] = engine.search('bed single', { limit: 1 }).hits;
    assert.deepEqual([hit.system, hit.code], ['own-charges', 'A-17']);
    await engine.loadCompanion(built.details.get('mappings-and-notes.bin.gz'));
  } finally {
    engine.close();
  }
});

test('a wrong row is told with its line and reason, and the others are read', async () => {
  const table = '#system\tward\ncode\tdisplay\nA 1\tBlank in the code\nA2\tBed\nA2\tBed again\nA3\n';
  const { report, catalog } = await buildOf({ 'ward.tsv': table });
  assert.ok(catalog);
  const [read] = report.read;
  assert.deepEqual([read.file, read.rowsRead, read.rowsRefused, read.concepts], ['ward.tsv', 1, 3, 1]);
  assert.deepEqual(read.refusals.map(({ row }) => row), [3, 5, 6]);
  assert.match(read.refusals[0].reason, /has a blank in it: "A 1"/);
  assert.match(read.refusals[1].reason, /already in line 4/);
});

test('of many wrong rows the first are told and all are counted', async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => `A ${i}\tBlank`).join('\n');
  const { report } = await buildOf({ 'w.tsv': `#system\tward\ncode\tdisplay\nB\tBed\n${rows}\n` });
  assert.equal(report.read[0].rowsRefused, 5000);
  assert.equal(report.read[0].refusals.length, 200);
});

test('a file that cannot be used does not keep the others from being read', async () => {
  const { report, catalog } = await buildOf({
    'good.csv': await fixture('table.csv'),
    'cut.json': '{"resourceType": "CodeSystem", "concept": [',
    'guide.pdf': '%PDF-1.7',
    'empty.csv': '',
    'icd10cm.xml': '<?xml version="1.0"?><ICD10CM.tabular/>',
  });
  assert.ok(catalog);
  assert.deepEqual(report.read.map(({ file }) => file), ['good.csv']);
  assert.deepEqual(report.skipped.map(({ file }) => file).sort(), ['guide.pdf', 'icd10cm.xml']);
  assert.match(report.skipped.find(({ file }) => file === 'icd10cm.xml').reason, /program medcode/);
  const codes = report.refused.map(({ file, code }) => `${file} ${code}`).sort();
  assert.deepEqual(codes, ['cut.json truncated', 'empty.csv empty']);
  for (const { message, advice } of report.refused) assert.ok(message && advice);
});

test('files without a code give no catalog but the reasons', async () => {
  const built = await buildOf({ 'notes.txt': 'Nothing here is a table.' });
  assert.equal(built.catalog, null);
  assert.equal(built.info, null);
  assert.equal(built.details.size, 0);
  assert.deepEqual(built.report.skipped, [{ file: 'notes.txt', reason: 'no reader knows this format' }]);
});

test('progress goes through all phases and never back', async () => {
  const seen = [];
  await buildOf({ 'athena.zip': await zipOf('athena') }, { onProgress: (progress) => seen.push(progress) });
  const phases = [...new Set(seen.map(({ phase }) => phase))];
  assert.deepEqual(phases, ['unpack', 'read', 'merge', 'compile', 'pack']);
  for (const phase of phases) {
    const done = seen.filter((progress) => progress.phase === phase).map((progress) => progress.done);
    assert.deepEqual(done, [...done].sort((a, b) => a - b));
  }
  assert.ok(seen.every(({ done, total }) => done <= total));
  assert.equal(seen.at(-1).done, seen.at(-1).total);
});
