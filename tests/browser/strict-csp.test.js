// The element and the page work under a policy that allows nothing but the site's own files.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';
import { strictPolicy, typeInto } from './support/widget.js';

const headers = { 'Content-Security-Policy': strictPolicy };

test('the element works under a strict policy with Trusted Types enforced', () =>
  scenario(
    async ({ page, url }) => {
      await page.goto(`${url}pages/form.html`);
      await typeInto(page, 'diagnosis', 'E11.9');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.querySelector('#diagnosis').value), 'E11.9');
    },
    { headers },
  ));

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
