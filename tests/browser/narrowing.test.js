// A coder narrows the answers to what may be billed and to one chapter, sends the link, and asks why the order is so.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PARTS } from '../../web/page/sum-view.js';
import { accessibilityFindings, open, scenario } from './support/scenario.js';

/** Axe is put into the page by a script that its policy forbids. */
const AXE = { context: { bypassCSP: true } };

/** @param {import('playwright-core').Page} page */
const states = (page) => page.locator('.hit .state').allInnerTexts();

/**
 * Waits until the switch is on and the answers are those to it.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} query part of the address
 */
const asked = (page, query) => page.waitForFunction((part) => location.hash.includes(part), query);

test('only billable answers of one chapter are left, and the link says so', () =>
  scenario(async ({ page, url }) => {
    await open(page, url);
    await page.keyboard.type('pneumonia');
    await page.waitForSelector('.hit .state.header');
    await page.getByRole('button', { name: /^Billable/ }).click();
    await asked(page, 'f=is%3Abillable');
    await page.waitForFunction(() => !document.querySelector('.hit .state.header'));
    assert.ok((await states(page)).every((state) => state === 'Billable'));
    await page.getByRole('combobox', { name: 'Narrow by chapter' }).selectOption('chapter:J00-J99');
    await asked(page, 'chapter%3AJ00-J99');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.hit .code')].every((code) =>
        code.textContent?.startsWith('J'),
      ),
    );
    const link = page.url();
    const told = await page.locator('#answer-status').innerText();
    await page.goto('about:blank');
    await open(page, link);
    await page.waitForSelector('.hit');
    assert.equal(await page.locator('#answer-status').innerText(), told);
    assert.deepEqual(await accessibilityFindings(page), []);
    await page.getByRole('button', { name: /^Billable/ }).click();
    await page.waitForSelector('.hit .state.header');
  }, AXE));

test('why this order: every hit shows its sum, and the parts are those of the engine', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/?q=pneumonia`);
    await page.waitForSelector('.hit');
    await page.getByRole('button', { name: 'Why this order?' }).click();
    const total = await page.locator('.hit-sum .total dd').first().innerText();
    const sum = await page.locator('.hit-sum').first().innerText();
    const products = [...sum.matchAll(/([\d.]+) × ([\d.]+)/g)];
    const tier = Number(/\d+(?=\s)/.exec(sum)?.[0]);
    const reckoned = products.reduce((all, [, w, value]) => all + Number(w) * Number(value), tier);
    assert.ok(Math.abs(reckoned - Number(total)) < 0.002, `${sum} is ${reckoned}`);
    const weights = readFileSync(new URL('../../core/search/weights.hpp', import.meta.url), 'utf8');
    for (const [part, value] of Object.entries(PARTS)) {
      assert.match(weights, new RegExp(`float ${part} = ${value.toFixed(2)}F`));
    }
  }));

test('sides and encounters of one fracture fold into one line that opens', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/?q=fracture%20of%20tibia`);
    const fold = page.locator('.fold-button').first();
    await fold.waitFor();
    const before = await page.locator('.hit').count();
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    await fold.click();
    await page.waitForSelector('.fold-button[aria-expanded="true"]');
    const promised = Number(/\d+/.exec(await fold.innerText())?.[0]);
    assert.equal(await page.locator('.hit').count(), before + promised);
    await page.evaluate(() => scrollTo(0, 0));
    assert.deepEqual(await accessibilityFindings(page), []);
  }, AXE));
