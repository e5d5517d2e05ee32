import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shelf } from '../../../web/engine/shelf.js';

const text = (bytes) => new TextDecoder().decode(bytes);
const bytes = (name) => new TextEncoder().encode(name);
const address = (id, size = 0) => ({ url: `https://a.example/${id}/x.gz`, title: id, bytes: size });

/** An engine of one system, called as the bytes say; `bad` cannot be opened. */
async function openBytes(given) {
  const id = text(await given);
  if (id === 'bad') throw Object.assign(new Error('not a catalog'), { code: 'damaged' });
  return {
    info: () => ({ format: 1, id: `of-${id}`, systems: [{ id, title: id }] }),
    close() {},
  };
}

function shelfOf() {
  const news = [];
  return { news, shelf: new Shelf(openBytes, (each) => news.push(each)) };
}

/** Downloads in steps that the test takes. */
function stepwise() {
  const waiting = [];
  return {
    download: (url, tell) =>
      new Promise((resolve) => {
        tell({ loaded: 1, total: 2 });
        waiting.push(() => resolve(bytes(url.split('/').at(-2))));
      }),
    async step() {
      waiting.shift()();
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}

test('catalogs arrive one after the other; each answers while the next is on its way, and it is said which those are', async () => {
  const { shelf, news } = shelfOf();
  const { download, step } = stepwise();
  const loading = shelf.load([address('icd', 10), address('loinc', 30)], download);
  assert.deepEqual(shelf.waiting, ['icd', 'loinc']);
  const waiting = ['icd', 'loinc'];
  assert.deepEqual(news, [
    { progress: { loaded: 0, total: 40, name: 'icd', waiting } },
    { progress: { loaded: 1, total: 40, name: 'icd', waiting } },
  ]);
  const shown = shelf.hasSystem('icd');
  await step();
  await shown;
  assert.equal(shelf.isComplete, false);
  assert.deepEqual(
    news[2].arrived.systems.map(({ id }) => id),
    ['icd'],
  );
  assert.deepEqual(news[3].progress, { loaded: 10, total: 40, name: 'loinc', waiting: ['loinc'] });
  assert.equal(news[4].progress.loaded, 11);
  await step();
  await loading;
  await shelf.completed();
  assert.deepEqual(
    shelf.info().systems.map(({ id }) => id),
    ['icd', 'loinc'],
  );
  assert.deepEqual(shelf.waiting, []);
});

test('one that cannot be had is told and passed over', async () => {
  const { shelf } = shelfOf();
  const download = async (url) => bytes(url.includes('bad') ? 'bad' : 'icd');
  await shelf.load([address('bad'), address('icd')], download);
  const { systems, missing } = shelf.info();
  assert.deepEqual(
    systems.map(({ id }) => id),
    ['icd'],
  );
  assert.deepEqual(missing, [
    { name: 'bad', code: 'damaged', message: 'not a catalog', advice: '' },
  ]);
});

test('where none can be had, everybody who waits is told why', async () => {
  const { shelf } = shelfOf();
  const waiting = shelf.hasSystem('icd');
  const failed = assert.rejects(waiting, /not a catalog/);
  await assert.rejects(
    shelf.load([address('bad')], async () => bytes('bad')),
    /not a catalog/,
  );
  await failed;
  await assert.rejects(shelf.completed(), /not a catalog/);
});

test('one’s own sets come last, keep their names, bring their own details and go again', async () => {
  const { shelf } = shelfOf();
  const pack = bytes(JSON.stringify({ catalog: 'of-icd', concepts: { X1: { notes: ['own'] } } }));
  const set = { key: 'own1', title: 'Mine', catalog: bytes('icd'), details: { 'pack-1': pack } };
  const adding = shelf.add(set);
  await shelf.load([address('icd')], async () => bytes('icd'));
  assert.deepEqual(
    (await adding).systems.map(({ id, title, isOwn }) => [id, title, isOwn]),
    [
      ['icd', 'icd', undefined],
      ['icd.own1', 'icd (Mine)', true],
    ],
  );
  assert.deepEqual(await shelf.details('own1:pack-1', 'X1'), { notes: ['own'] });
  await assert.rejects(shelf.details('own2:pack-1', 'X1'), { code: 'not-found' });
  await shelf.add(set);
  assert.equal(shelf.info().systems.length, 2);
  assert.equal(shelf.remove('own1').systems.length, 1);
});
