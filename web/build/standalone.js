// How does the page become one file that opens by double click?
//
// Exports buildStandalone. A page from file:// may not load module scripts, fetch or register a service
// worker, so everything is inside: one inline script, the worker as a Blob, and wasm, catalog and
// packs as base64 in data blocks. Held by tests/browser/matrix.test.js.

import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, loadConfigFromFile } from 'vite';

/** Stands for the scripts' own address, which an inline script has not; nothing is fetched from it. */
const NOWHERE = 'https://standalone.invalid/';

/**
 * Returns one module with all it imports as a single script.
 *
 * @param {string} entry
 * @param {string} configuration the Vite configuration whose plugins and aliases it needs
 */
async function bundle(entry, configuration) {
  const file = fileURLToPath(new URL(configuration, import.meta.url));
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, file);
  const { plugins, resolve } = /** @type {NonNullable<typeof loaded>} */ (loaded).config;
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    plugins,
    resolve,
    define: { 'import.meta.url': JSON.stringify(NOWHERE) },
    publicDir: false,
    build: {
      write: false,
      cssCodeSplit: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      rollupOptions: {
        input: fileURLToPath(new URL(entry, import.meta.url)),
        output: { format: 'iife', inlineDynamicImports: true },
      },
    },
  });
  const { output: files } = /** @type {import('rollup').RollupOutput} */ (output);
  const script = files.find((file) => file.type === 'chunk');
  const style = files.find(({ fileName }) => fileName.endsWith('.css'));
  return {
    script: script?.type === 'chunk' ? script.code : '',
    style: style?.type === 'asset' ? String(style.source) : '',
  };
}

/** @param {string} text */
function hash(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 */
function dataBlock(name, bytes) {
  const base64 = Buffer.from(bytes).toString('base64');
  return `<script type="application/octet-stream" data-name="${name}">${base64}</script>`;
}

/**
 * Returns a block that whoever opens the file in an editor can read.
 *
 * @param {string} id
 * @param {string} text
 */
function textBlock(id, text) {
  const inert = text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  return `<script type="text/plain" id="${id}">\n${inert}</script>`;
}

/** @param {URL} dist */
async function dataBlocks(dist) {
  const read = (/** @type {string} */ path) => readFile(new URL(path, dist));
  const blocks = [
    dataBlock('engine.wasm', gzipSync(await read('engine/engine.wasm'), { level: 9 })),
    dataBlock('catalog', await read('catalog/medical-codes.medcat.gz')),
  ];
  for (const pack of (await readdir(new URL('catalog/details/', dist)).catch(() => [])).sort()) {
    blocks.push(dataBlock(`details/${pack}`, await read(`catalog/details/${pack}`)));
  }
  return blocks;
}

/**
 * @param {URL} dist
 * @param {string} notices whose work is in the file
 */
export async function buildStandalone(dist, notices) {
  const worker = await bundle('../engine/worker.js', '../vite.engine.config.js');
  const page = await bundle('../page/standalone.js', '../vite.config.js');
  const data = [
    dataBlock('worker', gzipSync(worker.script, { level: 9 })),
    ...(await dataBlocks(dist)),
  ];
  const script = page.script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const policy =
    `default-src 'none'; script-src ${hash(script)} blob: 'wasm-unsafe-eval'; style-src ${hash(page.style)}; ` +
    `worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'`;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Search all medical codes</title>
<style>${page.style}</style>
</head>
<body>
<div id="app"></div>
${data.join('\n')}
${textBlock('third-party', notices)}
<script>${script}</script>
</body>
</html>
`;
  await writeFile(new URL('standalone.html', dist), html);
}
