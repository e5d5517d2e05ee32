// Is the `q` of a table search read as Elasticsearch would, as far as it is read at all?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConstraint } from '../../web/service/tables/constraint.js';
import { tableOf } from '../../web/service/tables/tables.js';

const { table } = tableOf({ byId: (id) => ({ id }) }, 'icd10cm');

for (const [q, query] of [
  ['diabetes', 'diabetes'],
  ['diabetes AND gout', 'diabetes gout'],
  ['diabetes OR gout', '((diabetes) OR (gout))'],
  ['diabetes NOT gout', 'diabetes NOT gout'],
  ['+diabetes -gout', 'diabetes NOT gout'],
  ['"type 2" name:diab*', '"type 2" title:diab*'],
  ['code:E11*', 'code:E11*'],
  ['code:"E11.9"', 'code:E11.9'],
  ['name:(open)', null],
  [
    '(code:E11* OR code:E10*) -name:"with coma"',
    '(((code:E11*) OR (code:E10*))) NOT title:"with coma"',
  ],
  ['system:cpt4', null],
  ['code:"E11 OR system"', null],
  ['synonyms:is:active', 'title:"is active"'],
  ['(', null],
  [')', null],
  ['a OR', null],
  ['"open', null],
  ['NOT', null],
  ['+', null],
  ['('.repeat(9) + 'a' + ')'.repeat(9), null],
  ['a '.repeat(49), null],
]) {
  test(`${q.slice(0, 40)} is ${query === null ? 'refused' : 'read'}`, () => {
    if (query === null) assert.throws(() => readConstraint(q, table), { name: 'ServiceFailure' });
    else assert.equal(readConstraint(q, table), query);
  });
}
