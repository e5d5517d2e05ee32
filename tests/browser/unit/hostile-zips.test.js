// Is every zip that a stranger drops on the page read or refused with a sentence, within the file and within bounds?
//
// All of the page's own chain runs here, unzip.js, sources.js and feed.js, in front of a builder that only takes bytes.
// MEDCODE_ZIPS=100000 is the long form, MEDCODE_SEED another beginning; tests/fuzz/README.md has its figures.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, makeZip } from '../../support/make-zip.js';
import '../../support/deflate-raw.js';
import { hostileZips, randomSource } from '../../support/hostile-zips.js';
import { Feed } from '../../../web/builder/feed.js';
import {
  HARMLESS_BYTES,
  MAX_DIRECTORY_BYTES,
  MAX_FOLDER_BYTES,
  MAX_ZIP_MEMBERS,
} from '../../../web/builder/limits.js';
import { openSources } from '../../../web/builder/sources.js';

const ROUNDS = Number(process.env.MEDCODE_ZIPS ?? 1_000);
const SEED = Number(process.env.MEDCODE_SEED ?? 7);

function memoryInUse() {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Builder and module as feed.js knows them: what is reserved and added is noted, nothing is read. */
class NotingBuilder {
  HEAPU8 = new Uint8Array(0);
  most = 0;
  /** @type {string[]} */
  added = [];
  mostMemory = 0;
  #size = 0;

  systemId = (/** @type {string} */ name) => name;
  reserved = () => 0;
  checksum = () => crc32(this.HEAPU8.subarray(0, this.#size)) | 0;
  formatOf = () => '';
  dropFiles = () => (this.added = []);

  reserve(/** @type {number} */ size) {
    this.most = Math.max(this.most, size);
    if (size > this.HEAPU8.length) this.HEAPU8 = new Uint8Array(size);
    this.#size = size;
    return '{}';
  }

  isOfRelease(/** @type {string} */ name) {
    this.mostMemory = Math.max(this.mostMemory, memoryInUse());
    return name.endsWith('CONCEPT.csv');
  }

  addFile(/** @type {string} */ name) {
    this.added.push(name);
  }
}

/**
 * Returns a file of which every slice must lie within it, and how much of it was asked for.
 *
 * @param {Uint8Array} bytes
 */
function watchedBlob(bytes) {
  const blob = new Blob([/** @type {BlobPart} */ (bytes)]);
  const asked = { slices: 0, most: 0 };
  const slice = (/** @type {number} */ start, /** @type {number} */ end) => {
    assert.ok(start >= 0 && start <= end && end <= blob.size, `${start} to ${end} of ${blob.size}`);
    asked.slices += 1;
    asked.most = Math.max(asked.most, end - start);
    return blob.slice(start, end);
  };
  return { asked, blob: { size: blob.size, slice, stream: () => blob.stream() } };
}

/**
 * Gives one file to the chain, as build.js does.
 *
 * @param {{ blob: any }} watched
 */
async function give({ blob }, builder = new NotingBuilder()) {
  const { folders, refused } = await openSources([{ name: 'a.zip', blob }]);
  let poured = 0;
  const feed = new Feed(
    /** @type {any} */ (builder),
    /** @type {any} */ (builder),
    {},
    (bytes) => (poured += bytes),
  );
  for (const { file, ...failure } of refused) feed.refuse(file, failure);
  /** @type {Set<string>} */
  const taken = new Set();
  for (const folder of folders) {
    const hasFiles = await feed.addFolder(folder);
    if (hasFiles) builder.added.forEach((name) => taken.add(name));
    builder.dropFiles();
  }
  return { folders, known: feed.known, taken, poured, most: builder.most };
}

/**
 * Demands of one zip all that is promised of any.
 *
 * @param {Uint8Array} bytes
 */
async function checkZip(bytes) {
  const watched = watchedBlob(bytes);
  const { folders, known, taken, poured, most } = await give(watched);
  for (const { message, advice } of known.refused) {
    assert.match(message, /\.$/u);
    assert.match(advice, /\.$/u);
  }
  assert.ok(known.refused.length + known.skipped.length + taken.size > 0, 'nothing was said of it');
  const files = folders.flatMap((folder) => folder.files);
  const skipped = new Set(known.skipped.map(({ file }) => file)); // a skipped one may have the name of one that was taken
  for (const file of files.filter(
    ({ name, crc32: crc }) => crc !== null && taken.has(name) && !skipped.has(name),
  )) {
    const packed = new Uint8Array(await new Response(await file.stream()).arrayBuffer());
    assert.equal(crc32(packed), file.crc32, `“${file.name}” is not what was packed`);
  }
  const promised = files.reduce((sum, { size }) => sum + size, 0);
  assert.ok(promised <= MAX_FOLDER_BYTES, 'more than a folder may hold');
  assert.ok(
    poured <= promised && most <= HARMLESS_BYTES + 200 * bytes.length,
    `${most} bytes were made room for`,
  );
  assert.ok(watched.asked.slices <= 8 + 4 * MAX_ZIP_MEMBERS, `${watched.asked.slices} slices`);
  return { isTaken: taken.size > 0, isRefused: known.refused.length > 0 };
}

test(`any of ${ROUNDS} hostile zips is read as it was packed or refused with a sentence, within the file and its promises`, async () => {
  const zips = hostileZips(randomSource(SEED));
  const seen = { taken: 0, refused: 0, slowest: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const bytes = zips.next().value;
    const start = performance.now();
    const { isTaken, isRefused } = await checkZip(bytes).catch((thrown) => {
      throw new Error(`${thrown.message} (MEDCODE_SEED=${SEED}, zip ${round})`, { cause: thrown });
    });
    seen.taken += Number(isTaken);
    seen.refused += Number(isRefused);
    seen.slowest = Math.max(seen.slowest, performance.now() - start);
  }
  console.log(
    `# ${ROUNDS} zips, MEDCODE_SEED=${SEED}: ${seen.taken} read in part or whole, ${seen.refused} refused, slowest ${seen.slowest.toFixed(0)} ms`,
  );
  assert.ok(seen.taken > ROUNDS / 20 && seen.refused > ROUNDS / 20, 'the zips are all of one kind');
});

/** @param {Uint8Array} bytes */
const refusalOf = async (bytes) =>
  (await give(watchedBlob(bytes))).known.refused.map(({ code }) => code);

test('a table that nobody described is held to its checksum too', async () => {
  const table = { name: 'a.csv', content: 'code,name\nA1,Bed\n' };
  assert.deepEqual(await refusalOf(makeZip([table])), []);
  assert.deepEqual(await refusalOf(makeZip([{ ...table, crc: 1 }])), ['damaged']);
});

test('a directory that claims to be all of a large file is not loaded', async () => {
  const size = 2 ** 30;
  const end = makeZip([]);
  end.writeUInt16LE(5, 10);
  end.writeUInt32LE(size - end.length, 12);
  let most = 0;
  const slice = (/** @type {number} */ from, /** @type {number} */ to) => {
    most = Math.max(most, to - from);
    return new Blob([new Uint8Array(to - from - end.length), end]);
  };
  const { refused } = await openSources([
    {
      name: 'a.zip',
      blob: /** @type {any} */ ({
        size,
        slice,
        stream: () => new Blob([makeZip([]), end]).stream(),
      }),
    },
  ]);
  assert.deepEqual(
    [refused[0].code, refused[0].message],
    ['too-large', 'The directory of the zip is too large.'],
  );
  assert.ok(most < MAX_DIRECTORY_BYTES, `${most} bytes were read`);
});

test('zips in a zip share its allowance of members and of bytes', async () => {
  const twice = (/** @type {Uint8Array} */ content) =>
    makeZip(['a.zip', 'b.zip'].map((name) => ({ name, content, isStored: true })));
  const many = (/** @type {number} */ count, /** @type {number} */ size) =>
    makeZip(Array.from({ length: count }, (_, i) => ({ name: `${i}.tsv`, content: 'x', size })));
  assert.deepEqual(await refusalOf(twice(many(MAX_ZIP_MEMBERS * 0.6, 1))), ['too-large']);
  const half = Math.ceil((0.6 * MAX_FOLDER_BYTES) / HARMLESS_BYTES);
  assert.deepEqual(await refusalOf(twice(many(half, HARMLESS_BYTES))), ['too-large']);
});

test('a small zip of many members that lie in each other takes no more memory than one', async () => {
  const member = {
    name: 'a.tsv',
    content: '#system\tward\ncode\tname\n'.repeat(2_700),
    isStored: true,
  };
  const zip = makeZip([
    member,
    ...Array.from({ length: 2_000 }, (_, i) => ({ name: `${i}.tsv`, content: '', start: 0 })),
  ]);
  // Every record says what the first says: the same bytes.
  const first = zip.indexOf('PK\x01\x02', 0, 'latin1');
  for (let at = first; at >= 0; at = zip.indexOf('PK\x01\x02', at + 4, 'latin1'))
    zip.copy(zip, at + 10, first + 10, first + 28);
  const builder = new NotingBuilder();
  const before = memoryInUse();
  const { known } = await give(watchedBlob(zip), builder);
  assert.deepEqual(known.refused, []);
  assert.ok(builder.mostMemory - before < 2 ** 27, `${builder.mostMemory - before} bytes more`);
});
