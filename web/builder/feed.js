// How does a file get into the builder's memory, as what it is?
//
// Exports Feed: the files of one folder after the other are looked at, tables that nobody described get a columns file,
// text of a spreadsheet becomes UTF-8, and all is streamed into wasm memory, held to its promised size and checksum.
// Held by tests/wasm/builder.test.js, builder-hostile.test.js and tests/browser/unit/hostile-zips.test.js.

import { Failure } from '../engine/failure.js';
import { isDeath } from './death.js';
import { toUtf8 } from './encoding.js';
import { guessTable } from './guess.js';
import { headOf, readingFailure } from './sources.js';

/** @typedef {import('./contract.d.ts').BuildReport} BuildReport */
/** @typedef {import('./sources.js').SourceFile} SourceFile */
/** @typedef {import('./sources.js').SourceFolder} SourceFolder */
/** @typedef {import('../../wasm/builder.d.ts').BuilderModule} BuilderModule */
/** @typedef {import('../../wasm/builder.d.ts').BoundBuilder} BoundBuilder */
/** @typedef {{ file: SourceFile, head: Uint8Array, text: string }} Look */

const XML = 'an XML document: publishers’ releases in XML are read by the program medcode';

/**
 * Throws what a call into the builder says is wrong.
 *
 * @param {string} answer
 */
export function demand(answer) {
  const { error } = JSON.parse(answer);
  if (error) throw new Failure(error.code, error.message, error.advice);
}

/** @param {string} name */
const baseName = (name) => name.split(/[/\\:]/).pop() ?? '';

/**
 * Returns the name of the table that a columns file describes, '' for any other file.
 *
 * @param {string} text
 */
const describedBy = (text) =>
  /^\ufeff?#columns-of[\t,]"?([^\t\r\n"]*)/.exec(text)?.[1].trim() ?? '';

/** @param {Look} look */
const isConverted = ({ head }) =>
  (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);

export class Feed {
  /** @type {Pick<BuildReport, 'skipped' | 'refused' | 'tables'>} */
  known = { skipped: [], refused: [], tables: [] };
  #module;
  #builder;
  #choices;
  #onBytes;

  /**
   * @param {BuilderModule} module
   * @param {BoundBuilder} builder
   * @param {Pick<import('./contract.d.ts').BuildOptions, 'systemName' | 'tables'>} choices
   * @param {(bytes: number, file: string) => void} onBytes told of every piece
   */
  constructor(module, builder, choices, onBytes) {
    this.#module = module;
    this.#builder = builder;
    this.#choices = choices;
    this.#onBytes = onBytes;
  }

  /**
   * Adds the files of a folder. One that cannot be read is refused; if it is of a zip, so is all of the zip.
   *
   * @param {SourceFolder} folder
   * @returns {Promise<boolean>} whether there is something to read
   */
  async addFolder(folder) {
    // Asked by the files' own names: a name out of a text would keep the whole text.
    const described = new Map(folder.files.map(({ name }) => [baseName(name), false]));
    const unreadable = new Set();
    let isRelease = false;
    let added = 0;
    for (const file of folder.files) {
      try {
        const about = await this.#aboutOthers(file);
        if (described.has(about.describes)) described.set(about.describes, true);
        isRelease ||= about.isRelease;
      } catch (thrown) {
        this.#refuseFor(file.name, thrown);
        if (folder.isZip) return false;
        unreadable.add(file);
      }
    }
    for (const file of folder.files.filter((each) => !unreadable.has(each))) {
      const isDescribed = isRelease || described.get(baseName(file.name)) === true;
      try {
        added += Number(await this.#add(await this.#look(file), isDescribed, folder.isZip));
      } catch (thrown) {
        this.#refuseFor(file.name, thrown);
        if (!folder.isZip) continue;
        this.#builder.dropFiles();
        return false;
      }
    }
    return added > 0;
  }

  /**
   * @param {string} file
   * @param {import('../engine/failure.js').FailureData} failure
   */
  refuse(file, { code, message, advice }) {
    this.known.refused.push({ file, code, message, advice, row: 0 });
  }

  /**
   * @param {string} file
   * @param {unknown} thrown
   */
  #refuseFor(file, thrown) {
    if (isDeath(thrown)) throw thrown;
    this.refuse(file, readingFailure(thrown));
  }

