// Which files were given, and which of them belong together?
//
// Exports openSources: the files given loose are one folder, each zip and each zip in a zip is one of its own, as
// `medcode build` has it. Nothing is loaded but directories and first bytes. Held by tests/wasm/builder-zip.test.js.

import { Failure } from '../engine/failure.js';
import {
  HEAD_BYTES,
  MAX_FILES,
  MAX_FOLDER_BYTES,
  MAX_INNER_ZIP_BYTES,
  MAX_NAME_LENGTH,
  MAX_ZIP_DEPTH,
} from './limits.js';
import { allowanceOfZip, isZip, openZip, tooLarge } from './unzip.js';

/** @typedef {import('./contract.d.ts').DroppedFile} DroppedFile */
/** @typedef {import('../engine/failure.js').FailureData} FailureData */

/**
 * @typedef {object} SourceFile
 * @property {string} name as people see it: `a.zip:b.csv`
 * @property {number} size
 * @property {number | null} crc32 what its bytes must have
 * @property {() => Promise<ReadableStream<Uint8Array>>} stream
 */

/** @typedef {{ name: string, isZip: boolean, files: SourceFile[] }} SourceFolder */
/** @typedef {{ folders: SourceFolder[], refused: ({ file: string } & FailureData)[] }} Sources */

const SPREADSHEET = /\.xls[xmb]$/i;

/**
 * Returns the first bytes of a file.
 *
 * @param {SourceFile} file
 * @param {number} [most]
 */
export async function headOf(file, most = HEAD_BYTES) {
  const head = new Uint8Array(Math.min(most, file.size));
  const reader = (await file.stream()).getReader();
  let at = 0;
  while (at < head.length) {
    const { done, value } = await reader.read();
    if (done) break;
    head.set(value.subarray(0, head.length - at), at);
    at += value.length;
  }
  await reader.cancel().catch(() => {});
  return head.subarray(0, Math.min(at, head.length));
}

/**
 * Returns a name in one line, which neither a report nor a columns file mistakes.
 *
 * @param {string} name
 */
const oneLine = (name) =>
  name
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, MAX_NAME_LENGTH) || 'file';

/**
 * Returns the whole bytes of a file, which `most` bounds.
 *
 * @param {SourceFile} file
 */
async function wholeOf(file) {
  if (file.size > MAX_INNER_ZIP_BYTES) throw tooLarge();
  return new Blob([/** @type {BlobPart} */ (await headOf(file, file.size))]);
}

/**
 * Adds the members of a zip as a folder, and those of zips among them as folders after it.
 *
 * @param {string} name
 * @param {Blob} blob
 * @param {number} depth
 * @param {Sources} sources
 * @param {import('./unzip.js').Allowance} allowance of the outermost zip
 */
async function addZip(name, blob, depth, sources, allowance) {
  const members = await openZip(blob, allowance);
  if (members.some((member) => member.name === '[Content_Types].xml')) {
    throw new Failure(
      'bad-format',
      SPREADSHEET.test(name) ? 'This is a workbook.' : 'This is an office document.',
      'Save the sheet with the codes as CSV (UTF-8) and give that file.',
    );
  }
  /** @type {SourceFolder} */
  const folder = { name, isZip: true, files: [] };
  sources.folders.push(folder);
  for (const member of members) {
    const file = { ...member, name: `${name}:${oneLine(member.name)}` };
    const isInner = depth < MAX_ZIP_DEPTH && /\.zip$/i.test(member.name);
    if (isInner && isZip(await headOf(file, 4))) {
      await addZip(file.name, await wholeOf(file), depth + 1, sources, allowance);
    } else {
      allowance.bytes -= member.size;
      if (allowance.bytes < 0) throw tooLarge();
      folder.files.push(file);
    }
  }
  if (!folder.files.length) sources.folders.splice(sources.folders.indexOf(folder), 1);
}

/** @param {DroppedFile} dropped */
function loose(dropped) {
  const isFile = dropped instanceof Blob;
  const blob = isFile ? dropped : dropped.blob;
  const name = oneLine((isFile && dropped.webkitRelativePath) || dropped.name);
  /** @type {SourceFile} */
  const file = { name, size: blob.size, crc32: null, stream: async () => blob.stream() };
  return { file, blob };
}

/**
 * @param {Iterable<DroppedFile>} files
 * @returns {Promise<Sources>}
 */
export async function openSources(files) {
  /** @type {Sources} */
  const sources = { folders: [], refused: [] };
  /** @type {SourceFolder} */
  const folder = { name: '', isZip: false, files: [] };
  const given = [...files].map(loose).sort((a, b) => (a.file.name < b.file.name ? -1 : 1));
  if (given.length > MAX_FILES) {
    throw new Failure(
      'too-large',
      `These are more than ${MAX_FILES} files.`,
      'Give the files that hold codes only, or put them into a zip.',
    );
  }
  for (const { file, blob } of given) {
    const { length } = sources.folders;
    try {
      if (isZip(await headOf(file, 4))) await addZip(file.name, blob, 1, sources, allowanceOfZip());
      else if (file.size > MAX_FOLDER_BYTES) throw tooLarge();
      else folder.files.push(file);
    } catch (thrown) {
      sources.folders.length = length; // none of a zip of which a part is damaged
      sources.refused.push({ file: file.name, ...readingFailure(thrown) });
    }
  }
  if (folder.files.length) sources.folders.unshift(folder);
  return sources;
}

/**
 * Returns what to say of bytes that could not be read.
 *
 * @param {unknown} thrown
 * @returns {FailureData}
 */
export function readingFailure(thrown) {
  if (thrown instanceof Failure) return Failure.toData(thrown);
  const isInflating =
    thrown instanceof TypeError || /** @type {any} */ (thrown)?.code === 'Z_DATA_ERROR';
  return isInflating
    ? {
        code: 'damaged',
        message: 'What is packed cannot be unpacked.',
        advice: 'Download it again; it may have been cut off.',
      }
    : {
        code: 'unreadable',
        message: 'The browser cannot read the file.',
        advice: 'Check that it is still where it was, then give it again.',
      };
}
