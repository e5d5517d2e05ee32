// What Chromium is asked elsewhere, Firefox is asked here: the page, the element under a strict policy,
// and work without the server.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startFirefox } from './support/browsers.js';
import { dist } from './support/scenario.js';
import { serve } from './support/serve.js';
import { strictPolicy } from './support/widget.js';

/** @type {Promise<import('puppeteer-core').Browser> | undefined} one for all scenarios */
let started;

after(async () => (await started)?.close());

/**
 * @param {(given: { page: import('puppeteer-core').Page, url: string,
 *   server: { close(): Promise<void> } }) => Promise<void>} steps
 * @param {Record<string, string>} [headers]
 */
async function inFirefox(steps, headers) {
  const server = await serve(dist, { headers });
  started ??= startFirefox();
  const context = await (await started).createBrowserContext();
  try {
    const page = await context.newPage();
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await steps({ page, url: server.url, server });
    assert.deepEqual(said, [], 'the console is empty');
  } finally {
    await context.close();
    await server.close().catch(() => {});
  }
}

test('Firefox: biliary access leads to 47541 and its Indications by keyboard alone', () =>
  inFirefox(async ({ page, url }) => {
    await page.goto(url);
    await page.waitForSelector('html[data-ready]');
    await page.keyboard.type('biliary access');
    await page.waitForSelector('.hit-link[href="#/cpt4/47541"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#section-indications');
  }));

test('Firefox: the element is chosen from and sent under a strict policy', () =>
  inFirefox(
    async ({ page, url }) => {
      await page.goto(`${url}pages/form.html`);
      await page.waitForFunction(() => document.querySelector('#given').codings?.length === 1);
      await page.evaluate(() => document.querySelector('#diagnosis').focus());
      await page.keyboard.type('E11.9');
      await page.waitForFunction(() =>
        document.querySelector('#diagnosis').shadowRoot.querySelector('[role="option"]'),
      );
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('#diagnosis').value === 'E11.9');
    },
    { 'Content-Security-Policy': strictPolicy },
  ));

test('Firefox: the page works after the server was stopped', () =>
  inFirefox(async ({ page, url, server }) => {
    await page.goto(url);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    await page.goto(`${url}#/cpt4/47541`);
    await page.waitForSelector('#section-indications');
    await server.close();
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    await page.waitForSelector('#section-indications');
  }));
