import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  correctedWords,
  literally,
  mergeAnswers,
  mergeCompletions,
  needsRelaxed,
  understood,
  weaklyRelaxed,
} from '../../../web/engine/merge-answers.js';
import { strictOnly } from '../../../web/engine/strict-only.js';

const hit = (system, code, score, more = {}) => ({
  system,
  code,
  score,
  status: 'active',
  billable: true,
  ...more,
});
const response = (system, hits, more = {}) => ({
  query: { text: 'q', canonical: 'q', error: null },
  total: hits.length,
  relaxed: false,
  expansions: [],
  didYouMean: null,
  facets: {
    system: hits.length ? { [system]: hits.length } : {},
    status: { active: hits.length, inactive: 0 },
    billing: { billable: hits.length, header: 0 },
    chapter: hits.length ? [{ system, id: 'c', title: 'C', count: hits.length }] : [],
  },
  hits,
  ...more,
});
const page = { offset: 0, limit: 10 };
const codes = ({ hits }) => hits.map(({ code }) => code);

test('hits stand by tier and score, equal ones in the order of the catalogs', () => {
  const one = response('a', [hit('a', 'A1', 2.5), hit('a', 'A2', 1.5)]);
  const two = response('b', [hit('b', 'B1', 4.2), hit('b', 'B2', 1.5)]);
  assert.deepEqual(codes(mergeAnswers('q', [one, two], page)), ['B1', 'A1', 'A2', 'B2']);
});

test('a page is cut out of the merged list, totals and counts are added', () => {
  const one = response('a', [hit('a', 'A1', 1.9), hit('a', 'A2', 1.7)]);
  const two = response('b', [hit('b', 'B1', 1.8), hit('b', 'B2', 1.6)]);
  const merged = mergeAnswers('q', [one, two], { offset: 1, limit: 2 });
  assert.deepEqual(codes(merged), ['B1', 'A2']);
  assert.equal(merged.total, 4);
  assert.deepEqual(merged.facets.system, { a: 2, b: 2 });
  assert.deepEqual(merged.facets.status, { active: 4, inactive: 0 });
  assert.deepEqual(merged.facets.billing, { billable: 4, header: 0 });
  assert.equal(merged.facets.chapter.length, 2);
});

test('a system named like what every object has is counted as any other', () => {
  const one = response('constructor', [hit('constructor', 'A1', 1.9)]);
  assert.deepEqual(mergeAnswers('q', [one, one], page).facets.system, { constructor: 2 });
});

test('readings are listed once; another spelling is offered only by the catalog that answers first', () => {
  const reading = { from: 'mi', to: 'myocardial infarction', kind: 'abbreviation' };
  const one = response('a', [hit('a', 'A1', 1.9)], { expansions: [reading] });
  const two = response('b', [hit('b', 'B1', 1.5)], { expansions: [reading], didYouMean: 'mitral' });
  const merged = mergeAnswers('q', [one, two], page);
  assert.deepEqual(merged.expansions, [reading]);
  assert.equal(merged.didYouMean, null);
  assert.equal(mergeAnswers('q', [response('a', []), two], page).didYouMean, 'mitral');
});

test('who could not read the question is left out where another could, and told where none could', () => {
  const error = { code: 'bad-query', message: 'There is no code `X`.', advice: '', span: [0, 1] };
  const failing = response('a', [hit('a', 'A1', 1.9)], { query: { text: 'q', error } });
  const reading = response('b', [hit('b', 'B1', 1.5)]);
  assert.deepEqual(codes(mergeAnswers('q', [failing, reading], page)), ['B1']);
  assert.deepEqual(mergeAnswers('q', [failing], page).query.error, error);
  assert.equal(understood([failing, failing]).length, 2);
});

test('relaxed hits are shown only where all catalogs together have fewer than five strict ones', () => {
  const strict = response('a', [hit('a', 'A1', 1.9)]);
  const relaxed = response('b', [hit('b', 'B1', 0.9)], { relaxed: true });
  assert.equal(needsRelaxed([strict, relaxed], [0]), false);
  assert.equal(needsRelaxed([relaxed, relaxed], [2, 2]), true);
  assert.equal(needsRelaxed([relaxed, relaxed], [3, 2]), false);
  assert.equal(needsRelaxed([response('a', []), relaxed], [0]), true);
});

test('a catalog to which one common word is much does not drown those that know more of the question', () => {
  const sum = (satisfaction) => ({ sum: { satisfaction } });
  const knowing = response('a', [hit('a', 'A1', 0.6, sum(0.6))], { relaxed: true });
  const guessing = response('b', [hit('b', 'B1', 0.2, sum(0.1))], { relaxed: true });
  assert.deepEqual(weaklyRelaxed([knowing, guessing]), [guessing]);
  assert.deepEqual(weaklyRelaxed([guessing, guessing]), []);
});

test('what is left of a relaxed answer is counted anew', () => {
  const header = hit('a', 'A2', 1.2, { billable: false, status: 'inactive' });
  const relaxed = response('a', [hit('a', 'A1', 1.4), header, hit('a', 'A3', 0.4)], {
    relaxed: true,
    total: 300,
  });
  const chapters = [{ id: 'c', title: 'C' }];
  const member = { local: (id) => id, engine: { show: () => ({ found: true, chapters }) } };
  const left = strictOnly(member, relaxed, relaxed.hits.slice(0, 2));
  assert.equal(left.relaxed, false);
  assert.equal(left.total, 2);
  assert.deepEqual(codes(left), ['A1', 'A2']);
  assert.deepEqual(left.facets, {
    system: { a: 2 },
    status: { active: 1, inactive: 1 },
    billing: { billable: 1, header: 1 },
    chapter: [{ system: 'a', id: 'c', title: 'C', count: 2 }],
  });
});

test('a word that another catalog knows is asked as it is written, outside of quotes and fields', () => {
  assert.deepEqual(
    correctedWords({
      expansions: [
        { from: 'tdap', kind: 'fuzzy' },
        { from: 'mi', kind: 'lay' },
      ],
    }),
    ['tdap'],
  );
  assert.equal(literally('Tdap dose "tdap"', ['tdap']), 'Tdap* dose "tdap"');
  assert.equal(literally('title:walker tdap~', ['title', 'tdap']), 'title:walker tdap~');
  assert.equal(literally('"tdap', ['tdap']), '"tdap');
});

test('completions are taken in turn, each once', () => {
  assert.deepEqual(
    mergeCompletions(
      [
        ['a', 'b', 'c'],
        ['b', 'd'],
      ],
      3,
    ),
    ['a', 'b', 'd'],
  );
  assert.deepEqual(mergeCompletions([], 3), []);
});
