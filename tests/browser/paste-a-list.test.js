// A person pastes a list: every line gets its verdict, its reason and what else may be meant, while typing goes on.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';

const MIXED = ['E11.9', 'E11', 'E1I.9', '47541', 'heart attack', 'qwerty asdfgh', ''].join('\n');

/** Writes long texts as pasting does; Playwright's fill types them line by line. */
const put = (field, text) =>
  field.evaluate((area, value) => {
    area.value = value;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);

async function check(page, url, text) {
  await open(page, `${url}#/paste`);
  await page.getByLabel('Codes or descriptions, one a line').fill(text);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.waitForSelector('.checked');
  await page.waitForFunction(() => !document.querySelector('.paste-progress'));
}

const verdicts = (page) => page.locator('.checked .verdict').allInnerTexts();

test('each line has its verdict, in the order of the list, and the end is spoken', () =>
  scenario(async ({ page, url }) => {
    await check(page, url, MIXED);
    assert.deepEqual(await verdicts(page), [
      'Valid',
      'Header',
      'Unknown',
      'Valid',
      'Exact name',
      'Not found',
    ]);
    assert.match(await page.locator('p.spoken').innerText(), /6 lines checked\. 3 can be used/);
    const header = page.locator('.checked tbody tr').nth(1);
    assert.match(await header.innerText(), /Too short to be billed/);
    assert.ok((await header.locator('.offers button').count()) > 0);
  }));

test('a filter narrows the table, is pressed, and its count is spoken', () =>
  scenario(async ({ page, url }) => {
    await check(page, url, MIXED);
    const chip = page.getByRole('button', { name: 'Unknown 1' });
    await chip.click();
    assert.deepEqual(await verdicts(page), ['Unknown']);
    assert.equal(await chip.getAttribute('aria-pressed'), 'true');
    assert.match(await page.locator('p.spoken').innerText(), /1 line shown/);
    assert.equal(await page.getByRole('row').count(), 2);
    assert.equal(await page.getByRole('columnheader').count(), 5);
  }));

test('an offered code is taken and given back, and the focus stays in the row', () =>
  scenario(async ({ page, url }) => {
    await check(page, url, MIXED);
    await page.getByRole('button', { name: 'Unknown 1' }).click();
    await page.getByRole('button', { name: /^Take E11\.9,/ }).press('Enter');
    assert.deepEqual(await verdicts(page), ['Chosen']);
    assert.equal(await page.evaluate(() => document.activeElement.innerText.trim()), 'Undo');
    await page.keyboard.press('Enter');
    assert.deepEqual(await verdicts(page), ['Unknown']);
    assert.match(
      await page.evaluate(() => document.activeElement.getAttribute('aria-label')),
      /^Take E11\.9,/,
    );
  }));

test('what can be used goes on the list, and the table leaves as CSV', () =>
  scenario(async ({ page, url }) => {
    await check(page, url, `${MIXED}=1+1`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'checked-list.csv');
    const csv = await readFile(await download.path(), 'utf8');
    assert.match(csv, /\r\n3,E1I\.9,unknown,/);
    assert.doesNotMatch(csv, /(^|,)=/m, 'no cell starts a formula');
    await page.getByRole('button', { name: 'Add 3 to my list' }).click();
    await page.getByRole('link', { name: 'My list, 3 codes' }).click();
    await page.waitForSelector('.list-row >> nth=2');
  }));

test('nothing, too many lines and a file that is no text are told, with the focus in the field', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/paste`);
    const field = page.getByLabel('Codes or descriptions, one a line');
    const button = page.getByRole('button', { name: 'Check', exact: true });
    await button.click();
    await page.waitForSelector('[role=alert] >> text=nothing to check');
    await put(field, 'E11.9\n'.repeat(10_001));
    await button.click();
    await page.waitForSelector('[role=alert] >> text=These are 10,001 lines; 10,000 are checked');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'paste-text');
    const buffer = Buffer.from([0x50, 0x4b, 3, 4, 0, 0]);
    await page
      .locator('.paste-form input[type=file]')
      .setInputFiles({ name: 'a.xlsx', mimeType: 'application/zip', buffer });
    await page.waitForSelector('[role=alert] >> text=a.xlsx is no text file');
  }));

test('while thousands of lines are checked, typing is answered and the last query wins', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/paste`);
    const lines = Array.from({ length: 4000 }, (_, at) =>
      at % 3 ? `E1${at % 10}.${at % 7}` : `type ${at % 3} diabetes with ${at}`,
    );
    await put(page.getByLabel('Codes or descriptions, one a line'), lines.join('\n'));
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.waitForSelector('.paste-progress');
    await page.evaluate(() => location.assign('#/'));
    await page.waitForSelector('#search-box');
    await page.locator('#search-box').pressSequentially('47541');
    await page.waitForSelector('.hit-link[href="#/cpt4/47541"]');
    await page.locator('#search-box').fill('E11.9');
    await page.waitForSelector('.hit-link[href="#/icd10cm/E11.9"]');
    await page.evaluate(() => location.assign('#/paste'));
    await page.waitForSelector('.paste-progress button');
    const total = async () => page.locator('.paste-progress .numbers').innerText();
    assert.match(await total(), /of 4,000 checked/, 'the check was still going on');
    await page.getByRole('button', { name: 'Stop' }).click();
    assert.match(await page.locator('p.spoken').innerText(), /Stopped after/);
    await page.waitForSelector('.checked');
  }));

test('hostile lines are text: no markup, no script, no request', () =>
  scenario(async ({ page, url }) => {
    const hostile =
      '<img src=x onerror=alert(1)>\n"><script>alert(1)</script>\n\u202Egnp.exe\njavascript:1';
    await check(page, url, hostile);
    assert.equal(await page.locator('.checked img, .checked script').count(), 0);
    assert.match(await page.locator('.checked .cell-text').nth(1).innerText(), /<img src=x/);
  }));
