// Is a table that nobody described taken for what it is, and is told what was taken as what?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { openEngine } from '../../web/engine/engine.js';
import { wasmBinary } from './support/built.js';
import { buildNatively, buildOf, readLexicon } from './support/builder.js';

/**
 * Builds one table and returns the guess, its report and the hits of a query.
 *
 * @param {string} name
 * @param {string | Uint8Array} content
 * @param {{ query?: string, choices?: object }} [options]
 */
async function taken(name, content, { query = 'bed', choices } = {}) {
  const { report, catalog } = await buildOf({ [name]: content }, { choices });
  if (!catalog) return { report, table: undefined, hits: [] };
  const engine = await openEngine({ wasmBinary, catalog });
  const { hits } = engine.search(query, { limit: 5 });
  engine.close();
  return { report, table: report.tables[0], hits };
}

/** @param {{ columns: { column: string, as: string }[] }} table */
const asText = ({ columns }) => columns.map(({ column, as }) => `${column}=${as}`).join(' ');

for (const [header, meaning] of [
  ['code,name', 'code=code name=display'],
  ['Code;Description', 'Code=code Description=display'],
  ['CDM_CODE\tCHARGE DESCRIPTION', 'CDM_CODE=code CHARGE DESCRIPTION=display'],
  ['Código,Descripción', 'Código=code Descripción=display'],
  ['Item No.|Item Name', 'Item No.=code Item Name=display'],
  ['code,display', 'code=code display=display'],
]) {
  test(`the columns ${header} are understood`, async () => {
    const separator = /[,;\t|]/.exec(header)?.[0];
    const rows = [`A1${separator}Bed, single`, `A2${separator}Chair`].map((row) =>
      separator === ',' ? row.replace('Bed, single', '"Bed, single"') : row,
    );
    const { table, hits } = await taken('Charges 2026.csv', [header, ...rows, ''].join('\n'));
    assert.equal(asText(table), meaning);
    assert.deepEqual([table.system, table.title], ['charges-2026', 'Charges 2026']);
    assert.deepEqual([hits[0].code, hits[0].display], ['A1', 'Bed, single']);
  });
}

test('other names are searched, states and parents are kept, the rest are facts', async () => {
  const text =
    'Code,Title,Description,Synonyms,Status,Parent Code,Price\n' +
    'A,Furniture,All of it,,active,,\nA1,Bed,A place to sleep,cot | berth,inactive,A,12.50\n';
  const { table, hits, report } = await taken('f.csv', text, { query: 'berth' });
  assert.equal(
    asText(table),
    'Code=code Title=display Description=synonym Synonyms=synonym Status=status Parent Code=parent Price=property:Price',
  );
  assert.deepEqual([hits[0].code, hits[0].status], ['A1', 'inactive']);
  assert.equal(report.read[0].rowsRefused, 0);
});

test('a column whose cells do not fit its name is a fact, not a refusal of every row', async () => {
  const text = 'code,name,status,system\nA1,Bed,In use,Main house\nA2,Chair,Broken,Annex\n';
  const { table, report } = await taken('f.csv', text);
  assert.equal(asText(table), 'code=code name=display status=property:status system=property:system');
  assert.equal(report.read[0].rowsRead, 2);
});

test('a column of known systems gives each code its own', async () => {
  const text = 'system,code,name\nicd10cm,E119,Diabetes\ncpt,47541,Access to the bile duct\n';
  const { report } = await taken('mixed.csv', text);
  assert.deepEqual(report.systems.map(({ id }) => id), ['cpt4', 'icd10cm']);
});

test('what a person chose stands before what was guessed', async () => {
  const text = 'Key,Text,Lang text\nA1,Bed,Cama\nA2,Chair,Silla\n';
  const choices = {
    tables: { 'f.csv': { system: 'own', title: 'Our own', columns: { 'Lang text': 'display', Text: 'synonym' } } },
  };
  const { table, hits, report } = await taken('f.csv', text, { choices });
  assert.equal(asText(table), 'Key=code Text=synonym Lang text=display');
  assert.deepEqual([hits[0].system, hits[0].display], ['own', 'Cama']);
  assert.equal(report.systems[0].title, 'Our own');
});

test('a name given for all of it is the title and makes the id', async () => {
  const { table } = await taken('x.csv', 'code,name\nA,Bed\n', { choices: { systemName: 'Ärzte & Co.' } });
  assert.deepEqual([table.system, table.title], ['arzte-co', 'Ärzte & Co.']);
});

test('an empty name is none', async () => {
  const { table } = await taken('Ward.csv', 'code,name\nA,Bed\n', { choices: { systemName: '' } });
  assert.deepEqual([table.system, table.title], ['ward', 'Ward']);
});

test('a file named as a known system speaks of that system', async () => {
  assert.equal((await taken('cpt.csv', 'code,name\n47541,Access\n')).table.system, 'cpt4');
  assert.equal((await taken('icd10.csv', 'code,name\nA00,Cholera\n')).table.system, 'my-icd10');
  assert.equal((await taken('日本.csv', 'code,name\nA,Bed\n')).table.system, 'my-codes');
});

test('tables of spreadsheets in other encodings are read, and it is told', async () => {
  const text = 'code,name\nA1,Bed für zwei\n';
  const narrow = Buffer.from(text, 'latin1');
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  for (const [encoding, bytes] of [['windows-1252', narrow], ['utf-16le', wide], ['', Buffer.from(`\ufeff${text}`)]]) {
    const { table, hits } = await taken('f.csv', bytes);
    assert.equal(table.encoding, encoding);
    assert.equal(hits[0].display, 'Bed für zwei');
  }
});

test('the columns file makes the program read the same', async () => {
  const contents = { 'Charges.csv': 'ITEM CODE;ITEM NAME;WARD\nA1;Bed;3\nA2;"Chair; soft";4\n' };
  const built = await buildOf(contents, { lexicon: await readLexicon() });
  const [{ columnsFile }] = built.report.tables;
  const native = await buildNatively({ ...contents, 'Charges.columns.tsv': columnsFile });
  assert.ok(gunzipSync(built.catalog).equals(native.catalog));
});

test('a table whose columns say nothing is refused with their names', async () => {
  const { report } = await taken('odd.csv', 'foo,bar\n1,2\n3,4\n');
  const [{ file, code, message, advice }] = report.refused;
  assert.deepEqual([file, code], ['odd.csv', 'bad-format']);
  assert.match(message, /“foo”, “bar”/);
  assert.match(advice, /“code” and “name”/);
});
