// Everything beside a hit is reached by keyboard; menus follow the APG; single keys can be switched off.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';

const clipboard = { context: { permissions: ['clipboard-read', 'clipboard-write'] } };
const label = (page) =>
  page.evaluate(
    () =>
      document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText.trim(),
  );

test('A puts the chosen hit on the list and takes it off, with the focus on the hit', () =>
  scenario(async ({ page, url }) => {
    await open(page, url);
    await page.keyboard.type('E11.9');
    await page.waitForSelector('.hit-link[href="#/icd10cm/E11.9"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('a');
    await page.waitForSelector('.notice >> text=E11.9 added');
    assert.ok(await page.evaluate(() => document.activeElement.matches('.hit-link')));
    await page.keyboard.press('a');
    await page.waitForSelector('.notice >> text=E11.9 taken off: 0 codes');
  }));

test('C opens the menu of copies: arrows and letters move, Enter copies, Escape gives the focus back', () =>
  scenario(async ({ page, url }) => {
    await open(page, url);
    await page.keyboard.type('E11.9');
    await page.waitForSelector('.hit-link[href="#/icd10cm/E11.9"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('c');
    await page.waitForSelector('[role=menu]');
    assert.equal(await label(page), 'Copy the code');
    await page.keyboard.press('ArrowUp');
    assert.equal(await label(page), 'Copy as spreadsheet row');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    assert.equal(await label(page), 'Copy code and name');
    const button = page.getByRole('button', { name: 'More for E11.9' });
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notice >> text=Copied: E11.9 Type 2');
    assert.match(
      await page.evaluate(() => navigator.clipboard.readText()),
      /^E11\.9 Type 2 diabetes/,
    );
    assert.equal(await label(page), 'More for E11.9');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('[role=menu]');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('[role=menu]').count(), 0);
    assert.equal(await label(page), 'More for E11.9');
    assert.equal(await page.inputValue('#search-box'), 'E11.9', 'Escape closed the menu alone');
  }, clipboard));

test('the shortcuts are listed under ?, and can be switched off for speech input', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/list`);
    await page.locator('#list-title').focus();
    await page.keyboard.press('?');
    const dialog = page.locator('dialog');
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /On my list: move the row/);
    await page.getByLabel(/Single keys/).uncheck();
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.locator('#list-title').focus();
    await page.keyboard.press('?');
    await page.keyboard.press('/');
    assert.equal(await page.locator('dialog').count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'list-title');
  }));

test('a dialog gives the focus back to the button that opened it', () =>
  scenario(async ({ page, url }) => {
    await open(page, url);
    for (const name of ['My codes', 'How to search']) {
      await page.getByRole('button', { name }).press('Enter');
      await page.waitForSelector('dialog[open]');
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { state: 'detached' });
      assert.equal(await label(page), name);
    }
  }));

test('in the accessibility tree menus, lists and the table have their names and states', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/?q=E11.9`);
    await page.locator('.hit-add').first().click();
    await page.goto(`${url}#/list`);
    await page.waitForSelector('.list-row');
    const tree = await page.locator('body').ariaSnapshot();
    for (const part of [
      /link "My list, 1 code"/,
      /heading "Code list" \[level=1\]/,
      /button "Export"/,
      /button "Redo" \[disabled\]/,
      /textbox "Note on E11\.9"/,
      /button "Move E11\.9 up" \[disabled\]/,
      /button "Remove E11\.9"/,
    ]) {
      assert.match(tree, part);
    }
    await page.goto(`${url}#/paste`);
    await page.getByLabel('Codes or descriptions, one a line').fill('E11.9\nE11');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.waitForSelector('.checked tbody tr >> nth=1');
    const checked = await page.locator('#paste-results').ariaSnapshot();
    assert.match(checked, /table "What was found"/);
    assert.match(checked, /rowheader "E11\.9"/);
    assert.match(checked, /button "Header 1"/);
  }));
