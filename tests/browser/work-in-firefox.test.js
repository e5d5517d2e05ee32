// The main paths of work in Firefox: collect, reorder and undo by keyboard, import, check a pasted list, and axe.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startFirefox } from './support/browsers.js';
import { dist } from './support/scenario.js';
import { serve } from './support/serve.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** @type {Promise<import('puppeteer-core').Browser> | undefined} one for all scenarios */
let started;

after(async () => (await started)?.close());

/** @param {(given: { page: import('puppeteer-core').Page, url: string }) => Promise<void>} steps */
async function inFirefox(steps) {
  const server = await serve(dist);
  started ??= startFirefox();
  const context = await (await started).createBrowserContext();
  try {
    const page = await context.newPage();
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(server.url);
    await page.waitForSelector('html[data-ready]');
    await steps({ page, url: server.url });
    assert.deepEqual(said, [], 'the console is empty');
  } finally {
    await context.close();
    await server.close().catch(() => {});
  }
}

const rows = (page) =>
  page.$$eval('.list-row .row-code .code', (codes) => codes.map((code) => code.textContent));

test('Firefox: codes are put on the list, moved, removed and brought back by keyboard', () =>
  inFirefox(async ({ page, url }) => {
    for (const code of ['E11.9', 'I10']) {
      await page.focus('#search-box');
      await page.evaluate(() => document.querySelector('#search-box').select());
      await page.keyboard.type(code);
      await page.waitForSelector(`.hit-link[href="#/icd10cm/${code}"]`);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('a');
      await page.waitForFunction(
        (added) => document.querySelector('.notice')?.textContent.includes(`${added} added`),
        {},
        code,
      );
    }
    await page.goto(`${url}#/list`);
    await page.waitForSelector('.list-row');
    await page.focus('.row-link');
    await page.keyboard.down('Alt');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.up('Alt');
    assert.deepEqual(await rows(page), ['I10', 'E11.9']);
    await page.keyboard.press('Delete');
    assert.deepEqual(await rows(page), ['I10']);
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    assert.deepEqual(await rows(page), ['I10', 'E11.9']);
    assert.match(await page.$eval('p.spoken', (line) => line.textContent), /Undone\. 2 codes/);
  }));

test('Firefox: a file is imported, a broken one refused with its place', () =>
  inFirefox(async ({ page, url }) => {
    const folder = await mkdtemp(join(tmpdir(), 'medcode-'));
    await writeFile(join(folder, 'good.txt'), 'icd10cm/E11.9\n    twice a year\ncpt4/47541\n');
    await writeFile(join(folder, 'bad.json'), '{"a":\n\n');
    await page.goto(`${url}#/list`);
    const field = await page.waitForSelector('.tools input[type=file]');
    await field.uploadFile(join(folder, 'good.txt'));
    await page.waitForSelector('.list-row');
    assert.deepEqual(await rows(page), ['E11.9', '47541']);
    await (await page.$('.tools input[type=file]')).uploadFile(join(folder, 'bad.json'));
    await page.waitForSelector('#list-report.warning');
    const told = await page.$eval('#list-report', (report) => report.textContent);
    assert.match(told, /bad\.json, line \d: this is not JSON/);
  }));

test('Firefox: a pasted list is checked, an offer is taken, and axe finds nothing', () =>
  inFirefox(async ({ page, url }) => {
    await page.goto(`${url}#/paste`);
    await page.waitForSelector('#paste-text');
    await page.focus('#paste-text');
    await page.keyboard.type('E11.9\nE11\nE1I.9\nheart attack');
    await page.click('.paste-form .main-button');
    await page.waitForSelector('.checked tbody tr:nth-child(4)');
    const verdicts = () =>
      page.$$eval('.checked .verdict', (all) => all.map((verdict) => verdict.textContent.trim()));
    assert.deepEqual(await verdicts(), ['Valid', 'Header', 'Unknown', 'Exact name']);
    await page.focus('#row-2 button');
    await page.keyboard.press('Enter');
    assert.equal((await verdicts())[2], 'Chosen');
    assert.equal(await page.evaluate(() => document.activeElement.closest('tr').id), 'row-2');
    await page.evaluate(await readFile(axe, 'utf8'));
    const findings = await page.evaluate(async () => {
      const runOnly = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await window.axe.run(document, { runOnly });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
    assert.deepEqual(findings, []);
  }));
