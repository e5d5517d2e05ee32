import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Federation } from '../../../web/engine/federation.js';

const answer = (hits, error = null) => ({
  query: { text: '', canonical: '', error },
  total: hits.length,
  relaxed: false,
  expansions: [],
  didYouMean: null,
  facets: {
    system: Object.fromEntries(hits.map(({ system }) => [system, 1])),
    status: { active: hits.length, inactive: 0 },
    billing: { billable: 0, header: 0 },
    chapter: [],
  },
  hits,
});

/** An engine of one system with one code, which knows `system:` of its own system only. */
function engineOf(id, code, asked = []) {
  const hit = { system: id, code, display: `${id} ${code}`, score: 1.5, spans: [], matched: null };
  return {
    asked,
    isClosed: false,
    info: () => ({ format: 1, id: `of-${code}`, systems: [{ id, title: id.toUpperCase() }] }),
    search(query, options) {
      asked.push({ query, options });
      const clause = /system:(\S+)/.exec(query);
      const isForeign = clause && !clause[1].split(',').every((name) => name === id);
      if (isForeign) {
        const span = [clause.index, clause.index + clause[0].length];
        return answer([hit], { code: 'bad-query', message: 'no such system', advice: '', span });
      }
      const isOut = query.includes('code:_') || (options.systems && !options.systems.includes(id));
      return answer(isOut ? [] : [hit]);
    },
    show: (system, asking) =>
      asking === code && system === id
        ? { found: true, system, code, display: '', pack: 'pack-1' }
        : { found: false, suggestions: [{ system: id, code, display: '' }] },
    browse: (system, node) => ({ found: true, system, node, total: 0, nodes: [] }),
    similar: (system) => ({ of: { system, code }, groups: [] }),
    suggest: () => ({ completions: [code] }),
    close() {
      this.isClosed = true;
    },
  };
}

function unionOf(...engines) {
  const union = new Federation();
  engines.forEach((engine, at) =>
    union.add({ key: at ? `own${at}` : '', engine, title: at ? `File ${at}` : '', isOwn: at > 0 }),
  );
  return union;
}

test('a system of two catalogs has two names, two counts and two pages', () => {
  const union = unionOf(engineOf('icd10cm', 'E11'), engineOf('icd10cm', 'X1'));
  const { systems } = union.info();
  assert.deepEqual(
    systems.map(({ id, title, isOwn }) => [id, title, isOwn]),
    [
      ['icd10cm', 'ICD10CM', undefined],
      ['icd10cm.own1', 'ICD10CM (File 1)', true],
    ],
  );
  const { facets, hits } = union.search('x');
  assert.deepEqual(facets.system, { icd10cm: 1, 'icd10cm.own1': 1 });
  assert.deepEqual(
    hits.map(({ system }) => system),
    ['icd10cm', 'icd10cm.own1'],
  );
  assert.equal(union.show('icd10cm.own1', 'X1').pack, 'own1:pack-1');
  assert.equal(union.show('icd10cm', 'E11').pack, 'pack-1');
  assert.equal(union.show('icd10cm.own1', 'E11').suggestions[0].system, 'icd10cm.own1');
  assert.equal(union.browse('icd10cm.own1', '').system, 'icd10cm.own1');
});

test('systems that a catalog does not have narrow it to nothing', () => {
  const [one, two] = [engineOf('icd10cm', 'E11'), engineOf('house', 'H1')];
  const { hits, facets } = unionOf(one, two).search('x', { systems: ['house'] });
  assert.deepEqual(
    hits.map(({ code }) => code),
    ['H1'],
  );
  assert.deepEqual(one.asked[0].options.systems, ['-']);
  assert.deepEqual(facets.system, { house: 1 });
});

test('system: of another catalog is no mistake and lets nothing through', () => {
  const [one, two] = [engineOf('icd10cm', 'E11'), engineOf('house', 'H1')];
  const union = unionOf(one, two);
  const { hits, query } = union.search('system:house x');
  assert.deepEqual(
    hits.map(({ code }) => code),
    ['H1'],
  );
  assert.equal(query.error, null);
  assert.equal(query.text, 'system:house x');
  assert.ok(one.asked.some(({ query: asked }) => asked === 'code:_       x'));
  assert.equal(union.search('system:house,icd10cm x').hits.length, 2);
});

test('system: that no catalog knows stays the mistake it is', () => {
  const union = unionOf(engineOf('icd10cm', 'E11'), engineOf('house', 'H1'));
  assert.equal(union.search('system:nowhere x').query.error.message, 'no such system');
});

test('a catalog that leaves is closed and no longer asked', () => {
  const two = engineOf('house', 'H1');
  const union = unionOf(engineOf('icd10cm', 'E11'), two);
  union.remove('own1');
  assert.equal(two.isClosed, true);
  assert.equal(union.info().id, 'of-E11');
  assert.deepEqual(union.suggest('x').completions, ['E11']);
});
