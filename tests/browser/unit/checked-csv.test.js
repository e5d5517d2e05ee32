import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readCsv } from '../../../web/page/code-list/csv.js';
import { checkedCsv, reasonText } from '../../../web/page/paste/checked-csv.js';
import { Messages } from '../../../web/strings/messages.js';

const table = (language) =>
  JSON.parse(
    readFileSync(new URL(`../../../web/strings/${language}.json`, import.meta.url), 'utf8'),
  );
const messages = new Messages('en-US', table('en').page);
const concept = {
  system: 'icd10cm',
  code: 'E11.9',
  display: 'Type 2',
  status: 'active',
  billable: true,
};
const row = (checked, text = 'E11.9') => ({
  number: 3,
  text,
  chosen: null,
  checked: { verdict: 'valid', concept, others: [], matched: '', isMisnamed: false, ...checked },
});

test('every verdict has its word and its reason in both languages', () => {
  const verdicts = [
    'valid',
    'ambiguous',
    'header',
    'inactive',
    'unknown',
    'exact',
    'similar',
    'none',
  ];
  for (const language of ['en', 'es']) {
    const words = new Messages(language, table(language).page);
    for (const verdict of verdicts) {
      for (const others of [[], [concept]]) {
        assert.doesNotMatch(reasonText(row({ verdict, others }), words), /reason\./);
      }
      assert.notEqual(words.text(`verdict.${verdict}`), `verdict.${verdict}`);
    }
  }
});

test('the table says for each line what was found and what else there is', () => {
  const rows = [
    row({}),
    row({ verdict: 'unknown', concept: null, others: [concept] }, '=E1I.9'),
    { ...row({ verdict: 'header' }), chosen: concept },
  ];
  const [header, first, second, third] = readCsv(checkedCsv(rows, messages), 10).rows.map(
    ({ cells }) => cells,
  );
  assert.deepEqual(header.slice(0, 4), ['line', 'text', 'verdict', 'reason']);
  assert.deepEqual(first.slice(0, 6), [
    '3',
    'E11.9',
    'valid',
    'In use and billable.',
    'icd10cm',
    'E11.9',
  ]);
  assert.deepEqual([second[1], second[2], second[9]], ['=E1I.9', 'unknown', 'icd10cm/E11.9']);
  assert.equal(third[2], 'chosen');
  assert.doesNotMatch(checkedCsv(rows, messages), /(^|,)=/m);
});
