// Every state of the page is an address that can be sent by mail.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';

test('a link to a search shows it, narrowed by its code systems', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/?q=diabetes&s=icd10cm`);
    await page.waitForSelector('.hit');
    assert.equal(await page.inputValue('#search-box'), 'diabetes');
    const pressed = await page.locator('.chip[aria-pressed="true"]').innerText();
    assert.match(pressed, /ICD-10-CM/);
    const kinds = new Set(await page.locator('.hit-system').allInnerTexts());
    assert.deepEqual([...kinds], ['ICD-10-CM']);
  }));

test('back and forward go between the results and a concept', () =>
  scenario(async ({ page, url }) => {
    await open(page, url);
    await page.keyboard.type('biliary access');
    await page.locator('.hit-link[href="#/cpt4/47541"]').click();
    await page.waitForSelector('#concept-title');
    await page.goBack();
    await page.waitForSelector('.hit');
    assert.equal(await page.inputValue('#search-box'), 'biliary access');
    await page.goForward();
    await page.waitForSelector('#section-indications');
  }));

test('a link to a section of a concept opens at that section', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/cpt4/47541/recovery`);
    await page.waitForFunction(() => document.activeElement?.id === 'section-recovery');
    assert.ok((await page.evaluate(() => scrollY)) > 200);
  }));

test('an unknown code says so and offers the nearest', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/icd10cm/E11.999`);
    await page.waitForSelector('.unknown');
    assert.match(await page.locator('h1').innerText(), /no code E11\.999 in ICD-10-CM/);
    assert.ok((await page.locator('.unknown .code-link').count()) > 0);
    await page.getByRole('link', { name: /Search for/ }).click();
    await page.waitForFunction(() => location.hash === '#/?q=E11.999');
  }));

test('an unknown code system says so', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/nowhere/1`);
    await page.waitForSelector('.unknown');
    assert.match(await page.locator('h1').innerText(), /no code system “nowhere”/);
  }));
