import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { renamed, sealAssets, writeIntegrity } from '../../../web/build/seal.js';

const folder = await mkdtemp(join(tmpdir(), 'sealed-'));
const dist = pathToFileURL(`${folder}/`);
after(() => rm(folder, { recursive: true }));

/** Writes a site of four files and seals it. */
async function sealed(/** @type {string} */ wasm) {
  await rm(folder, { recursive: true });
  await mkdir(new URL('engine/', dist), { recursive: true });
  const files = {
    'medical-code-search.js': 'start("engine/worker.js", "catalog/first/medical-codes.medcat.gz")',
    'engine/worker.js': 'load("engine.wasm") || import("./engine-plain.js")',
    'engine/engine.wasm': wasm,
    'engine/engine-plain.js': 'plain',
  };
  for (const [path, text] of Object.entries(files)) await writeFile(new URL(path, dist), text);
  const { entry } = await sealAssets(dist, '1.2.3');
  const assets = await readdir(new URL('assets/', dist));
  const named = (/** @type {RegExp} */ name) => assets.find((asset) => name.test(asset));
  return {
    entry,
    plain: named(/^engine-plain-\w{8}\.js$/),
    wasm: named(/^engine-\w{8}\.wasm$/),
    worker: named(/^worker-\w{8}\.js$/),
  };
}

test('what the script loads has names with hashes, and each file asks for the next so', async () => {
  const { entry, plain, wasm, worker } = await sealed('wasm');
  const text = (/** @type {string} */ path) => readFile(new URL(path, dist), 'utf8');
  assert.equal(await text(`assets/${worker}`), `load("${wasm}") || import("./${plain}")`);
  assert.equal(await text('medical-code-search.js'), `start("assets/${worker}", "")`);
  assert.match(entry, /^medical-code-search-1\.2\.3-\w{8}\.js$/);
  assert.equal(await text(entry), await text('medical-code-search.js'));
});

test('another wasm changes every name up to the script, the same one none', async () => {
  const first = await sealed('wasm');
  const same = await sealed('wasm');
  const other = await sealed('other wasm');
  assert.deepEqual(same, first);
  assert.notEqual(other.entry, first.entry);
  assert.notEqual(other.worker, first.worker);
});

test('integrity.json holds the sha384 of what runs, as the integrity attribute wants it', async () => {
  const { entry } = await sealed('wasm');
  const hashes = await writeIntegrity(dist);
  assert.deepEqual(JSON.parse(await readFile(new URL('integrity.json', dist), 'utf8')), hashes);
  const bytes = await readFile(new URL(entry, dist));
  assert.equal(hashes[entry], `sha384-${createHash('sha384').update(bytes).digest('base64')}`);
  assert.ok(hashes['engine/engine.wasm']);
});

test('a build that does not ask for a file is not sealed', () =>
  assert.throws(() => renamed('load("other.js")', 'worker.js', 'worker-1.js'), /does not ask/));
