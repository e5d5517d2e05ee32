// standalone.html, opened by double click, searches in Chromium and Firefox.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startChromium, startFirefox, watch } from './support/browsers.js';
import { dist } from './support/scenario.js';

const url = `file://${dist}/standalone.html`;

/** Runs in the page: true once the article of 47541 is shown. */
const hasArticle = () => document.querySelector('#section-indications') !== null;

test('in Chromium the file finds 47541 and opens its article', async () => {
  const browser = await startChromium();
  try {
    const page = await browser.newPage();
    const { said } = watch(page, url);
    await page.goto(url);
    await page.waitForSelector('html[data-ready]');
    await page.keyboard.type('biliary access');
    await page.locator('.hit-link[href="#/cpt4/47541"]').click();
    await page.waitForFunction(hasArticle);
    assert.deepEqual(said, []);
  } finally {
    await browser.close();
  }
});

test('in Firefox the file finds 47541 and opens its article', async () => {
  const browser = await startFirefox();
  try {
    const page = await browser.newPage();
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(url);
    await page.waitForSelector('html[data-ready]');
    await page.keyboard.type('biliary access');
    const hit = await page.waitForSelector('.hit-link[href="#/cpt4/47541"]');
    await hit.click();
    await page.waitForFunction(hasArticle);
    assert.deepEqual(said, []);
  } finally {
    await browser.close();
  }
});
