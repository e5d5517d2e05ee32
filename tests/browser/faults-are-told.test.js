// What a person is told when a file is damaged, missing or cut short, or the engine dies.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dist, fakeDist, open, scenario } from './support/scenario.js';

const failedRequest = /Failed to load resource|ERR_|Service Worker registration blocked/;

/** Answers every request for the catalog with these bytes. */
const replaceCatalog = (page, answer) => page.context().route('**/catalog/*.medcat.gz', answer);

test('a damaged catalog is refused with a sentence', () =>
  scenario(
    async ({ page, url }) => {
      await replaceCatalog(page, (route) => route.fulfill({ body: Buffer.from('not a catalog') }));
      await page.goto(url);
      const alert = page.locator('[role="alert"]');
      await alert.waitFor();
      assert.match(await alert.innerText(), /could not be opened.*\. .+/s);
    },
    { site: dist },
  ));

test('a missing catalog is told with its address and what to do', () =>
  scenario(
    async ({ page, url }) => {
      await replaceCatalog(page, (route) => route.fulfill({ status: 404, body: '' }));
      await page.goto(url);
      const alert = page.locator('[role="alert"]');
      await alert.waitFor();
      assert.match(await alert.innerText(), /medical-codes\.medcat\.gz was answered with 404/);
      assert.match(await alert.innerText(), /Try again/);
    },
    { expected: failedRequest },
  ));

test('a missing detail pack is told, and the rest of the concept is shown', () =>
  scenario(
    async ({ page, url }) => {
      await page
        .context()
        .route('**/details/**', (route) => route.fulfill({ status: 404, body: '' }));
      await open(page, `${url}#/cpt4/47541`);
      const alert = page.locator('[role="alert"]');
      await alert.waitFor();
      assert.match(await alert.innerText(), /details of this code could not be read/);
      assert.match(await page.locator('h1').innerText(), /endoscopist/i);
    },
    { expected: failedRequest, context: { serviceWorkers: 'block' } },
  ));

test('an engine that dies is started again, and the page says so', () =>
  scenario(
    async ({ page, url }) => {
      await open(page, url);
      await page.keyboard.type('!trap');
      await page.waitForSelector('.notice');
      await page.fill('#search-box', 'diabetes');
      await page.waitForSelector('.hit');
    },
    { site: fakeDist() },
  ));
