import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCsv, writeCsv, writeRow } from '../../../web/page/code-list/csv.js';

const cellsOf = (text, limit = 100) => readCsv(text, limit).rows.map(({ cells }) => cells);

test('no cell that was written starts a formula, whatever stood in it', () => {
  const hostile = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    "=cmd|'/c calc'!A1",
    '\t=1',
    '\r=1',
    '  =1',
    "'=1",
    '＝1',
    '＋1',
    '"=1"',
  ];
  const written = writeCsv(hostile.map((cell) => [cell]));
  for (const line of written.slice(1).split('\r\n').filter(Boolean)) {
    assert.doesNotMatch(line.replace(/^"/, ''), /^\s*[=+\-@＝＋]/, line);
  }
  assert.doesNotMatch(writeRow(['=1', 'b']), /^=/);
});

test('what was written is read again, cell for cell', () => {
  const rows = [
    ['code', 'display', 'note'],
    ['E11.9', 'Type 2 diabetes, "stable"', 'two\nlines'],
    ['=1+1', "'=quoted", "it's"],
    ["''=twice", '\ttab', ' blank '],
    ['ünïcödé', '字', ''],
    ['-', '+', '@'],
  ];
  assert.deepEqual(cellsOf(writeCsv(rows)), rows);
});

test('random cells survive writing and reading', () => {
  const signs = ['a', '"', ',', ';', '\n', '\r\n', '\t', '=', "'", ' ', '-', '9', 'é'];
  let seed = 20261122;
  const next = (limit) => (seed = (seed * 1103515245 + 12345) % 2147483648) % limit;
  for (let round = 0; round < 500; round += 1) {
    const cell = () => Array.from({ length: next(6) }, () => signs[next(signs.length)]).join('');
    const rows = Array.from({ length: 1 + next(4) }, () => [`x${cell()}`, cell(), cell()]);
    const all = [['one', 'two', 'three'], ...rows];
    assert.deepEqual(cellsOf(writeCsv(all)), all, `seed 20261122, round ${round}`);
  }
});

test('semicolons and tabs part cells too, and empty lines are left out', () => {
  assert.deepEqual(cellsOf('code;note\nE11.9;a,b\n\n'), [
    ['code', 'note'],
    ['E11.9', 'a,b'],
  ]);
  assert.deepEqual(cellsOf('code\tnote\nI10\t"x"'), [
    ['code', 'note'],
    ['I10', 'x'],
  ]);
});

test('a quote that never closes is named by its line, rows keep theirs', () => {
  assert.equal(readCsv('a,b\n"c,d\ne,f', 100).openQuote, 2);
  const { rows } = readCsv('a\n"b\nb"\nc', 100);
  assert.deepEqual(
    rows.map(({ line }) => line),
    [1, 2, 4],
  );
});

test('reading stops at the limit, and five million characters of quotes are read to their end', () => {
  assert.equal(readCsv('a\n'.repeat(1000), 10).isTooLong, true);
  assert.equal(readCsv('"'.repeat(4_999_999), 10).openQuote, 1);
  assert.equal(readCsv(`"${'a'.repeat(5_000_000)}`, 10).openQuote, 1);
  assert.equal(cellsOf('""'.repeat(2_500_000))[0][0].length, 2_499_999);
  assert.equal(cellsOf(`"${'""a'.repeat(1_000_000)}"`)[0][0].length, 2_000_000);
});

test('a row for a spreadsheet stays one row', () => {
  assert.equal(
    writeRow(['ICD-10-CM', 'E11.9', 'two\nlines\tand a tab']),
    'ICD-10-CM\tE11.9\ttwo lines and a tab',
  );
});
