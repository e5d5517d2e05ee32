import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromLink, toLink } from '../../../web/page/code-list/share-link.js';
import { parseRoute } from '../../../web/page/route.js';

const entry = (system, code, note = '') => ({ system, code, note });
const read = (link) => fromLink(parseRoute(link).shared);

test('a list survives its link, whatever stands in codes and notes', () => {
  const list = {
    title: 'a=b&c;d,e:f?#%',
    entries: [
      entry('icd10cm', 'E11.9', 'x=1, y;z & 100% ¿?'),
      entry('icd10cm', 'I10'),
      entry('ucum', 'mg/dL'),
      entry('ucum', '10*3/uL'),
      entry('icd10cm', 'E11'),
    ],
  };
  const { title, items, isCut } = read(toLink(list));
  assert.equal(title, list.title);
  assert.equal(isCut, false);
  assert.deepEqual(
    items.map(({ system, code, note }) => ({ system, code, note })),
    list.entries,
  );
});

test('the link written in mails stays as it is', () => {
  const list = {
    title: 'Clinic',
    entries: [
      entry('icd10cm', 'E11.9', 'check twice'),
      entry('icd10cm', 'I10'),
      entry('cpt4', '47541'),
    ],
  };
  assert.equal(toLink(list), '#/list?t=Clinic&c=icd10cm:E11.9=check%20twice,I10;cpt4:47541');
});

test('what is no list has no items', () => {
  for (const search of [
    '',
    'c=',
    'c=:',
    'c=icd10cm',
    'c=;;;',
    'x',
    'c=:E11.9',
    'c=a:,,,',
    '%%%&c=%:%',
  ])
    assert.ok(fromLink(search).items.length <= 1, search);
  assert.equal(fromLink('c=icd10cm:%E0%A4%A').items[0].code, '%E0%A4%A');
});

test('a link longer than any list is cut and says so', () => {
  const { isCut, items } = fromLink(`c=s:${'A,'.repeat(100_000)}`);
  assert.equal(isCut, true);
  assert.ok(items.length <= 10_000);
});
