import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportText } from '../../../web/page/own-codes/report-text.js';

const messages = {
  text: (key, holes) => (holes ? `${key} ${holes.count}` : key.replace('own.report.', '')),
  number: String,
};

test('every remark stands on a line of file, row, what and why; those not listed are counted', () => {
  const text = reportText(
    {
      refused: [
        {
          file: 'bad.zip',
          row: 0,
          code: 'damaged',
          message: 'It is\ncut off.',
          advice: 'Get it again.',
        },
      ],
      skipped: [{ file: 'readme.txt', reason: 'no table' }],
      read: [
        {
          file: 'a.csv',
          rowsRefused: 3,
          refusals: [{ row: 4, reason: 'no code' }],
          rowsWarned: 1,
          warnings: [{ row: 9, reason: 'odd' }],
          skips: [{ reason: 'empty', count: 2, row: 7, example: ';;' }],
        },
      ],
      findings: [{ file: 'a.csv', meaning: 'left out', count: 1, examples: ['L-1'] }],
      tables: [],
      systems: [],
    },
    messages,
  );
  assert.deepEqual(text.trimEnd().split('\r\n'), [
    'file\trow\twhat\treason',
    'bad.zip\t\tfileRefused\tIt is cut off. Get it again.',
    'readme.txt\t\tfileSkipped\tno table',
    'a.csv\t4\trowRefused\tno code',
    'a.csv\t\trowRefused\town.more 2',
    'a.csv\t7\trowsSkipped\t2: empty (;;)',
    'a.csv\t9\trowOdd\todd',
    'a.csv\t\tfinding\t1: left out (L-1)',
  ]);
});
