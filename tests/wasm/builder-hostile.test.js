// Does whatever a stranger can drop on the page end in a sentence with advice, quickly and without eating its memory?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deathOf, isDeath } from '../../web/builder/death.js';
import { MAX_FILES, MAX_ZIP_MEMBERS } from '../../web/builder/limits.js';
import { openSources } from '../../web/builder/sources.js';
import { makeZip } from '../support/make-zip.js';
import { buildOf, fixture, module } from './support/builder.js';

const TABLE = '#system\tward\ncode\tdisplay\nA1\tBed\n';
const ward = { name: 'ward.tsv', content: TABLE };

/** Bytes that wasm may take more for a file that is refused; memory never shrinks. */
const MORE_MEMORY = 64 * 2 ** 20;

/**
 * Gives one hostile file and a good one; the good one must be read and the other refused or skipped.
 *
 * @param {string} name
 * @param {Uint8Array | string} content
 */
async function refusalOf(name, content) {
  const before = module.HEAPU8.length;
  const { report, catalog } = await buildOf({ [name]: content, 'good.csv': await fixture('table.csv') });
  assert.ok(catalog, 'the good file was not read');
  assert.ok(module.HEAPU8.length - before <= MORE_MEMORY, 'the builder took much memory');
  const [refused] = report.refused;
  assert.ok(refused, JSON.stringify(report.skipped));
  assert.ok(refused.message.endsWith('.') && refused.advice.endsWith('.'), JSON.stringify(refused));
  return refused;
}

const whole = makeZip([ward, { name: 'other.tsv', content: TABLE.replace('ward', 'bed').repeat(50) }]);

/** @type {Record<string, [Uint8Array, string]>} */
const ZIPS = {
  'cut before its directory': [whole.subarray(0, whole.length - 60), 'damaged'],
  'cut in a member': [Buffer.concat([whole.subarray(0, 40), whole.subarray(-150)]), 'damaged'],
  'of nothing but its first letters': [Buffer.from('PK\x03\x04'), 'damaged'],
  'without members': [makeZip([]), 'empty'],
  'that claims a size of 1 GB': [makeZip([{ ...ward, size: 2 ** 30 }]), 'too-large'],
  'that claims a little more than it holds': [makeZip([{ ...ward, size: TABLE.length + 1 }]), 'damaged'],
  'that claims less than it holds': [makeZip([{ ...ward, size: 5 }]), 'damaged'],
  'with another checksum': [makeZip([{ ...ward, crc: 1 }]), 'damaged'],
  'that is encrypted': [makeZip([{ ...ward, flags: 1 }]), 'unreadable'],
  'packed in another way': [makeZip([{ ...ward, method: 93 }]), 'unreadable'],
  'that leads out of itself': [makeZip([{ ...ward, name: '../../etc/ward.tsv' }]), 'bad-format'],
  'with a name from the root': [makeZip([{ ...ward, name: '/etc/ward.tsv' }]), 'bad-format'],
  'with a NUL in a name': [makeZip([{ ...ward, name: 'ward.tsv\0.exe' }]), 'bad-format'],
  'with a name without an end': [makeZip([{ ...ward, name: 'x'.repeat(5000) }]), 'bad-format'],
  'whose member is elsewhere': [makeZip([{ ...ward, start: 2 ** 31 }]), 'damaged'],
  'with more members than it says': [makeZip([ward, ward], { count: 60_000 }), 'too-large'],
  'that says more members than there are': [makeZip([ward], { count: 9 }), 'damaged'],
  'that is a workbook': [makeZip([{ name: '[Content_Types].xml', content: '<x/>' }]), 'bad-format'],
};

for (const [what, [zip, code]] of Object.entries(ZIPS)) {
  test(`a zip ${what} is refused`, async () => {
    assert.equal((await refusalOf('a.zip', zip)).code, code);
  });
}

