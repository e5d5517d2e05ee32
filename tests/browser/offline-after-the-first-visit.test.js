// After one visit the site works with its server gone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';

test('search and an article work after the server was stopped', () =>
  scenario(
    async ({ page, url, server }) => {
      await open(page, url);
      await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
      await open(page, `${url}#/cpt4/47541`);
      await page.waitForSelector('#section-indications');
      await server.close();
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      await page.waitForSelector('#section-indications');
      await open(page, `${url}#/?q=biliary%20access`);
      await page.waitForSelector('.hit-link[href="#/cpt4/47541"]');
      assert.ok(await page.locator('.hit').count());
    },
    { expected: /ERR_CONNECTION_REFUSED/ },
  ));
