// A person with only a keyboard types `biliary access`, opens 47541 and reads its Indications.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';

test('biliary access leads to 47541 and its Indications by keyboard alone', () =>
  scenario(async ({ page, url }) => {
    await open(page, url);
    await page.keyboard.type('biliary access');
    await page.waitForSelector('.hit-link[href="#/cpt4/47541"]');
    const first = await page.locator('.hit-link').first().getAttribute('href');
    assert.equal(first, '#/cpt4/47541');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const indications = page.locator('section[aria-labelledby="section-indications"]');
    await indications.waitFor();
    assert.match(await indications.innerText(), /bile duct/);
    assert.match(await page.locator('h1').innerText(), /endoscopist/i);
    assert.match(await page.title(), /^47541 /);
  }));

test('Enter in the box opens the best answer, Escape leads back to it, and / to the box', () =>
  scenario(async ({ page, url }) => {
    await open(page, url);
    await page.keyboard.type('47541');
    await page.waitForSelector('.hit-link[href="#/cpt4/47541"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('h1#concept-title');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() =>
      document.activeElement?.matches('.hit-link[href="#/cpt4/47541"]'),
    );
    assert.equal(await page.inputValue('#search-box'), '47541');
    await page.keyboard.press('/');
    await page.waitForFunction(() => document.activeElement?.id === 'search-box');
    assert.equal(await page.inputValue('#search-box'), '47541');
  }));

test('? lists the shortcuts and Escape closes the list', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/cpt4/47541`);
    await page.locator('#concept-title').focus();
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    assert.equal(new URL(page.url()).hash, '#/cpt4/47541');
  }));

test('the help lists the examples of LANGUAGE.md, and pressing one asks it', () =>
  scenario(async ({ page, url }) => {
    await open(page, url);
    await page.getByRole('button', { name: 'How to search' }).click();
    await page.getByRole('button', { name: 'biliary stent', exact: true }).click();
    await page.waitForFunction(() => location.hash === '#/?q=biliary%20stent');
    assert.equal(await page.inputValue('#search-box'), 'biliary stent');
  }));
