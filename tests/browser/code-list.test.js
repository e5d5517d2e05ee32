// A person collects codes, puts them in order, notes, undoes, takes the list along and brings it back.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';

const clipboard = { context: { permissions: ['clipboard-read', 'clipboard-write'] } };

/** Puts codes on the list as a person would, and opens it. */
async function collect(page, url, codes) {
  for (const code of codes) {
    await open(page, `${url}#/?q=${code}`);
    await page.getByRole('button', { name: `Add ${code} to my list` }).click();
  }
  await page.getByRole('link', { name: /^My list/ }).click();
  await page.waitForSelector('.list-row');
}

const rows = (page) => page.locator('.list-row .row-code .code').allInnerTexts();
const spoken = (page) => page.locator('p.spoken').innerText();
const inFocus = (page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id,
  );

async function exported(page, name) {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name }).click(),
  ]);
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), 'utf8'),
  };
}

const imported = (page, name, text) =>
  page
    .locator('.tools input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

test('codes are collected from hits and from their page, and counted where the list is opened', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/?q=E11.9`);
    const button = page.locator('.hit-add').first();
    await button.click();
    assert.equal(await button.getAttribute('aria-label'), 'Take E11.9 off my list');
    assert.match(await page.locator('.notice').innerText(), /E11\.9 added: 1 code on your list/);
    await page.goto(`${url}#/icd10cm/I10`);
    await page.getByRole('button', { name: 'Add I10 to my list' }).click();
    await page.getByRole('link', { name: 'My list, 2 codes' }).click();
    await page.waitForSelector('.list-row');
    assert.deepEqual(await rows(page), ['E11.9', 'I10']);
  }));

test('by keyboard rows move and go, the focus stays on the row, and each step is spoken', () =>
  scenario(async ({ page, url }) => {
    await collect(page, url, ['E11.9', 'I10', '47541']);
    await page.locator('.row-link').first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    assert.deepEqual(await rows(page), ['I10', 'E11.9', '47541']);
    assert.match(await spoken(page), /E11\.9, now 2 of 3/);
    assert.equal(await page.evaluate(() => document.activeElement.closest('li').dataset.row), '1');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Delete');
    assert.deepEqual(await rows(page), ['E11.9', '47541']);
    assert.equal(await inFocus(page), 'Remove E11.9');
    await page.keyboard.press('Control+z');
    assert.deepEqual(await rows(page), ['I10', 'E11.9', '47541']);
    await page.keyboard.press('Control+y');
    assert.deepEqual(await rows(page), ['E11.9', '47541']);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    assert.equal(
      await inFocus(page),
      'list-title',
      'the last row is gone and the focus is not lost',
    );
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.deepEqual(await rows(page), ['47541']);
    assert.match(await spoken(page), /Undone\. 1 code/);
  }));

test('a list with name and note leaves in four forms, and each brings it back', () =>
  scenario(async ({ page, url }) => {
    await collect(page, url, ['E11.9', '47541']);
    await page.getByLabel('Name of the list').fill('Diabetes clinic');
    await page.getByLabel('Note on E11.9').fill('=1+1, twice a year');
    await page.keyboard.press('Tab');
    const files = [];
    for (const form of ['CSV for a spreadsheet', 'JSON', 'FHIR R4 ValueSet', 'Plain text']) {
      files.push(await exported(page, form));
    }
    assert.deepEqual(
      files.map(({ name }) => name),
      [
        'Diabetes-clinic.csv',
        'Diabetes-clinic.json',
        'Diabetes-clinic.valueset.json',
        'Diabetes-clinic.txt',
      ],
    );
    assert.match(files[0].text, /"'=1\+1, twice a year"/, 'no spreadsheet runs the note');
    for (const { name, text } of files) {
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.waitForSelector('.empty-list');
      await imported(page, name, text);
      await page.waitForSelector('.list-row');
      assert.deepEqual(await rows(page), ['E11.9', '47541'], name);
      assert.equal(await page.getByLabel('Note on E11.9').inputValue(), '=1+1, twice a year', name);
      assert.match(await page.locator('#list-report').innerText(), /^2 codes added\.$/, name);
    }
  }));

