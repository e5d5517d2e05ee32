// What do the tests of the built engine stand on? The catalog, the wasm module and the native program below build/.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openEngine } from '../../../web/engine/engine.js';

const root = new URL('../../../', import.meta.url);
const catalogUrl = new URL('build/catalog/medical-codes.medcat.gz', root);
const program = fileURLToPath(new URL('build/native/medcode', root));

/** Bytes of all answers of one batch; a thousand answers of ten hits are some ten megabytes. */
const MAX_ANSWER_BYTES = 512 * 1024 * 1024;

export const catalogFile = fileURLToPath(catalogUrl);
export const wasmBinary = await readFile(new URL('build/wasm/engine.wasm', root));
export const catalog = await readFile(catalogUrl);

const companion = await readFile(new URL('details/mappings-and-notes.bin.gz', catalogUrl));

/**
 * Opens the built catalog with its mappings and notes.
 *
 * @param {{ isPlain?: boolean }} [options]
 */
export async function openBuilt({ isPlain } = {}) {
  const engine = await openEngine({ wasmBinary, catalog, isPlain });
  await engine.loadCompanion(companion);
  return engine;
}

/**
 * Runs the native program.
 *
 * @param {string[]} words
 * @param {string} [input] what it reads on its input stream
 * @returns {Promise<string>} what it printed
 */
export async function runProgram(words, input = '') {
  const running = promisify(execFile)(program, words, { maxBuffer: MAX_ANSWER_BYTES });
  running.child.stdin?.end(input);
  return (await running).stdout;
}

/** @param {string} json */
export const respelled = (json) => JSON.stringify(JSON.parse(json));

/**
 * Returns the native program's answer to each query, as JSON text in JavaScript's spelling of numbers: of two
 * shortest spellings of a float (1.25…812, 1.25…813) each side takes its own.
 *
 * @param {string[]} queries
 * @param {{ limit: number, isTyping: boolean }} options
 */
export async function answerNatively(queries, { limit, isTyping }) {
  const words = ['search', catalogFile, '--batch', '--json', '--limit', String(limit)];
  const text = await runProgram(
    isTyping ? [...words, '--typing'] : words,
    queries.map((query) => `${query}\n`).join(''),
  );
  return text.trimEnd().split('\n').map(respelled);
}
