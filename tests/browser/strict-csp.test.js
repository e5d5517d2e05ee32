// The page works under the policy it carries itself; the element under others' is matrix.test.js's.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';

test('the page works under the policy it carries itself', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/?q=stent`);
    await page.waitForSelector('.hit');
    const policy = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /require-trusted-types-for 'script'/);
  }));
