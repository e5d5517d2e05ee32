// What does not parse is said with advice while results are still shown.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';

test('an open quotation mark is told, and the plain words are answered meanwhile', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/?q=${encodeURIComponent('diabetes )')}`);
    await page.waitForSelector('.message.warning');
    assert.ok((await page.locator('.hit').count()) > 0);
  }));

test('words that no concept has are said to have no match', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/?q=qqqqzzzzxxxx`);
    await page.waitForFunction(() =>
      document.querySelector('#answer-status')?.textContent?.includes('No code matches'),
    );
    assert.equal(await page.locator('.hit').count(), 0);
  }));

test('chips narrow the results and keep the counts of all code systems', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/?q=stent`);
    await page.waitForSelector('.hit');
    const chips = page.locator('.chips:not(.narrowing) .chip');
    const before = await chips.allInnerTexts();
    await chips.nth(1).click();
    await page.waitForFunction(() => location.hash.includes('s='));
    await page.waitForSelector('.chip:nth-child(2)[aria-pressed="true"]');
    assert.deepEqual(await chips.allInnerTexts(), before);
    // The chip shows the choice at once, the list when the engine has answered.
    const systems = async () => new Set(await page.locator('.hit-system').allInnerTexts()).size;
    for (let tries = 0; tries < 100 && (await systems()) !== 1; tries += 1)
      await page.waitForTimeout(50);
    assert.equal(await systems(), 1);
  }));
