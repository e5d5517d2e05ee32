// Recents, favourites and own codes first: only when switched on, kept only where the site allows it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { dist, open, scenario } from './support/scenario.js';

const stored = (page) => page.evaluate(() => [localStorage.length, sessionStorage.length]);

/** Makes a site that allows storing, by the one line that its administrator changes. */
const allowing = (page) =>
  page.route(/\/(index\.html)?(\?.*)?$/, async (route) => {
    const html = await readFile(`${dist}/index.html`, 'utf8');
    const body = html.replace('content="forbidden"', 'content="allowed"');
    await route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
  });

const settings = (page) => page.getByRole('button', { name: 'My codes' }).click();
const closed = async (page) => {
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { state: 'detached' });
};

test('as delivered, a session of work stores nothing and the page says that it cannot', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/?q=E11.9`);
    await page.locator('.hit-add').first().click();
    await settings(page);
    await page.getByLabel('Remember my codes').check();
    assert.equal(await page.getByLabel('Keep them and my list').isDisabled(), true);
    assert.match(await page.locator('dialog').innerText(), /This site does not allow/);
    await closed(page);
    await page.goto(`${url}#/icd10cm/I10`);
    await page.waitForSelector('#concept-title');
    assert.deepEqual(await stored(page), [0, 0]);
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    assert.equal(await page.getByRole('link', { name: 'My list, 0 codes' }).count(), 1);
    assert.deepEqual(await stored(page), [0, 0]);
  }));

test('where the site allows it, nothing is stored until asked; then all is there after a reload, and forgotten at one press', () =>
  scenario(
    async ({ page, url }) => {
      await allowing(page);
      await open(page, `${url}#/?q=E11.9`);
      await page.locator('.hit-add').first().click();
      assert.deepEqual(await stored(page), [0, 0]);
      await settings(page);
      await page.getByLabel('Remember my codes').check();
      await page.getByLabel('Keep them and my list').check();
      await closed(page);
      await page.goto(`${url}#/icd10cm/I10`);
      await page.getByRole('button', { name: 'Favourite' }).click();
      await page.goto(`${url}#/`);
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      assert.equal(await page.getByRole('link', { name: 'My list, 1 code' }).count(), 1);
      assert.match(await page.getByRole('region', { name: 'Favourites' }).innerText(), /I10/);
      await settings(page);
      await page.getByRole('button', { name: 'Forget everything' }).click();
      await page.waitForSelector('dialog >> text=Everything is forgotten');
      await closed(page);
      assert.deepEqual(await stored(page), [0, 0]);
      assert.equal(await page.getByRole('region', { name: 'Favourites' }).count(), 0);
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      assert.equal(await page.getByRole('link', { name: 'My list, 0 codes' }).count(), 1);
    },
    { context: { serviceWorkers: 'block' }, expected: /registration blocked by Playwright/ },
  ));

test('a code picked twice is lifted to the top and said to be one’s own, only when switched on', () =>
  scenario(async ({ page, url }) => {
    const pick = async () => {
      for (let round = 0; round < 2; round += 1) {
        await page.goto(`${url}#/icd10cm/E11.65`);
        await page.waitForSelector('#concept-title');
        await page.goto(`${url}#/`);
        await page.waitForSelector('#search-box');
      }
      await page.locator('#search-box').fill('type 2 diabetes');
      await page.waitForSelector('.hit');
      await page.waitForTimeout(300);
    };
    await open(page, url);
    await pick();
    const first = page.locator('.hit').first();
    assert.notEqual(await first.locator('.code').innerText(), 'E11.65');
    assert.equal(await page.locator('.hit-own').count(), 0);
    await settings(page);
    await page.getByLabel('Remember my codes').check();
    await closed(page);
    await pick();
    await page.waitForSelector('.hit-own');
    assert.equal(await first.locator('.code').innerText(), 'E11.65');
    assert.match(await first.innerText(), /You often pick this/);
    assert.equal(await page.locator('.hit-link[href="#/icd10cm/E11.65"]').count(), 1);
    await page.locator('#search-box').fill('');
    assert.match(await page.getByRole('region', { name: 'Recent' }).innerText(), /E11\.65/);
  }));
