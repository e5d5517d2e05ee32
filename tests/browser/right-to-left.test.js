// On a page written from right to left the element follows, and codes stay readable.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenario } from './support/scenario.js';
import { typeInto } from './support/widget.js';

test('the icon stands at the right, codes read from left to right', () =>
  scenario(async ({ page, url }) => {
    await page.goto(`${url}pages/right-to-left.html`);
    await typeInto(page, 'first', 'E11.9');
    const icon = await page.locator('#first .icon').boundingBox();
    const input = await page.locator('#first input').boundingBox();
    assert.ok(icon.x > input.x);
    const code = page.locator('#first .option .code').first();
    assert.equal(await code.evaluate((element) => getComputedStyle(element).direction), 'ltr');
  }));