  /**
   * Returns what the first bytes of a file are. They are not kept: ten thousand of them would be more than the files.
   *
   * @param {SourceFile} file
   * @returns {Promise<Look>}
   */
  async #look(file) {
    const head = await headOf(file);
    return { file, head, text: toUtf8(head, { isCut: head.length < file.size }).text };
  }

  /**
   * Returns what a file says about the others of its folder: that it describes one, or that they are a release.
   *
   * @param {SourceFile} file
   */
  async #aboutOthers(file) {
    const { text } = await this.#look(file);
    const describes = describedBy(text);
    this.#write(new TextEncoder().encode(text));
    return { describes, isRelease: !describes && this.#builder.isOfRelease(file.name) };
  }

  /**
   * @param {Look} look
   * @param {boolean} isDescribed true where its columns are known
   * @param {boolean} isInZip
   * @returns {Promise<boolean>} whether the builder has it now
   */
  async #add(look, isDescribed, isInZip) {
    const { file, text } = look;
    if (/^\ufeff?\s*<\?xml/.test(text)) {
      this.known.skipped.push({ file: file.name, reason: XML });
      return false;
    }
    this.#write(new TextEncoder().encode(text));
    const format = isDescribed ? 'described' : this.#builder.formatOf(file.name);
    // What starts with `#` describes itself.
    const isUnknown = ['', 'table'].includes(format) && !/^\ufeff?#/.test(text);
    const guess = isUnknown ? this.#guess(look) : null;
    if (guess?.columnsFile) await this.#addTable(file, guess);
    else if (guess && !isInZip && format === '') throw unknownColumns(guess);
    else if (isConverted(look)) this.#addBytes(file.name, toUtf8(await this.#whole(file)).bytes);
    else await this.#stream(file);
    return true;
  }

  /** @param {Look} look */
  #guess({ file, head, text }) {
    const choice = this.#choices.tables?.[file.name];
    const { systemName } = this.#choices;
    const isWhole = head.length === file.size;
    const { systemId } = this.#module;
    return guessTable(file.name, text, { choice, systemName, systemId, isWhole });
  }

  /**
   * @param {SourceFile} file
   * @param {NonNullable<ReturnType<typeof guessTable>>} guess
   */
  async #addTable(file, guess) {
    const { bytes, encoding } = toUtf8(await this.#whole(file));
    this.#addBytes(file.name, bytes);
    this.#addBytes(`${file.name} (columns)`, new TextEncoder().encode(guess.columnsFile));
    this.known.tables.push({ ...guess, encoding });
  }

  /** @param {SourceFile} file */
  async #whole(file) {
    demand(this.#builder.reserve(0)); // what was looked at is not needed any more
    const bytes = new Uint8Array(file.size);
    await this.#pour(file, (piece, at) => bytes.set(piece, at));
    if (file.crc32 === null) return bytes;
    this.#write(bytes);
    this.#checkReserved(file);
    return bytes;
  }

  /** @param {SourceFile} file */
  async #stream(file) {
    demand(this.#builder.reserve(file.size));
    await this.#pour(file, (piece, at) =>
      this.#module.HEAPU8.set(piece, this.#builder.reserved() + at),
    );
    this.#checkReserved(file);
    this.#builder.addFile(file.name);
  }

  /**
   * Throws when what was written last are not the bytes that were packed.
   *
   * @param {SourceFile} file
   */
  #checkReserved({ crc32 }) {
    if (crc32 !== null && this.#builder.checksum() >>> 0 !== crc32) throw notAsPacked();
  }

  /**
   * Hands every piece on, and demands as many bytes as were promised.
   *
   * @param {SourceFile} file
   * @param {(piece: Uint8Array, at: number) => void} take
   */
  async #pour(file, take) {
    const reader = (await file.stream()).getReader();
    let at = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (at + value.length > file.size) {
        await reader.cancel().catch(() => {});
        throw notAsPacked();
      }
      take(value, at);
      at += value.length;
      this.#onBytes(value.length, file.name);
    }
    if (at !== file.size) throw notAsPacked();
  }

  /**
   * @param {string} name
   * @param {Uint8Array} bytes
   */
  #addBytes(name, bytes) {
    this.#write(bytes);
    this.#builder.addFile(name);
  }

  /** @param {Uint8Array} bytes */
  #write(bytes) {
    demand(this.#builder.reserve(bytes.length));
    this.#module.HEAPU8.set(bytes, this.#builder.reserved());
  }
}

const notAsPacked = () =>
  new Failure(
    'damaged',
    'The bytes are not those that were packed.',
    'Download it again; it may have been cut off.',
  );

/** @param {{ leftOut: string[], columns: { column: string }[] }} guess */
function unknownColumns({ leftOut, columns }) {
  const names = [...columns.map(({ column }) => column), ...leftOut].filter(Boolean).slice(0, 8);
  return new Failure(
    'bad-format',
    `The columns ${names.map((name) => `“${name}”`).join(', ')} do not say which holds the codes and which their names.`,
    'Call the two “code” and “name” in the first row, or choose them.',
  );
}
