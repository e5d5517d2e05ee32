// A new release: it is announced, taken over whole when the person says so, and refused when it arrives damaged.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildServiceWorker } from '../../web/build/service-worker.js';
import { dist, open, scenario } from './support/scenario.js';
import { makeSmallCatalog } from './support/small-catalog.js';

/** @type {string} */
let folder;
const catalogOf = (/** @type {string} */ site) => `${site}/catalog/medical-codes.medcat.gz`;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'release-'));
  const copied = (/** @type {string} */ path) => !/standalone\.html|\/first(\/|$)/.test(path);
  await cp(dist, `${folder}/next`, { recursive: true, filter: copied });
  const names = { N1: 'wheelchair of the next release' };
  await makeSmallCatalog(`${folder}/small`, { system: 'next', title: 'Next', names });
  await cp(`${folder}/small/medical-codes.medcat.gz`, catalogOf(`${folder}/next`));
  await buildServiceWorker(pathToFileURL(`${folder}/next/`));
});
after(() => rm(folder, { recursive: true }));

/** Puts the present release into a folder of its own. */
async function presentRelease() {
  const site = `${folder}/site`;
  await rm(site, { recursive: true, force: true });
  const copied = (/** @type {string} */ path) => !path.endsWith('standalone.html');
  await cp(dist, site, { recursive: true, filter: copied });
  return site;
}

/**
 * Visits until the service worker has the page.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} url
 */
async function visit(page, url) {
  await open(page, url);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  await page.reload();
  await page.waitForSelector('html[data-ready]');
}

/** Runs in the page: looks for a new release; true when one waits to be used. */
async function looksForRelease() {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update();
  const arriving = registration.installing;
  if (arriving) {
    await new Promise((settled) => {
      const look = () => arriving.state !== 'installing' && settled(undefined);
      arriving.addEventListener('statechange', look);
      look();
    });
  }
  return registration.waiting !== null;
}

/**
 * Searches on the page anew and returns the first code.
 *
 * @param {import('playwright-core').Page} page
 */
async function firstCode(page) {
  await page.waitForSelector('html[data-ready]');
  await page.fill('#search-box', 'wheelchair');
  await page.waitForSelector('.hit');
  return page.locator('.hit .code').first().innerText();
}

test('a new release is announced, waits, and is taken over whole by one press', async () => {
  const site = await presentRelease();
  await scenario(
    async ({ page, url }) => {
      await visit(page, url);
      await cp(`${folder}/next`, site, { recursive: true });
      assert.equal(await page.evaluate(looksForRelease), true);
      await page.waitForSelector('.notice');
      await page.goto(url);
      assert.notEqual(await firstCode(page), 'N1', 'the old one is used until the person says so');
      const reloaded = page.waitForEvent('load');
      await page.locator('.notice button').first().click();
      await reloaded;
      assert.equal(await firstCode(page), 'N1');
    },
    { site },
  );
});

for (const [what, damage] of /** @type {[string, (bytes: Buffer) => Buffer][]} */ ([
  ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['damaged in one byte', (bytes) => Buffer.from(bytes).fill(bytes[200] ^ 1, 200, 201)],
])) {
  test(`a new catalog that arrives ${what} is refused, and the old one stays`, async () => {
    const site = await presentRelease();
    await scenario(
      async ({ page, url, server }) => {
        await visit(page, url);
        await cp(`${folder}/next`, site, { recursive: true });
        await writeFile(catalogOf(site), damage(await readFile(catalogOf(`${folder}/next`))));
        assert.equal(await page.evaluate(looksForRelease), false);
        await server.close();
        await page.reload();
        assert.notEqual(await firstCode(page), 'N1');
        assert.equal(await page.locator('.notice').count(), 0);
      },
      { site, expected: /ERR_CONNECTION_REFUSED/ },
    );
  });
}
