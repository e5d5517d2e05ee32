// While the full catalog is on its way, searches are answered from the systems that have arrived, and it is said so.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { dist, scenario } from './support/scenario.js';
import { typeInto } from './support/widget.js';

const hasFirst = existsSync(`${dist}/catalog/first/medical-codes.medcat.gz`);

/**
 * Holds the full catalog back; returns what lets it go.
 *
 * @param {import('playwright-core').Page} page
 */
async function holdCatalogBack(page) {
  let letGo = () => {};
  const held = new Promise((resolve) => (letGo = () => resolve(undefined)));
  await page.context().route(/catalog\/medical-codes\.medcat\.gz$/, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/** @param {import('playwright-core').Page} page */
const status = (page) => page.locator('#answer-status').innerText();

if (hasFirst) {
  test('the page answers from the first systems, says so, and completes the answer', () =>
    scenario(
      async ({ page, url }) => {
        const letGo = await holdCatalogBack(page);
        await page.goto(url);
        await page.fill('#search-box', 'wheelchair');
        await page.waitForSelector('.hit');
        assert.match(await status(page), /so far, more code systems are arriving/);
        assert.equal(await page.getAttribute('html', 'data-ready'), null);
        letGo();
        await page.waitForSelector('html[data-ready]');
        await page.waitForFunction(
          () => !document.querySelector('#answer-status')?.textContent?.includes('so far'),
        );
        assert.ok((await page.locator('.hit').count()) > 0);
      },
      { expected: /Service Worker registration blocked/, context: { serviceWorkers: 'block' } },
    ));

  test('the element does the same, and what is chosen meanwhile stays chosen', () =>
    scenario(
      async ({ page, url }) => {
        const letGo = await holdCatalogBack(page);
        await page.goto(`${url}pages/two-widgets.html`);
        await typeInto(page, 'first', 'wheelchair');
        assert.match(await page.locator('#first .foot').innerText(), /More code systems/);
        const codings = () => page.evaluate(() => document.querySelector('#first').codings);
        await page.keyboard.press('Enter');
        assert.deepEqual(await codings(), [], 'the first of a list that is arriving is no choice');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        const [chosen] = await codings();
        assert.ok(chosen.system.startsWith('http'));
        letGo();
        await page.evaluate(
          () => new Promise((ready) => document.addEventListener('medcode-ready', ready)),
        );
        assert.deepEqual(await codings(), [chosen]);
      },
      { expected: /Service Worker registration blocked/, context: { serviceWorkers: 'block' } },
    ));

  test('a first catalog that is damaged is passed over', () =>
    scenario(
      async ({ page, url }) => {
        await page
          .context()
          .route('**/catalog/first/**', (route) => route.fulfill({ body: 'not a catalog' }));
        await page.goto(url);
        await page.fill('#search-box', 'E11.9');
        await page.waitForSelector('.hit-link[href="#/icd10cm/E11.9"]');
      },
      { expected: /Service Worker registration blocked/, context: { serviceWorkers: 'block' } },
    ));
} else {
  test('a small catalog is loaded alone', () =>
    scenario(async ({ page, url, server }) => {
      await page.goto(url);
      await page.waitForSelector('html[data-ready]');
      assert.deepEqual(
        server.asked.filter((path) => path.includes('/first/')),
        [],
      );
    }));
}
