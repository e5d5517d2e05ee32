// A code system is read from its chapters down to a code, by keyboard, by pointer and by a link.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';

/** @param {import('playwright-core').Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('data-id'));

test('arrows open the chapters down to a code, and Enter shows it; going back leads to its line', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/browse/icd10cm/E11`);
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-id') === 'E11');
    const line = page.locator('[data-id="E11"]');
    assert.equal(await line.getAttribute('aria-expanded'), 'true');
    assert.ok(Number(await line.getAttribute('aria-level')) >= 1);
    await page.keyboard.press('ArrowRight');
    const child = await focused(page);
    assert.match(child, /^E11\./);
    assert.equal(await page.getAttribute(`[data-id="${child}"]`, 'aria-posinset'), '1');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focused(page), 'E11');
    await page.keyboard.press('ArrowLeft');
    await page.waitForSelector('[data-id="E11"][aria-expanded="false"]');
    assert.equal(await page.locator(`[data-id="${child}"]`).count(), 0);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#/icd10cm/E11');
    await page.goBack();
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-id') === 'E11');
  }));

test('Home, End and typed characters lead to lines, and Tab leaves the tree', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/browse/icd10cm`);
    const lines = page.locator('[role="treeitem"]');
    await lines.first().focus();
    await page.keyboard.press('End');
    assert.equal(await focused(page), await lines.last().getAttribute('data-id'));
    await page.keyboard.press('Home');
    assert.equal(await focused(page), await lines.first().getAttribute('data-id'));
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), await lines.nth(1).getAttribute('data-id'));
    await page.keyboard.press('ArrowUp');
    const third = await lines.nth(2).getAttribute('data-id');
    await page.keyboard.type(third.slice(0, 3));
    assert.ok((await focused(page)).startsWith(third.slice(0, 3)));
    assert.equal(await page.locator('[role="treeitem"][tabindex="0"]').count(), 1);
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), null);
  }));

test('a press on a twisty opens a branch and counts what is below; the address can be sent', () =>
  scenario(async ({ page, url, context }) => {
    await open(page, `${url}#/browse/icd10cm/E11`);
    const line = page.locator('[data-id="E11"]');
    const below = Number((await line.locator('.tree-count').innerText()).match(/\d+/)?.[0]);
    const shown = await page.locator('[role="treeitem"][data-id^="E11."]').count();
    assert.ok(shown > 0 && below >= shown, `${shown} of ${below}`);
    await line.locator('.twisty').click();
    await page.waitForSelector('[data-id="E11"][aria-expanded="false"]');
    assert.equal(await page.evaluate(() => location.hash), '#/browse/icd10cm/E11');
    const other = await context.newPage();
    await open(other, page.url());
    await other.waitForSelector('[data-id="E11"][aria-expanded="true"]');
  }));

test('every code system has a tree, and each first line leads to a code', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/`);
    const links = await page
      .locator('.systems tbody a')
      .evaluateAll((all) => all.map((a) => a.hash));
    assert.ok(links.length >= 9);
    for (const link of links) {
      await page.goto('about:blank');
      await page.goto(`${url}${link}`);
      await page.waitForFunction(() => document.activeElement?.id === 'browse-title');
      await page.locator('[role="treeitem"]').first().focus();
      for (let depth = 0; depth < 9; depth += 1) {
        const isCode = await page.evaluate(() =>
          document.activeElement?.classList.contains('concept'),
        );
        if (isCode) break;
        await page.keyboard.press('ArrowRight');
        await page.waitForSelector(':focus[aria-expanded="true"]');
        await page.keyboard.press('ArrowRight');
      }
      await page.keyboard.press('Enter');
      await page.waitForSelector('.concept-head');
    }
  }));

test('an unknown place says so and shows the tree', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/browse/icd10cm/E99.99`);
    await page.waitForSelector('.browse-tree .message');
    assert.match(await page.locator('.browse-tree .message').innerText(), /no E99\.99/);
    assert.ok((await page.locator('[role="treeitem"]').count()) > 0);
    await page.goto(`${url}#/browse/nowhere`);
    await page.waitForFunction(() =>
      /nowhere/.test(document.querySelector('h1')?.textContent ?? ''),
    );
  }));

test('a concept leads to its line in the tree and names the codes beside it', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/icd10cm/E11.9`);
    await page.waitForSelector('#section-siblings');
    const siblings = page.locator('section[aria-labelledby="section-siblings"]');
    assert.match(await siblings.locator('[aria-current]').innerText(), /E11\.9/);
    assert.ok((await siblings.locator('a.code-link').count()) >= 1);
    await page.getByRole('link', { name: 'Show in the tree' }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-id') === 'E11.9');
  }));
