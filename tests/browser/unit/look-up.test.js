import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookUp } from '../../../web/page/code-list/look-up.js';

const info = {
  systems: [
    { id: 'icd9cm', title: 'ICD-9-CM', uri: 'http://hl7.org/fhir/sid/icd-9-cm' },
    { id: 'icd9proc', title: 'ICD-9-CM procedures', uri: 'http://hl7.org/fhir/sid/icd-9-cm' },
    { id: 'icd10cm', title: 'ICD-10-CM', uri: 'http://hl7.org/fhir/sid/icd-10-cm' },
  ],
};
const known = new Map([
  ['icd10cm/E11.9', 'Type 2 diabetes'],
  ['icd9proc/51.23', 'Laparoscopic cholecystectomy'],
]);
const client = {
  show: async (system, code) => {
    const display = known.get(`${system}/${code}`);
    return display
      ? { found: true, system, code, display, status: 'active', billable: true }
      : { found: false, suggestions: [] };
  },
  check: async ([text]) => [
    text === 'E11.9'
      ? {
          verdict: 'valid',
          concept: {
            system: 'icd10cm',
            code: 'E11.9',
            display: 'd',
            status: 'active',
            billable: true,
          },
        }
      : { verdict: 'ambiguous', concept: null },
  ],
};
const item = (system, code, note = '') => ({ system, code, display: 'as written', note, line: 1 });

test('a system is named by id, title or address, and one address may stand for two', async () => {
  const items = [
    item('ICD10CM', 'E11.9'),
    item('icd-10-cm', 'E11.9'),
    item('http://hl7.org/fhir/sid/icd-10-cm', 'E11.9', 'n'),
    item('http://hl7.org/fhir/sid/icd-9-cm', '51.23'),
  ];
  const { entries, unread } = await lookUp(client, info, items);
  assert.deepEqual(
    entries.map(({ system, isKnown, note }) => [system, isKnown, note]),
    [
      ['icd10cm', true, ''],
      ['icd10cm', true, ''],
      ['icd10cm', true, 'n'],
      ['icd9proc', true, ''],
    ],
  );
  assert.equal(entries[0].display, 'Type 2 diabetes');
  assert.deepEqual(unread, []);
});

test('a code that the catalog lacks stays, with its name as written, and is marked', async () => {
  const { entries } = await lookUp(client, info, [
    item('icd10cm', 'X'),
    item('http://snomed.info/sct', '1'),
  ]);
  assert.deepEqual(
    entries.map(({ system, code, display, isKnown }) => [system, code, display, isKnown]),
    [
      ['icd10cm', 'X', 'as written', false],
      ['http://snomed.info/sct', '1', 'as written', false],
    ],
  );
});

test('a bare code is taken when it is certain, and else returned as unread', async () => {
  const { entries, unread } = await lookUp(client, info, [item('', 'E11.9', 'n'), item('', '161')]);
  assert.deepEqual([entries[0].system, entries[0].note], ['icd10cm', 'n']);
  assert.equal(unread[0].code, '161');
});

test('thousands of codes are looked up in their order, some at a time', async () => {
  let [running, most] = [0, 0];
  const slow = {
    ...client,
    show: async (system, code) => {
      most = Math.max(most, ++running);
      await null;
      running -= 1;
      return { found: true, system, code, display: '', status: 'active', billable: null };
    },
  };
  const items = Array.from({ length: 2000 }, (_, at) => item('icd10cm', `C${at}`));
  const { entries } = await lookUp(slow, info, items);
  assert.deepEqual(
    entries.map(({ code }) => code),
    items.map(({ code }) => code),
  );
  assert.ok(most <= 40);
});
