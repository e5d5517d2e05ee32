// A coder asks what is mapped to a code: the file for it is fetched then, once, and not before.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';

test('mappings and notes are fetched with the first query for them, and answer', () =>
  scenario(
    async ({ page, url, server }) => {
      const fetched = () =>
        server.asked.filter((path) => path.includes('mappings-and-notes')).length;
      await open(page, `${url}#/?q=pneumonia`);
      await page.waitForSelector('.hit');
      assert.equal(fetched(), 0);
      await page.fill('#search-box', 'note:"code first"');
      await page.waitForFunction(() => !document.querySelector('.message.warning'));
      await page.waitForFunction(() => document.querySelector('#answer-status')?.textContent);
      await page.fill('#search-box', 'maps-to:icd10cm/J18.9');
      await page.waitForFunction(() => location.hash.includes('maps-to'));
      await page.waitForTimeout(300);
      assert.equal(await page.locator('.message.warning').count(), 0);
      assert.equal(fetched(), 1);
    },
    { context: { serviceWorkers: 'block' }, expected: /Service Worker registration blocked/ },
  ));
