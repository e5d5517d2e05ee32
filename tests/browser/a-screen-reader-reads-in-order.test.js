// What does a screen reader meet, and in which order? Asked of the browser's accessibility tree.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';

/**
 * Returns the landmarks, headings and lists of a view as "role name", in reading order.
 *
 * @param {import('playwright-core').Page} page
 * @param {RegExp} roles
 */
async function outline(page, roles) {
  const snapshot = await page.locator('body').ariaSnapshot();
  return snapshot
    .split('\n')
    .map((line) => /^\s*- '?(\w+)(?: "([^"]*)")?(?:.*\[level=(\d)\])?/.exec(line))
    .filter((found) => found && roles.test(found[1]))
    .map(([, role, name = '', level = '']) => `${role}${level} ${name}`.trim());
}

const STRUCTURE = /^(banner|navigation|main|complementary|contentinfo|heading|article|tree|table)$/;

/**
 * @param {string[]} met
 * @param {(string | RegExp)[]} order parts that must be met one after the other, others between them
 */
function assertOrder(met, order) {
  let at = 0;
  for (const wanted of order) {
    const isMet = (line) => (typeof wanted === 'string' ? line === wanted : wanted.test(line));
    const found = met.findIndex((line, index) => index >= at && isMet(line));
    assert.ok(found >= 0, `${wanted} does not come in its turn in:\n${met.join('\n')}`);
    at = found + 1;
  }
}

test('a concept: banner, place, code and name, contents, sections, properties, footer', () =>
  scenario(async ({ page, url }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page, `${url}#/cpt4/47541`);
    await page.waitForSelector('#section-similar-codes');
    const met = await outline(page, STRUCTURE);
    assertOrder(met, [
      'banner',
      /^navigation Tools/,
      'main',
      /^navigation Place in CPT/,
      /^heading1 /,
      /^navigation On this page/,
      'heading2 Summary',
      'heading2 Indications',
      'heading2 Similar Codes',
      /^complementary/,
      'contentinfo',
    ]);
    assert.equal(met.filter((line) => line.startsWith('heading1')).length, 1);
    assert.equal(met.filter((line) => line === 'main').length, 1);
  }));

test('a tree: its heading names it, its lines tell level and state', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/browse/icd10cm/E11`);
    await page.waitForSelector('[data-id="E11"]');
    assertOrder(await outline(page, STRUCTURE), [
      'banner',
      'main',
      'heading1 Browse ICD-10-CM',
      /^navigation Code systems/,
      'tree Browse ICD-10-CM',
      'contentinfo',
    ]);
    const line = page.getByRole('treeitem', {
      name: /^E11 Type 2 diabetes mellitus \d+ codes below/,
    });
    assert.equal(await line.getAttribute('aria-expanded'), 'true');
    const [own, child] = await Promise.all([
      line.getAttribute('aria-level'),
      page.getByRole('treeitem', { name: /^E11\.9 / }).getAttribute('aria-level'),
    ]);
    assert.equal(Number(child), Number(own) + 1);
  }));

test('a comparison: every cell has its code and its fact as headers', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/compare/icd10cm/E11.9/icd10cm/E10.9`);
    await page.waitForSelector('.compare-table');
    assertOrder(await outline(page, STRUCTURE), [
      'banner',
      'main',
      'heading1 Codes side by side',
      'table',
    ]);
    assert.equal(await page.getByRole('columnheader').count(), 2);
    const rows = await page.locator('.compare-table tbody tr').count();
    assert.equal(await page.locator('.compare-table').getByRole('rowheader').count(), rows);
  }));
