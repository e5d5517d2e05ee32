// What builds a person's own catalog is fetched with the first file, kept from then on, and never without WebAssembly.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';

const FILES = '.own-drop input[type=file]';

/** @param {string} name */
const tableOf = (name) => ({
  name: `${name}.csv`,
  mimeType: 'text/csv',
  buffer: Buffer.from(`code,name\n${name}-1,Bed of the ${name}\n`),
});

/** @param {string[]} paths */
const ofBuilder = (paths) => paths.filter((path) => path.includes('/builder-'));

/** Runs in the page: the files of the builder that are saved in this browser. */
async function savedFiles() {
  const names = await caches.keys();
  const saved = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return saved.flat().map(({ url }) => url);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @param {string} name
 */
async function buildTable(page, url, name) {
  await open(page, `${url}#/own`);
  await page.setInputFiles(FILES, [tableOf(name)]);
  await page.waitForSelector('#own-report-title');
}

test('the builder is fetched with the first file, and builds again when the server is gone', () =>
  scenario(
    async ({ page, url, server }) => {
      await open(page, url);
      await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
      await page.reload();
      await open(page, `${url}#/?q=stent`);
      await page.waitForSelector('.hit');
      assert.deepEqual(ofBuilder(server.asked), [], 'who only searches loads it');
      assert.deepEqual(ofBuilder(await page.evaluate(savedFiles)), [], 'it is saved with the page');
      await buildTable(page, url, 'ward');
      const kinds = ofBuilder(server.asked).map((path) =>
        path.replace(/.*\/(builder(-lexicon)?)-.*\./, '$1.'),
      );
      assert.deepEqual([...new Set(kinds)].sort(), [
        'builder-lexicon.js',
        'builder.js',
        'builder.wasm',
      ]);
      assert.equal(ofBuilder(await page.evaluate(savedFiles)).length, 3);
      await server.close();
      await page.reload();
      await buildTable(page, url, 'annex');
      await page.goto(`${url}#/?q=${encodeURIComponent('bed of the annex')}`);
      await page.waitForSelector('.hit-link[href="#/annex/annex-1"]');
    },
    { expected: /ERR_CONNECTION_REFUSED/ },
  ));

test('where a policy forbids WebAssembly the page says so, and loads nothing for it', () =>
  scenario(
    async ({ page, url, server }) => {
      await buildsNot(page, url);
      assert.deepEqual(ofBuilder(server.asked), []);
    },
    {
      headers: { 'Content-Security-Policy': "script-src 'self'" },
      context: { serviceWorkers: 'block' },
      expected: /registration blocked|WebAssembly|unsafe-eval|Content Security Policy/i,
    },
  ));

/**
 * @param {import('playwright-core').Page} page
 * @param {string} url
 */
async function buildsNot(page, url) {
  await page.goto(`${url}#/own`); // the plain engine takes its time to open; adding needs no engine
  await page.setInputFiles(FILES, [tableOf('ward')]);
  await page.waitForSelector('text=/needs WebAssembly/');
}
