// A list that leaves the page comes back the same, and whatever else a file holds is refused with its place.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { exportFormats, exportList, fileName } from '../../../web/page/code-list/list-formats.js';
import { MAX_FILE_SIZE, readFileText, readList } from '../../../web/page/code-list/list-import.js';

const info = {
  format: 1,
  id: 'x',
  systems: [
    {
      id: 'icd10cm',
      title: 'ICD-10-CM',
      uri: 'http://hl7.org/fhir/sid/icd-10-cm',
      version: '2026',
    },
    { id: 'cpt4', title: 'CPT', uri: 'http://www.ama-assn.org/go/cpt', version: '' },
  ],
};
const entry = (system, code, display, note = '') => ({
  system,
  code,
  display,
  note,
  status: 'active',
  billable: true,
  isKnown: true,
});
const list = {
  title: 'Diabetes, "clinic" & ward',
  entries: [
    entry('icd10cm', 'E11.9', 'Type 2 diabetes, without "complications"', 'twice a year; =1+1'),
    entry('cpt4', '47541', '=HYPERLINK("http://evil")'),
    entry('icd10cm', 'I10', 'Essential (primary) hypertension', '-1'),
    entry('unlisted', 'mg/dL', 'milligram per decilitre'),
  ],
};

for (const format of Object.keys(exportFormats)) {
  test(`a list leaves as ${format} and comes back in its order, with its notes`, () => {
    const read = readList(exportList(list, info, format));
    if (format !== 'csv') assert.equal(read.title, list.title);
    const uris = new Map(info.systems.map(({ id, uri }) => [uri, id]));
    assert.deepEqual(
      read.items.map(({ system, code, note }) => [uris.get(system) ?? system, code, note]),
      list.entries.map(({ system, code, note }) => [system, code, note]),
    );
    assert.deepEqual(
      read.items.map(({ display }) => display),
      list.entries.map(({ display }) => display),
    );
  });
}

test('the ValueSet is one that FHIR R4 allows', () => {
  const set = JSON.parse(exportList(list, info, 'valueSet'));
  assert.equal(set.resourceType, 'ValueSet');
  assert.equal(set.status, 'draft');
  assert.deepEqual(
    set.compose.include.map(({ system, concept }) => [system, concept.length]),
    [
      ['http://hl7.org/fhir/sid/icd-10-cm', 1],
      ['http://www.ama-assn.org/go/cpt', 1],
      ['http://hl7.org/fhir/sid/icd-10-cm', 1],
      ['unlisted', 1],
    ],
  );
  assert.equal(set.compose.include[0].version, '2026');
  assert.ok(!('version' in set.compose.include[1]));
  assert.ok(!('compose' in JSON.parse(exportList({ title: '', entries: [] }, info, 'valueSet'))));
});

test('an expansion is read, headings and abstract entries left out', () => {
  const contains = [
    { system: 's', code: 'A', display: 'a' },
    { abstract: true, code: 'H', contains: [{ system: 's', code: 'B' }] },
  ];
  const { items } = readList(JSON.stringify({ resourceType: 'ValueSet', expansion: { contains } }));
  assert.deepEqual(
    items.map(({ code }) => code),
    ['A', 'B'],
  );
});

const deep = (levels) => (levels === 0 ? [{ code: 'A' }] : [{ contains: deep(levels - 1) }]);
const valueSet = (rest) => JSON.stringify({ resourceType: 'ValueSet', ...rest });

