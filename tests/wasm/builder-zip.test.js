// Are the members of a zip found and inflated as other programs wrote them, without the zip being loaded whole?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSources } from '../../web/builder/sources.js';
import { openZip } from '../../web/builder/unzip.js';
import { makeZip } from '../support/make-zip.js';
import { buildOf } from './support/builder.js';

const TABLE = '#system\tward\ncode\tdisplay\nA1\tBed\n';

/** @param {import('../../web/builder/unzip.js').Member} member */
const textOf = async (member) => new Response(await member.stream()).text();

test('stored and deflated members come out as they went in, in the order of their names', async () => {
  const zip = makeZip([
    { name: 'b.txt', content: 'two'.repeat(1000) },
    { name: 'folder/', content: '', isStored: true },
    { name: 'a.txt', content: 'one', isStored: true },
  ]);
  const members = await openZip(new Blob([zip]));
  assert.deepEqual(members.map(({ name, size }) => [name, size]), [['a.txt', 3], ['b.txt', 3000]]);
  assert.deepEqual(await Promise.all(members.map(textOf)), ['one', 'two'.repeat(1000)]);
});

test('zip64 is read where sizes and places stand in its parts', async () => {
  const [member] = await openZip(new Blob([makeZip([{ name: 'a.txt', content: 'one' }], { isWide: true })]));
  assert.deepEqual([member.size, await textOf(member)], [3, 'one']);
});

test('a comment behind the directory is passed over', async () => {
  const zip = Buffer.concat([makeZip([{ name: 'a.txt', content: 'one' }]), Buffer.from('written by hand')]);
  zip.writeUInt16LE(15, zip.length - 17);
  assert.equal((await openZip(new Blob([zip])))[0].name, 'a.txt');
});

test('only the directory and the first bytes are read before the members are asked for', async () => {
  const content = Buffer.alloc(4_000_000, 'x');
  const blob = new Blob([makeZip([{ name: 'a.txt', content, isStored: true }])]);
  let read = 0;
  const spied = {
    size: blob.size,
    slice: (start, end) => ((read += end - start), blob.slice(start, end)),
    stream: () => blob.slice(0, 100).stream(),
  };
  await openSources([{ name: 'a.zip', blob: spied }]);
  assert.ok(read < 200_000, `${read} bytes were asked for`);
});

test('names that are not UTF-8 are shown as Windows writes them', async () => {
  const zip = makeZip([{ name: 'aXb.txt', content: 'one' }]);
  for (let at = zip.indexOf('aXb'); at >= 0; at = zip.indexOf('aXb')) zip[at + 1] = 0xe4;
  assert.equal((await openZip(new Blob([zip])))[0].name, 'aäb.txt');
});

test('members are named as the program names them', async () => {
  const inner = makeZip([{ name: 'deep/ward.tsv', content: TABLE }]);
  const { report } = await buildOf({ 'a.zip': makeZip([{ name: 'x/in.zip', content: inner, isStored: true }]) });
  assert.equal(report.read[0].file, 'a.zip:x/in.zip:deep/ward.tsv');
});

test('loose files belong together, each zip by itself', async () => {
  const files = ['b.txt', 'a.txt'].map((name) => ({ name, blob: new Blob(['x']) }));
  const zip = { name: 'z.zip', blob: new Blob([makeZip([{ name: 'c.txt', content: 'x' }])]) };
  const { folders } = await openSources([zip, ...files]);
  const names = folders.map(({ name, files }) => [name, ...files.map((file) => file.name)]);
  assert.deepEqual(names, [['', 'a.txt', 'b.txt'], ['z.zip', 'z.zip:c.txt']]);
});
