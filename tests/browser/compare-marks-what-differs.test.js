// Two or three concepts stand side by side, what differs is marked, and the comparison is a link.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';

const TWO = '#/compare/icd10cm/E11.9/icd10cm/E10.9';

/**
 * @param {import('playwright-core').Page} page
 * @param {string} title
 */
const row = (page, title) =>
  page.locator('.compare-table tr', { has: page.getByRole('rowheader', { name: title }) });

test('the words in which two names differ are marked, and only they', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}${TWO}`);
    await page.waitForSelector('.compare-table');
    const name = row(page, /^Name/);
    assert.deepEqual(await name.locator('mark').allInnerTexts(), ['2', '1']);
    assert.match(await name.locator('th').innerText(), /differs/);
    const system = row(page, /^Code system/);
    assert.equal(await system.locator('mark').count(), 0);
    assert.doesNotMatch(await system.locator('th').innerText(), /differs/);
  }));

test('only differences leaves out the rows that are the same', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}${TWO}`);
    await page.waitForSelector('.compare-table');
    assert.equal(await row(page, /^Code system/).count(), 1);
    await page.getByRole('button', { name: 'Only differences' }).click();
    assert.equal(await row(page, /^Code system/).count(), 0);
    assert.equal(await row(page, /^Name/).count(), 1);
  }));

test('a comparison grows by a search, shrinks by a press, and every state is an address', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/icd10cm/E11.9`);
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await page.waitForFunction(() => location.hash === '#/compare/icd10cm/E11.9');
    await page.locator('.compare-search input').fill('E10.9');
    await page.locator('.compare-search [role="option"]').first().waitFor();
    await page.locator('.compare-search input').press('Enter');
    await page.waitForFunction((hash) => location.hash === hash, TWO);
    await page.waitForFunction(() => document.querySelectorAll('thead th').length === 2);
    await page.getByRole('link', { name: 'Remove E11.9 from the comparison' }).click();
    await page.waitForFunction(() => location.hash === '#/compare/icd10cm/E10.9');
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('thead th').length === 2);
  }));

test('a similar code is compared from its line', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/icd10cm/E11.9`);
    await page.waitForSelector('#section-similar-codes');
    await page
      .getByRole('link', { name: /^Compare with / })
      .first()
      .click();
    await page.waitForFunction(() => document.querySelectorAll('thead th').length === 2);
    assert.match(
      await page.evaluate(() => location.hash),
      /^#\/compare\/icd10cm\/E11\.9\/icd10cm\//,
    );
  }));

test('an unknown code keeps its column and says so', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/compare/icd10cm/E11.9/icd10cm/E11.999`);
    await page.waitForSelector('.compare-unknown');
    assert.match(await page.locator('.compare-unknown').innerText(), /no code E11\.999/);
  }));