for (const [name, text, key, place] of [
  ['nothing', '', 'empty'],
  ['blanks', ' \n\t\n', 'empty'],
  ['a table without codes', 'code,note\n', 'empty'],
  ['a table that names no code column', 'system,number,note\nicd10cm,E11.9,x', 'noCodeColumn', 1],
  ['a row without code', 'system,code,note\nicd10cm,,x', 'noCode', 2],
  ['a quote that stays open', 'system,code,note\nicd10cm,"E11.9,x', 'openQuote', 2],
  ['a table too long', `code\n${'A\n'.repeat(10_001)}`, 'tooMany'],
  ['text too long', 'E11.9\n'.repeat(10_001), 'tooMany'],
  ['a note before any code', '# title\n    note', 'noteFirst', 2],
  ['JSON cut off', '{\n"format":\n', 'badJson', 3],
  ['other JSON', '{"a":1}', 'otherJson'],
  ['a bare array', '[1,2]', 'otherJson'],
  ['null', '[null]', 'otherJson'],
  ['a list entry without code', '{"format":"medical-code-list","entries":[{}]}', 'noCodeEntry'],
  ['a list whose entries are no list', '{"format":"medical-code-list","entries":7}', 'empty'],
  [
    'a code that is no text',
    '{"format":"medical-code-list","entries":[{"code":{}}]}',
    'noCodeEntry',
  ],
  [
    'a ValueSet by filter',
    valueSet({ compose: { include: [{ system: 's', filter: [] }] } }),
    'notExpanded',
  ],
  [
    'a ValueSet that excludes',
    valueSet({ compose: { include: [], exclude: [{}] } }),
    'notExpanded',
  ],
  ['a ValueSet of nonsense', valueSet({ compose: { include: [null] } }), 'notExpanded'],
  ['a ValueSet nested too deep', valueSet({ expansion: { contains: deep(30) } }), 'tooDeep'],
]) {
  test(`${name}: refused as ${key}`, () => {
    assert.throws(
      () => readList(text),
      (error) => {
        assert.equal(error.key, key);
        if (place) assert.equal(error.holes.line, place);
        return true;
      },
    );
  });
}

test('every refusal has its sentence and its advice in both languages', () => {
  for (const language of ['en', 'es']) {
    const url = new URL(`../../../web/strings/${language}.json`, import.meta.url);
    const { page } = JSON.parse(readFileSync(url, 'utf8'));
    for (const key of [
      'empty tooMany tooLarge noText openQuote noCodeColumn noCode noCodeEntry badJson otherJson',
      'notExpanded tooDeep noteFirst',
    ]
      .join(' ')
      .split(' ')) {
      assert.ok(page[`import.${key}`], key);
      assert.ok(page[`import.${key}.advice`], key);
    }
  }
});

test('plain text may be bare codes, and a byte order mark is no character of it', () => {
  const { items } = readList('\uFEFFE11.9\r\nicd10cm/I10\r\n');
  assert.deepEqual(
    items.map(({ system, code, line }) => [system, code, line]),
    [
      ['', 'E11.9', 1],
      ['icd10cm', 'I10', 2],
    ],
  );
});

const file = (bytes, size = bytes.length) => ({
  size,
  arrayBuffer: async () => new Uint8Array(bytes).buffer,
});

test('what is no text is refused before anything else, what is too large before it is read', async () => {
  const unread = { size: MAX_FILE_SIZE + 1, arrayBuffer: () => assert.fail('read') };
  await assert.rejects(readFileText(unread), { key: 'tooLarge' });
  await assert.rejects(readFileText(file([0x50, 0x4b, 3, 4, 0, 0])), { key: 'noText' });
  await assert.rejects(readFileText(file([0xff, 0xd8, 0xff])), { key: 'noText' });
  assert.equal(await readFileText(file([0xff, 0xfe, 0x41, 0])), 'A');
  assert.equal(await readFileText(file([0xef, 0xbb, 0xbf, 0x41])), 'A');
});

test('hostile titles make harmless file names', () => {
  assert.equal(fileName('../../etc/passwd', 'list', 'csv'), 'etc-passwd.csv');
  assert.equal(fileName('', '///', 'json'), 'codes.json');
  assert.equal(
    fileName('Clínica de diabetes', 'list', 'valueSet'),
    'Clínica-de-diabetes.valueset.json',
  );
});
