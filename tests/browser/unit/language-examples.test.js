import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { readLanguageExamples } from '../../../web/build/language-examples.js';

test('queries and meanings are read by heading; errors and other tables are not', () => {
  const markdown = [
    '## Boolean',
    '| typed | means | read as |',
    '|---|---|---|',
    '| `femur \\| tibia` | *one* of `them` | `femur OR tibia` |',
    '| `(a` | broken | Error: the parenthesis |',
    '',
    '| other | table |',
    '|---|---|',
    '| `x` | y |',
  ].join('\n');
  assert.deepEqual(readLanguageExamples(markdown), [
    { heading: 'Boolean', examples: [{ queries: ['femur | tibia'], meaning: 'one of them' }] },
  ]);
});

test('the document of the query language fills the help', async () => {
  const document = new URL('../../../core/query/LANGUAGE.md', import.meta.url);
  const groups = readLanguageExamples(await readFile(document, 'utf8'));
  assert.ok(groups.length >= 5);
  assert.ok(groups.flatMap(({ examples }) => examples).length >= 20);
});
