import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  conceptsOf,
  freeKey,
  makeSet,
  readRecord,
  sizeOf,
  toRecord,
} from '../../../web/page/own-codes/own-set.js';

const report = (systems, files = []) => ({
  read: files.map((file) => ({ file })),
  skipped: [],
  refused: [],
  tables: [],
  systems,
  findings: [],
});
const house = { id: 'house', title: 'House codes', concepts: 3, active: 3, retired: 0 };
const built = (systems, files) => ({
  catalog: new Uint8Array([1, 2]),
  details: new Map([['house-0000.json.gz', new Uint8Array([3])]]),
  info: null,
  report: report(systems, files),
});
const now = new Date('2026-11-22T10:00:00Z');

test('a set is called by its systems, else by its files, and knows its size', () => {
  const set = makeSet(built([house]), 'own1', now);
  assert.deepEqual([set.key, set.title, set.date], ['own1', 'House codes', now.toISOString()]);
  assert.deepEqual([conceptsOf(set), sizeOf(set)], [3, 3]);
  const many = Array.from({ length: 5 }, (_, at) => ({ ...house, title: `S${at}` }));
  assert.equal(makeSet(built(many), 'own1', now).title, 'S0, S1, S2 + 2');
  assert.equal(makeSet(built([], ['in/ward.codes.csv']), 'own1', now).title, 'ward.codes');
});

test('without a catalog there is no set', () =>
  assert.equal(makeSet({ ...built([house]), catalog: null }, 'own1', now), null));

test('the first free name is taken, so that a removed set’s name is used again', () => {
  assert.equal(freeKey([]), 'own1');
  assert.equal(freeKey([{ key: 'own1' }, { key: 'own3' }]), 'own2');
});

test('what was kept comes back as it was', () => {
  const set = makeSet(built([house]), 'own1', now);
  const back = readRecord('own1', structuredClone(toRecord(set)));
  assert.equal(back.problem, undefined);
  assert.deepEqual(toRecord(back), toRecord(set));
});

for (const [what, damage] of Object.entries({
  'of another release': { version: 9 },
  'without a catalog': { catalog: 'text' },
  'with a damaged report': { report: { read: {} } },
  'with details that are no bytes': { details: { a: 'b' } },
  'without a date': { date: 'yesterday' },
  'under another key': { key: 'own2' },
  'without a name': { title: 7 },
})) {
  test(`a kept set ${what} is told, not used, and can be removed`, () => {
    const record = { ...toRecord(makeSet(built([house]), 'own1', now)), ...damage };
    const { key, problem, catalog } = readRecord('own1', record);
    assert.deepEqual([key, problem, catalog.length], ['own1', 'record', 0]);
  });
}

test('anything at all can be what was kept', () => {
  for (const record of [null, undefined, 7, 'text', [], {}]) {
    const { problem, title } = readRecord('own7', record);
    assert.deepEqual([problem, title], ['record', 'own7']);
  }
});
