// What do the tests of the builder stand on? The module below build/, the native program and files in memory.

import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import createBuilder from '../../../build/wasm/builder.mjs';
import { build } from '../../../web/builder/build.js';
import '../../support/deflate-raw.js';
import { runProgram } from './built.js';

const root = new URL('../../../', import.meta.url);
export const builderWasm = await readFile(new URL('build/wasm/builder.wasm', root));
export const module = await createBuilder({ wasmBinary: builderWasm });

/** @param {string} path below tests/sources/fixtures */
export const fixture = (path) => readFile(new URL(`tests/sources/fixtures/${path}`, root));

export async function readLexicon() {
  const folder = new URL('data/lexicon/', root);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tsv'));
  const texts = names.map((name) => readFile(new URL(name, folder), 'utf8'));
  return Object.fromEntries((await Promise.all(texts)).map((text, i) => [names[i], text]));
}

/**
 * Builds a catalog of files given as contents by name.
 *
 * @param {Record<string, string | Uint8Array>} contents
 * @param {{ choices?: object, lexicon?: Record<string, string>, onProgress?: (progress: any) => void }} [options]
 */
export const buildOf = (contents, { choices, lexicon = {}, onProgress } = {}) =>
  build(module, {
    files: Object.entries(contents).map(([name, content]) => ({ name, blob: new Blob([content]) })),
    choices,
    lexicon,
    onProgress,
  });

/**
 * Returns what the native program makes of the same files: catalog and details, not compressed, by file name.
 *
 * @param {Record<string, string | Uint8Array>} contents
 */
export async function buildNatively(contents) {
  const folder = await mkdtemp(join(tmpdir(), 'medcode-builder-'));
  try {
    for (const [name, content] of Object.entries(contents)) {
      await mkdir(dirname(join(folder, 'in', name)), { recursive: true });
      await writeFile(join(folder, 'in', name), content);
    }
    const out = join(folder, 'c.medcat');
    const details = join(folder, 'details');
    const report = join(folder, 'report.json');
    const words = ['--sources', join(folder, 'in'), '--out', out, '--details', details];
    await runProgram(['build', ...words, '--report', report, '--quiet']);
    const names = (await readdir(details)).sort();
    const packs = names.map(async (name) => gunzipSync(await readFile(join(details, name))));
    return {
      catalog: await readFile(out),
      details: new Map((await Promise.all(packs)).map((bytes, i) => [names[i], bytes])),
      report: JSON.parse(await readFile(report, 'utf8')),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
