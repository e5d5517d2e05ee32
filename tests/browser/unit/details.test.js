import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { DetailPacks } from '../../../web/engine/details.js';

const packed = (data) => new Uint8Array(gzipSync(JSON.stringify(data)));
const pack = { catalog: 'c1', concepts: { E11: { notes: [] } } };

test('a concept without details has none, also where it is named like an object’s own member', async () => {
  const packs = new DetailPacks({ 'a.json.gz': packed(pack) }, 'c1');
  assert.deepEqual(await packs.read('a.json.gz', 'E11'), { notes: [] });
  assert.deepEqual(await packs.read('a.json.gz', 'E12'), {});
  assert.deepEqual(await packs.read('a.json.gz', 'constructor'), {});
});

test('the notes of the chapters of a pack come with each of its concepts', async () => {
  const groups = { 'E00-E89': { notes: [{ kind: 'excludes1', text: 'of newborns (P70)' }] } };
  const packs = new DetailPacks({ 'a.json.gz': packed({ ...pack, groups }) }, 'c1');
  assert.deepEqual(await packs.read('a.json.gz', 'E11'), { notes: [], groups });
  assert.deepEqual(await packs.read('a.json.gz', 'E12'), { groups });
});

test('a pack of another release, a damaged and a missing one are refused by code', async () => {
  const files = {
    'other.json.gz': packed({ ...pack, catalog: 'c0' }),
    'cut.json.gz': packed(pack).slice(0, 20),
    'list.json.gz': packed([]),
  };
  const packs = new DetailPacks(files, 'c1');
  await assert.rejects(packs.read('other.json.gz', 'E11'), { code: 'other-catalog' });
  await assert.rejects(packs.read('cut.json.gz', 'E11'), { code: 'damaged' });
  await assert.rejects(packs.read('list.json.gz', 'E11'), { code: 'damaged' });
  await assert.rejects(packs.read('none.json.gz', 'E11'), { code: 'not-found' });
  await assert.rejects(packs.read('../../secret', 'E11'), { code: 'damaged' });
});

test('a pack is fetched once, and again after it had failed', async () => {
  let count = 0;
  const server = createServer((_, response) => {
    count += 1;
    if (count === 1) response.writeHead(503).end();
    else response.end(packed(pack));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const packs = new DetailPacks(`http://127.0.0.1:${server.address().port}/`, 'c1');
  await assert.rejects(packs.read('a.json.gz', 'E11'), { code: 'refused' });
  await packs.read('a.json.gz', 'E11');
  await packs.read('a.json.gz', 'E12');
  assert.equal(count, 2);
  server.close();
});
