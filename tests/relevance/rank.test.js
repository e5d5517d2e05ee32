// Is a rank what the rule says, and does a floor catch what is worse?

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { belowFloors, floorsFrom } from './floors.js';
import { parseJudgements, readJudgements } from './judgements.js';
import { isRight, rankOf, summarise } from './rank.js';
import { groupsOf } from './table.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'judgements');

test('a code below or above an accepted one is right', () => {
  assert.ok(isRight('icd10cm', 'S82.891A', ['S82']));
  assert.ok(isRight('icd10cm', 'E11', ['E11.9']));
  assert.ok(isRight('icd10pcs', '0DT', ['0DTJ4ZZ']));
});

test('two characters are no branch, and another branch is wrong', () => {
  assert.ok(!isRight('icd10pcs', '0D', ['0DTJ4ZZ']));
  assert.ok(!isRight('icd10cm', 'E10.9', ['E11']));
});

test('LOINC, CVX and MS-DRG must be the same code', () => {
  assert.ok(isRight('loinc', '718-7', ['718-7']));
  assert.ok(!isRight('msdrg', '4700', ['470']));
  assert.ok(!isRight('cvx', '10', ['106']));
});

test('the rank is that of the first right hit, 0 without one', () => {
  assert.equal(rankOf('icd10cm', ['I10', 'E11.9', 'E11'], ['E11']), 2);
  assert.equal(rankOf('icd10cm', ['I10'], ['E11']), 0);
});

test('measures count what lies within one, five and ten', () => {
  const measures = summarise([1, 4, 8, 0]);
  assert.deepEqual(measures, {
    queries: 4,
    success1: 0.25,
    success5: 0.5,
    success10: 0.75,
    mrr: (1 + 1 / 4 + 1 / 8) / 4,
  });
});

test('both kinds of file are read', () => {
  const ours = parseJudgements(
    'query\tsystem\tcodes\tkind\tpart\ntetanus\ticd10cm\tA35|A33\tlay\theld\n',
    'icd10cm.tsv',
  );
  assert.deepEqual(ours, [
    { query: 'tetanus', system: 'icd10cm', codes: ['A35', 'A33'], kind: 'lay', part: 'held' },
  ]);
  const [other] = parseJudgements('query\ticd10cm\nlockjaw\tA35\n', 'lay_wording.tsv');
  assert.equal(other.kind, 'lay_wording');
  assert.equal(other.part, 'outside');
});

test('a line that cannot be read is refused with its place', () => {
  assert.throws(() => parseJudgements('query\ticd10cm\nlockjaw\n', 'a.tsv'), /a\.tsv:2/);
  assert.throws(() => parseJudgements('text\n', 'a.tsv'), /a\.tsv:1/);
});

test('at least 400 judgements are ours, a third of them kept aside, none twice', () => {
  const judgements = readJudgements(folder);
  const held = judgements.filter(({ part }) => part === 'held').length;
  assert.ok(judgements.length >= 400);
  assert.ok(Math.abs(held / judgements.length - 1 / 3) < 0.02);
  const keys = judgements.map(({ system, query }) => `${system} ${query}`);
  assert.deepEqual(
    keys.filter((key, at) => keys.indexOf(key) !== at),
    [],
  );
  assert.equal(readdirSync(folder).length, new Set(judgements.map(({ system }) => system)).size);
});

test('a floor catches what is worse than recorded, in the development part only', () => {
  const judgements = parseJudgements(
    [
      'query\tsystem\tcodes\tkind\tpart',
      'a\tcvx\t10\tvaccine\tdev',
      'b\tcvx\t20\tvaccine\tdev',
      'c\tcvx\t20\tvaccine\theld',
    ].join('\n'),
    'cvx.tsv',
  );
  /** @param {number[]} ranks */
  const measured = (ranks) =>
    groupsOf(judgements).map(({ name, part, members }) => ({
      name,
      part,
      queries: members.length,
      by: { ours: summarise(members.map((at) => ranks[at])) },
      keystrokes: null,
    }));
  const floors = floorsFrom(measured([1, 1, 1]));
  assert.deepEqual(belowFloors(measured([1, 6, 0]), floors), []);
  assert.equal(belowFloors(measured([7, 8, 1]), floors).length, 4);
  assert.match(belowFloors([], floors)[0], /record the floors anew/);
});
