import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  browseHref,
  compareHref,
  conceptHref,
  formatRoute,
  parseRoute,
} from '../../../web/page/route.js';

test('every route survives its address', () => {
  const routes = [
    { view: 'search', query: '', systems: [] },
    { view: 'search', query: 'a&b=c #1 "x y" 100% é', systems: ['icd10cm', 'hcpcs'] },
    { view: 'search', query: 'a', systems: [], filters: ['is:billable', 'chapter:J00-J99'] },
    { view: 'concept', system: 'icd10cm', code: 'E11.21', section: '' },
    { view: 'concept', system: 'ucum', code: 'mg/dL', section: '' },
    { view: 'concept', system: 'cpt4', code: '47541', section: 'patient-experience' },
    { view: 'list', shared: '' },
    { view: 'list', shared: 't=Clinic?&c=icd10cm:E11.9=why%3F,I10' },
    { view: 'paste' },
    { view: 'browse', system: '', node: '' },
    { view: 'browse', system: 'icd10cm', node: '' },
    { view: 'browse', system: 'icd10cm', node: 'E08-E13' },
    { view: 'compare', concepts: [] },
    { view: 'compare', concepts: [{ system: 'ucum', code: 'mg/dL' }] },
  ];
  for (const route of routes) assert.deepEqual(parseRoute(formatRoute(route)), route);
});

test('the addresses written in mails stay as they are', () => {
  assert.equal(conceptHref({ system: 'cpt4', code: '47541' }), '#/cpt4/47541');
  assert.equal(browseHref('icd10cm', 'E11'), '#/browse/icd10cm/E11');
  assert.equal(
    compareHref([
      { system: 'icd10cm', code: 'E11.9' },
      { system: 'icd10cm', code: 'E10.9' },
    ]),
    '#/compare/icd10cm/E11.9/icd10cm/E10.9',
  );
  const search = { view: 'search', query: 'bile duct', systems: ['icd10cm'] };
  assert.equal(formatRoute(search), '#/?q=bile%20duct&s=icd10cm');
});

test('an address that is none is an empty search', () => {
  for (const hash of ['', '#', '#/', '#/icd10cm', '#%', '#/?q']) {
    assert.deepEqual(parseRoute(hash), { view: 'search', query: '', systems: [] }, hash);
  }
  assert.equal(parseRoute('#/icd10cm/%E0%A4%A').code, '%E0%A4%A');
});

test('a comparison keeps the first three concepts that its address names whole', () => {
  const { concepts } = parseRoute('#/compare/a/1/b/2/c/3/d/4');
  assert.deepEqual(
    concepts.map(({ system }) => system),
    ['a', 'b', 'c'],
  );
  assert.deepEqual(parseRoute('#/compare/a/1/b').concepts, [{ system: 'a', code: '1' }]);
});
