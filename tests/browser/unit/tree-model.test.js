import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGE, TreeModel, initialOf } from '../../../web/page/tree-model.js';

/** Answers as the engine does, from `codes` with the code above each. */
function client(codes, chapters = {}) {
  const above = new Map(codes);
  const below = (code) => codes.filter(([, parent]) => parent === code).map(([own]) => own);
  const asked = [];
  return {
    asked,
    async browse(system, node, { offset = 0, limit = PAGE } = {}) {
      asked.push(`${node} ${offset}`);
      const all = below(node);
      const nodes = all.slice(offset, offset + limit).map((code) => {
        const kind = chapters[code] ? 'group' : undefined;
        const count = below(code).length;
        return { kind, code, display: `name of ${code}`, children: count, below: count };
      });
      return { found: true, system, node, total: all.length, nodes };
    },
    async show(system, code) {
      if (!above.has(code) || chapters[code]) return { found: false, suggestions: [] };
      const way = [];
      for (let at = above.get(code); at; at = above.get(at)) way.unshift(at);
      const isChapter = (id) => Boolean(chapters[id]);
      return {
        found: true,
        code,
        display: `name of ${code}`,
        chapters: way.filter(isChapter).map((id) => ({ id, title: id })),
        ancestors: way.filter((id) => !isChapter(id)).map((id) => ({ code: id, display: id })),
      };
    },
  };
}

const some = [
  ['A-B', ''],
  ['A', 'A-B'],
  ['A.1', 'A'],
  ['A.2', 'A'],
  ['B', 'A-B'],
  ['Z', ''],
];
const chapters = { 'A-B': true };

const seen = (tree) => tree.rows.map(({ id, depth }) => `${depth} ${id}`);

test('a level is asked for once, when it is opened, and closing keeps what is open below', async () => {
  const engine = client(some, chapters);
  const tree = new TreeModel(engine, 's');
  await tree.open('');
  assert.deepEqual(seen(tree), ['1 A-B', '1 Z']);
  await tree.open('A-B');
  await tree.open('A');
  assert.deepEqual(seen(tree), ['1 A-B', '2 A', '3 A.1', '3 A.2', '2 B', '1 Z']);
  tree.close('A-B');
  assert.deepEqual(seen(tree), ['1 A-B', '1 Z']);
  await tree.open('A-B');
  assert.equal(seen(tree).length, 6);
  assert.deepEqual(engine.asked, [' 0', 'A-B 0', 'A 0']);
});

test('a code is revealed below its chapters, a chapter through its first code', async () => {
  for (const [node, lines] of [
    ['A.2', ['1 A-B', '2 A', '3 A.1', '3 A.2', '2 B', '1 Z']],
    ['A-B', ['1 A-B', '2 A', '2 B', '1 Z']],
  ]) {
    const tree = new TreeModel(client(some, chapters), 's');
    await tree.open('');
    assert.equal(await tree.reveal(node), true);
    assert.equal(tree.active, node);
    assert.deepEqual(seen(tree), lines);
  }
});

test('what the system has not is not revealed', async () => {
  const tree = new TreeModel(client(some, chapters), 's');
  await tree.open('');
  assert.equal(await tree.reveal('Q'), false);
  assert.deepEqual(seen(tree), ['1 A-B', '1 Z']);
});

test('a long level comes in pages that join without a gap, and a code behind them is revealed', async () => {
  const long = Array.from({ length: 2 * PAGE + 5 }, (_, at) => [`C${1000 + at}`, '']);
  const tree = new TreeModel(client(long), 's');
  await tree.open('');
  assert.equal(tree.rows.length, PAGE + 1);
  assert.equal(tree.rows.at(-1).node, null);
  await tree.more('');
  await tree.more('');
  assert.deepEqual(
    tree.rows.map(({ id }) => id),
    long.map(([code]) => code),
  );
  const fresh = new TreeModel(client(long), 's');
  await fresh.open('');
  assert.equal(await fresh.reveal(long.at(-2)[0]), true);
});

test('a chapter without codes is not shown', async () => {
  const tree = new TreeModel(client([...some, ['Q-R', '']], { ...chapters, 'Q-R': true }), 's');
  await tree.open('');
  assert.deepEqual(seen(tree), ['1 A-B', '1 Z']);
  assert.equal(tree.rows[0].size, 2);
});

test('positions and sizes are those of the whole level', async () => {
  const tree = new TreeModel(client(some, chapters), 's');
  await tree.open('');
  await tree.open('A-B');
  const b = tree.rows.find(({ id }) => id === 'B');
  assert.deepEqual([b.position, b.size, b.depth, b.parent], [2, 2, 2, 'A-B']);
});

test('an initial is the one under which the engine puts a name', () => {
  const cases = { acetaminophen: '~A', '[2] x': '~2', Ävelin: '~#', '(é b)': '~#', '': '~#' };
  for (const [name, initial] of Object.entries(cases)) assert.equal(initialOf(name), initial, name);
});
