import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareRows } from '../../../web/page/compare-rows.js';

const wording = {
  systemTitle: (system) => system.toUpperCase(),
  known: (key, otherwise) => key || otherwise,
  propertyTitle: (name) => name,
  href: ({ system, code }) => `#/${system}/${code}`,
};

function model(display, { ancestors = [], ...more } = {}) {
  const shown = { found: true, system: 's', code: 'x', display, status: 'active', billable: true };
  return {
    system: 's',
    code: 'x',
    shown: { ...shown, ancestors, children: [], chapters: [], designations: [] },
    details: {},
    inherited: [],
    relations: [],
    ...more,
  };
}

const rowOf = (rows, key) => rows.find((row) => row.key === key);
const own = (row) =>
  row.cells.map((cell) =>
    cell
      .flat()
      .filter(({ isOwn }) => isOwn)
      .map(({ text }) => text.trim()),
  );

test('in names the words are marked that not all names have, whatever their case and signs', () => {
  const rows = compareRows(
    [model('Type 2 Diabetes, mild'), model('type 1 diabetes mild')],
    wording,
  );
  assert.deepEqual(own(rowOf(rows, 'compare.name')), [['2'], ['1']]);
});

test('equal facts differ in nothing', () => {
  const rows = compareRows([model('same name'), model('Same name')], wording);
  assert.deepEqual(
    rows.filter(({ isDifferent }) => isDifferent),
    [],
  );
});

test('a fact that only some have is marked there, and the others have an empty cell', () => {
  const properties = [{ name: 'coverage', value: 'D' }];
  const rows = compareRows([model('a', { details: { properties } }), model('a')], wording);
  const row = rowOf(rows, 'coverage');
  assert.deepEqual(own(row), [['D'], []]);
  assert.ok(row.isDifferent);
});

test('notes are compared line by line, inherited ones too', () => {
  const notes = (text) => ({ details: { notes: [{ kind: 'includes', text }] } });
  const inherited = [{ notes: [{ kind: 'includes', text: 'b' }] }];
  const rows = compareRows([model('n', notes('a\nb')), model('n', { inherited })], wording);
  assert.deepEqual(own(rowOf(rows, 'note.includes')), [['a'], []]);
});

test('codes above and related codes lead to their pages', () => {
  const relations = [{ kind: 'maps-to', system: 't', code: '1', display: 'one', isKnown: true }];
  const rows = compareRows(
    [model('n', { relations, ancestors: [{ code: 'E', display: 'above' }] })],
    wording,
  );
  assert.equal(rowOf(rows, 'compare.place').cells[0][0][0].href, '#/s/E');
  assert.equal(rowOf(rows, 'relation.maps-to').cells[0][0][0].href, '#/t/1');
});

test('a concept that was not found has empty cells', () => {
  const lost = { ...model(''), shown: { found: false, suggestions: [] } };
  const rows = compareRows([model('name'), lost], wording);
  assert.deepEqual(own(rowOf(rows, 'status')), [['active', 'billable'], []]);
});
