import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { deployable } from '../../../web/page/own-codes/deployable.js';
import { crc32, zipOf } from '../../../web/page/own-codes/zip.js';

const bytes = (text) => new TextEncoder().encode(text);
const messages = { text: (key, { name }) => `${key} ${name}` };

/** Unpacks with another program's reader. */
async function unpacked(blob) {
  const folder = await mkdtemp(join(tmpdir(), 'medcode-zip-'));
  try {
    const file = join(folder, 'a.zip');
    await writeFile(file, Buffer.from(await blob.arrayBuffer()));
    execFileSync('python3', ['-m', 'zipfile', '-t', file]);
    const list = execFileSync('python3', ['-c', LIST, file], { encoding: 'utf8' });
    execFileSync('python3', ['-m', 'zipfile', '-e', file, folder]);
    return Object.fromEntries(
      await Promise.all(
        JSON.parse(list).map(async (name) => [name, await readFile(join(folder, name), 'utf8')]),
      ),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

const LIST = 'import json,sys,zipfile; print(json.dumps(zipfile.ZipFile(sys.argv[1]).namelist()))';

test('another program reads the zip: names in any letters, empty files, every byte', async () => {
  const files = { 'a/medical.gz': 'body', 'a/größe – ñ.txt': 'x'.repeat(70_000), 'a/empty': '' };
  const zip = zipOf(Object.entries(files).map(([name, text]) => [name, bytes(text)]));
  assert.deepEqual(await unpacked(zip), files);
});

test('the checksum is zip’s', () => {
  assert.equal(crc32(bytes('123456789')), 0xcbf43926);
});

test('a catalog with details is a folder with both and what to do with it', async () => {
  const details = { 'house-0000.json.gz': bytes('pack') };
  const set = { title: 'Códigos: St. Elsewhere!', catalog: bytes('catalog'), details };
  const { name, blob } = deployable(set, messages);
  assert.equal(name, 'codigos-st-elsewhere.zip');
  assert.deepEqual(await unpacked(blob), {
    'codigos-st-elsewhere/README.txt': 'own.deploy codigos-st-elsewhere',
    'codigos-st-elsewhere/medical-codes.medcat.gz': 'catalog',
    'codigos-st-elsewhere/details/house-0000.json.gz': 'pack',
  });
});

test('a catalog without details is one file; a name without letters gets one', () => {
  const { name, blob } = deployable({ title: '日本', catalog: bytes('c'), details: {} }, messages);
  assert.deepEqual([name, blob.size], ['own-codes.medcat.gz', 1]);
});