test('what cannot be imported is said with its place and advice, and the list stays', () =>
  scenario(async ({ page, url }) => {
    await collect(page, url, ['E11.9']);
    for (const [name, text, told] of [
      [
        'a.csv',
        'system,code,note\nicd10cm,"E11',
        /a\.csv, line 2: the quote .* Write " at the end/,
      ],
      ['b.json', '{"a":', /b\.json, line 1: this is not JSON\. Look for/],
      ['c.png', '\u0000PNG', /c\.png is no text file/],
      ['d.csv', 'code\n'.repeat(10_002), /d\.csv has more than 10,000 codes\. Split it/],
      ['e.txt', 'x'.repeat(5_000_001), /e\.txt is larger than 5 MB/],
      ['<b>f</b>.json', '[]', /<b>f<\/b>\.json is JSON, but/],
    ]) {
      await imported(page, name, text);
      await page.waitForFunction(
        (part) => document.querySelector('#list-report')?.innerText.includes(part),
        name,
      );
      assert.match(await page.locator('#list-report').innerText(), told);
      assert.deepEqual(await rows(page), ['E11.9']);
    }
    await imported(page, 'g.txt', 'icd10cm/E11.9\nicd10cm/Q99.ZZ\nqwerty asdf\nI10');
    await page.waitForSelector('.list-row >> nth=2');
    const report = await page.locator('#list-report').innerText();
    assert.match(report, /2 codes added\. 1 was on the list already\. 1 is not in this catalog/);
    assert.match(report, /1 line names no single code.*line 3: “qwerty asdf”/);
    assert.equal(
      await page.locator('.list-row .state.inactive').innerText(),
      'Not in this catalog',
    );
  }));

test('a link carries the list; a longer one than mails keep is refused with advice', () =>
  scenario(async ({ page, url, context }) => {
    await collect(page, url, ['E11.9', '47541']);
    await page.getByLabel('Note on 47541').fill('left; right, & 100%');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.waitForSelector('.notice >> text=a link to this list');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /#\/list\?c=icd10cm:E11\.9;cpt4:47541=left%3B/);
    const other = await context.newPage();
    await open(other, link);
    await other.waitForSelector('.list-row');
    assert.deepEqual(await rows(other), ['E11.9', '47541']);
    assert.equal(await other.getByLabel('Note on 47541').inputValue(), 'left; right, & 100%');
    await other.goto(`${url}#/list?t=Theirs&c=icd10cm:I10`);
    await other.waitForSelector('.shared-list');
    assert.deepEqual(await rows(other), ['E11.9', '47541'], 'one’s own list is not overwritten');
    await other.getByRole('button', { name: 'Add to my list' }).click();
    assert.deepEqual(await rows(other), ['E11.9', '47541', 'I10']);
    await other.close();
    await imported(
      page,
      'long.txt',
      Array.from({ length: 400 }, (_, at) => `icd10cm/X${at}.1`).join('\n'),
    );
    await page.waitForSelector('#list-report');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.waitForSelector('#list-report.warning');
    assert.match(
      await page.locator('#list-report').innerText(),
      /Export the list as a file instead/,
    );
  }, clipboard));

test('a broken link says what to do', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/list?c=`);
    await page.waitForSelector('#list-report');
    assert.match(
      await page.locator('#list-report').innerText(),
      /holds no codes\. It was probably cut off/,
    );
  }));

test('the whole list is copied as codes and as rows', () =>
  scenario(async ({ page, url }) => {
    await collect(page, url, ['E11.9', '47541']);
    const copied = async (name) => {
      await page.getByRole('button', { name: 'Copy all' }).click();
      await page.getByRole('menuitem', { name }).click();
      await page.waitForSelector('.notice');
      return page.evaluate(() => navigator.clipboard.readText());
    };
    assert.equal(await copied('Copy the code'), 'E11.9\n47541');
    assert.match(await copied('Copy as spreadsheet row'), /^ICD-10-CM\tE11\.9\tType 2 diabetes/);
  }, clipboard));

test('on paper the list stands without its buttons, with its notes', () =>
  scenario(async ({ page, url }) => {
    await collect(page, url, ['E11.9']);
    await page.getByLabel('Note on E11.9').fill('twice a year');
    await page.keyboard.press('Tab');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.tools').isVisible(), false);
    assert.equal(await page.locator('.row-tools').isVisible(), false);
    assert.equal(await page.locator('.print-only', { hasText: 'twice a year' }).isVisible(), true);
    assert.ok((await page.pdf()).length > 1000);
  }));
