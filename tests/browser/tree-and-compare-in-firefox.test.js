// The tree by keyboard and codes side by side, in Firefox.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dist } from './support/scenario.js';
import { findings, inBrowser } from './support/two-browsers.js';

const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('data-id'));

test('Firefox: arrows lead down the tree to a code, Enter shows it, and axe finds nothing', () =>
  inBrowser('Firefox', { site: dist }, async ({ page, url }) => {
    await page.goto(`${url}#/browse/icd10cm/E11`);
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-id') === 'E11');
    // What lies half below the page's head, scrolled so, would count as too small a target.
    await page.evaluate(() => scrollTo(0, 0));
    assert.deepEqual(await findings(page), []);
    await page.keyboard.press('ArrowRight');
    const child = await focused(page);
    assert.match(child, /^E11\./);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.waitForSelector('[data-id="E11"][aria-expanded="false"]');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#/icd10cm/E11');
    await page.goBack();
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-id') === 'E11');
  }));

test('Firefox: two codes side by side, what differs is marked, one is taken out, and axe finds nothing', () =>
  inBrowser('Firefox', { site: dist }, async ({ page, url }) => {
    await page.goto(`${url}#/compare/icd10cm/E11.9/icd10cm/E10.9`);
    await page.waitForSelector('.compare-table mark');
    const marks = () =>
      [...document.querySelectorAll('.compare-table tr:has(mark)')][0].querySelectorAll('mark')
        .length;
    assert.equal(await page.evaluate(marks), 2);
    assert.deepEqual(await findings(page), []);
    await page.evaluate(() =>
      [...document.querySelectorAll('a')]
        .find((link) => link.getAttribute('aria-label')?.startsWith('Remove E11.9'))
        .focus(),
    );
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#/compare/icd10cm/E10.9');
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('thead th').length === 2);
  }));