test('a bomb of 200 MB in 200 kB is refused by its ratio before it is inflated', async () => {
  const { code, message } = await refusalOf('a.zip', makeZip([{ name: 'zeros.csv', content: Buffer.alloc(2e8) }]));
  assert.equal(code, 'too-large');
  assert.match(message, /more than 200 times its packed size/);
});

test('many members that are too large together are refused by their sum', async () => {
  const members = Array.from({ length: 20 }, (_, i) => ({ ...ward, name: `${i}.tsv`, size: 60 * 2 ** 20 }));
  assert.equal((await refusalOf('a.zip', makeZip(members))).code, 'too-large');
});

test('zips within zips are opened twice and no further', async () => {
  let zip = makeZip([ward]);
  for (let depth = 0; depth < 4; depth += 1) zip = makeZip([{ name: 'in.zip', content: zip, isStored: true }]);
  const { report, catalog } = await buildOf({ 'a.zip': zip });
  assert.equal(catalog, null);
  assert.equal(report.skipped[0].file, 'a.zip:in.zip:in.zip');
});

test('any byte of a zip may be wrong: it is read, refused or skipped, and never thrown', async () => {
  for (let at = 0; at < whole.length; at += 3) {
    const bytes = Buffer.from(whole);
    bytes[at] ^= 0x55;
    const { report } = await buildOf({ 'a.zip': bytes });
    const { read, skipped, refused } = report;
    assert.ok(read.length + skipped.length + refused.length > 0, `byte ${at}`);
  }
});

/** @type {Record<string, [string, string | Uint8Array, string]>} */
const FILES = {
  'JSON nested too deeply': ['a.json', `{"resourceType": "CodeSystem", "concept": ${'['.repeat(1e5)}`, 'too-large'],
  'JSON that ends early': ['a.json', '{"resourceType": "Bundle", "entry": [{', 'truncated'],
  'a quote that is never closed': ['a.csv', '#system,ward\ncode,display\nA1,"Bed\n', 'truncated'],
  'a table of no UTF-8': ['a.tsv', Buffer.from('#system\tward\ncode\tdisplay\nA1\t\xff\xfe\n', 'latin1'), 'bad-encoding'],
  'an Athena download without its columns': ['CONCEPT.csv', 'concept_id\tconcept_code\n1\tA\n', 'bad-format'],
};

for (const [what, [name, content, code]] of Object.entries(FILES)) {
  test(`${what} is refused`, async () => {
    assert.equal((await refusalOf(name, content)).code, code);
  });
}

test('names are shown in one line', async () => {
  const { report } = await buildOf({ 'a\n\u0000b\t .csv': '' });
  assert.equal(report.refused[0].file, 'a b .csv');
});

test('more files than anybody has are refused at once', async () => {
  const files = Array.from({ length: MAX_FILES + 1 }, (_, i) => ({ name: `${i}`, blob: new Blob([]) }));
  await assert.rejects(openSources(files), { code: 'too-large' });
  assert.ok(MAX_ZIP_MEMBERS > MAX_FILES);
});

test('a file that the browser cannot read any more is refused', async () => {
  const gone = {
    size: 10,
    stream: () => {
      throw new DOMException('gone', 'NotReadableError');
    },
  };
  const { refused } = await openSources([{ name: 'gone.csv', blob: gone }]);
  assert.deepEqual([refused[0].file, refused[0].code], ['gone.csv', 'unreadable']);
});

test('a builder without memory is told from one that fails', () => {
  assert.equal(deathOf(new RangeError('Array buffer allocation failed')).code, 'too-large');
  assert.equal(deathOf(new WebAssembly.RuntimeError('unreachable')).code, 'builder-died');
  assert.ok(isDeath(new WebAssembly.RuntimeError('unreachable')));
  const thrownByWasm = { get [Symbol.toStringTag]() { return 'WebAssembly.Exception'; } };
  assert.ok(isDeath(thrownByWasm));
  assert.equal(deathOf(thrownByWasm).code, 'too-large');
  assert.ok(isDeath(new Error('Aborted(OOM)')));
  assert.ok(!isDeath(new TypeError('not inflated')));
});
