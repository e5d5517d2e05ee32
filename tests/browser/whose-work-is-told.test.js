// Whose work the page contains is told under "Licences and notices": as a file beside the page, and from within standalone.html.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { dist, open, scenario } from './support/scenario.js';

const LABEL = 'Software in this page and its licences';

test('the page leads to the list of the software in it', () =>
  scenario(async ({ page, url }) => {
    await open(page, url);
    await page.locator('.notices summary').click();
    const address = await page.getByRole('link', { name: LABEL }).getAttribute('href');
    const answer = await page.request.get(new URL(address ?? '', url).href);
    assert.match(
      await answer.text(),
      /^# Others' work[^]*lit-html[^]*Permission is hereby granted/,
    );
  }));

test('standalone.html carries the list and saves it as a file', () =>
  scenario(async ({ page }) => {
    await open(page, `file://${dist}/standalone.html`);
    await page.locator('.notices summary').click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: LABEL }).click();
    const path = await (await saved).path();
    const listed = await readFile(`${dist}/THIRD_PARTY.md`, 'utf8');
    assert.equal(await readFile(path, 'utf8'), listed);
  }));
