// What official files say is laid out for people: maps in words, inherited notes, the builder of ICD-10-PCS codes,
// lines that open. On the fake engine, whose catalog has one of each however the site was built.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeDist, open, scenario } from './support/scenario.js';

const fake = { site: fakeDist() };

/**
 * @param {import('playwright-core').Page} page
 * @param {string} section
 */
const section = (page, section) => page.locator(`section[aria-labelledby="section-${section}"]`);

test('a combination says what is taken together, and an approximate map that it is one', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/icd10cm/E11.9`);
    await page.waitForSelector('#section-relations');
    const text = await section(page, 'relations').innerText();
    assert.match(text, /Combination: no single code says the same/);
    assert.match(text, /Approximate: the codes are close/);
    assert.match(
      text,
      /Take one of these codes\s+250\.00[\s\S]*250\.02[\s\S]*and with it this code\s+401\.9/,
    );
    assert.match(text, /Replaced by[\s\S]*E11\.22[\s\S]*since 2024/);
  }, fake));

test('a code that nothing corresponds to says so', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/icd10cm/I10`);
    await page.waitForSelector('#section-relations');
    assert.match(await section(page, 'relations').innerText(), /No equivalent: nothing in/);
  }, fake));

test('notes of the codes above are said to be theirs, with their codes as links', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/icd10cm/E11.21`);
    await page.waitForSelector('#section-notes');
    const inherited = section(page, 'notes').locator('.inherited');
    assert.match(await inherited.innerText(), /Also valid here, from E11/);
    assert.equal(await section(page, 'notes').locator('a.code[href="#/icd10cm/E10.9"]').count(), 1);
  }, fake));

test('changing one axis of an ICD-10-PCS code lands on the other code', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/icd10pcs/0F9930Z`);
    await page.waitForSelector('#section-axes');
    assert.equal(await page.locator('.axes tbody tr').count(), 7);
    await page.getByRole('button', { name: 'Other values: Approach' }).click();
    await section(page, 'axes').locator('a.code-link', { hasText: '0F9940Z' }).click();
    await page.waitForFunction(() => location.hash === '#/icd10pcs/0F9940Z');
    await page.waitForFunction(() =>
      /Endoscopic/.test(document.querySelector('h1')?.textContent ?? ''),
    );
  }, fake));

test('an axis with one legal value says so', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/icd10pcs/0F9930Z`);
    await page.getByRole('button', { name: 'Other values: Qualifier' }).click();
    await page.waitForFunction(() => /No other value is legal/.test(document.body.innerText));
  }, fake));

test('similar codes that differ in side or encounter are one line that opens', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/icd10cm/S82.201B`);
    await page.waitForSelector('#section-similar-codes');
    const variants = section(page, 'similar-codes').locator('details.variants');
    assert.equal(await variants.locator('a').isVisible(), false);
    await variants.locator('summary').click();
    assert.match(await variants.locator('a').innerText(), /S82\.202C/);
  }, fake));
