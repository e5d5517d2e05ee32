// Does the benchmark measure what it says: the right titles, the right quantiles, peers that answer?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openZip } from '../../web/builder/unzip.js';
import { athenaZip } from './athena-zip.js';
import { quantile, summary } from './measure.js';
import { openPeer, peers } from './peers.js';
import { splitLines, joinLines } from './peers/lines.js';
import { rowsOfTitles } from './side-by-side/data.js';
import { parseOrderFile, parseTitleCsv, titleLines } from './titles.js';
import { readFromZip } from './zip.js';

const titles = [
  { code: 'K80.50', title: 'Calculus of bile duct without cholangitis' },
  { code: 'I10', title: 'Essential (primary) hypertension' },
  { code: 'K35.80', title: 'Unspecified acute appendicitis' },
];

for (const name of /** @type {(keyof typeof peers)[]} */ (Object.keys(peers))) {
  test(`${name} answers a half-typed word from what it ships`, async () => {
    const ask = await openPeer(name, rowsOfTitles(titles));
    assert.equal(ask('hyper')[0], 'icd10cm/I10');
  });
}

test('ids and texts come back from their lines', () => {
  const rows = rowsOfTitles(titles);
  assert.equal(rows[0].text, 'K80.50 K8050 Calculus of bile duct without cholangitis');
  assert.deepEqual(splitLines(new TextEncoder().encode(joinLines(rows))), rows);
});

test('an order file gives code and long title', () => {
  const short = 'Essential (primary) hypertension'.padEnd(60);
  const line = `12345 ${'I10'.padEnd(7)} 1 ${short} Essential (primary) hypertension\r\n`;
  assert.deepEqual(parseOrderFile(line), [titles[1]]);
});

test('a quoted title keeps its commas and quotes', () => {
  const text = 'code,long_description,short\nA1,"Chair, ""high""",x\nA2,Bed,y\n';
  assert.deepEqual(parseTitleCsv(text), [
    { code: 'A1', title: 'Chair, "high"' },
    { code: 'A2', title: 'Bed' },
  ]);
});

test('lines are code, tab, title', () => {
  assert.equal(titleLines([titles[1]]), 'I10\tEssential (primary) hypertension\n');
});

test('quantiles are nearest ranks', () => {
  const values = Array.from({ length: 200 }, (_, at) => 200 - at);
  assert.equal(quantile(values, 0.5), 100);
  assert.deepEqual(summary(values), { p50: 100, p95: 190, p99: 198, max: 200 });
});

test('a stored file is read from a zip, another is refused', () => {
  const name = Buffer.from('a-order-2026.txt');
  const content = Buffer.from('hello');
  const local = Buffer.alloc(30);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(content.length, 20);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + content.length, 16);
  const archive = Buffer.concat([local, name, content, entry, name, end]);
  assert.equal(readFromZip(archive, /order/).toString(), 'hello');
  assert.throws(() => readFromZip(archive, /index/), /no file named/);
  assert.throws(() => readFromZip(Buffer.from('no'), /a/), /no zip/);
});

test('the generated Athena download is always the same, and its rows refer to each other', async () => {
  const zip = athenaZip(500);
  assert.deepEqual(zip, athenaZip(500));
  const members = await openZip(new Blob([zip]));
  const texts = members.map(async (member) => new Response(await member.stream()).text());
  const [concept, relation, synonym] = (await Promise.all(texts)).map((text) =>
    text.trim().split('\n').slice(1).map((row) => row.split('\t')),
  );
  assert.equal(concept.length, 500);
  const ids = new Set(concept.map(([id]) => id));
  assert.equal(ids.size, 500);
  assert.equal(new Set(concept.map(([, , , system, , , code]) => `${system} ${code}`)).size, 500);
  for (const [from, to] of relation) assert.ok(ids.has(from) && ids.has(to) && from !== to);
  assert.ok(synonym.every(([id]) => ids.has(id)));
});
