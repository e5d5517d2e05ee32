// A site ships one catalog per code system: the first answers while the others are on their way, and it is said which.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import { dist, scenario } from './support/scenario.js';
import { typeInto } from './support/widget.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'medcode-by-system-'));
after(() => rmSync(folder, { recursive: true }));

const words = ['web/build/by-system.js', '--sources', 'data/starter', '--out', folder];
execFileSync(process.execPath, [...words, '--systems', 'icd10cm,loinc'], { cwd: root });

const alone = { expected: /registration blocked/, context: { serviceWorkers: 'block' } };

/**
 * Serves the catalogs, and an index.html that names their index; returns what lets the catalog of LOINC go.
 *
 * @param {import('playwright-core').Page} page
 */
async function serveBySystem(page, { isGone = false } = {}) {
  let letGo = () => {};
  const held = new Promise((resolve) => (letGo = () => resolve(undefined)));
  await page.context().route('**/by-system/**', async (route) => {
    const path = new URL(route.request().url()).pathname.split('/by-system/')[1];
    const isHeld = path.startsWith('loinc/medical');
    if (isHeld) await held;
    if (isHeld && isGone) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({ body: readFileSync(join(folder, 'by-system', path)) });
  });
  await page.context().route(/\/(index\.html)?(\?.*)?$/, async (route) => {
    const html = readFileSync(`${dist}/index.html`, 'utf8');
    const none = '<meta name="medcode-catalog" content="" />';
    const index = none.replace('""', '"catalog/by-system/index.json"');
    assert.ok(html.includes(none));
    await route.fulfill({ body: html.replace(none, index), contentType: 'text/html' });
  });
  return letGo;
}

test('the first system answers and opens its pages while the next is on its way; then the answer is completed', () =>
  scenario(async ({ page, url, server }) => {
    const letGo = await serveBySystem(page);
    await page.goto(url);
    await page.fill('#search-box', 'glucose');
    await page.waitForSelector('.loading >> text=Still to come: LOINC');
    await page.fill('#search-box', 'diabetes');
    await page.waitForSelector('.hit');
    assert.match(await page.innerText('#answer-status'), /so far, more code systems are arriving/);
    await page.locator('.hit-link[href^="#/icd10cm/"]').first().click();
    await page.waitForSelector('#concept-title');
    assert.equal(await page.getAttribute('html', 'data-ready'), null);
    await page.goBack();
    letGo();
    await page.waitForSelector('html[data-ready]');
    await page.fill('#search-box', '4548-4');
    await page.waitForSelector('.hit-link[href="#/loinc/4548-4"]');
    await page.fill('#search-box', 'glucose');
    await page.waitForSelector('.hit-link[href^="#/loinc/"]');
    assert.deepEqual(
      server.asked.filter((path) => path.includes('catalog/medical-codes')),
      [],
      'the catalog of all systems is not asked for',
    );
  }, alone));

test('a system that cannot be had is told; the others answer', () =>
  scenario(
    async ({ page, url }) => {
      const letGo = await serveBySystem(page, { isGone: true });
      letGo();
      await page.goto(url);
      await page.waitForSelector('html[data-ready]');
      const told = await page.innerText('.message.warning');
      assert.match(told, /LOINC could not be loaded, searches go on without it\. .*404/);
      await page.fill('#search-box', 'diabetes');
      await page.waitForSelector('.hit-link[href^="#/icd10cm/"]');
    },
    { ...alone, expected: /registration blocked|404/ },
  ));

test('the element takes several addresses, tells what is arriving, and answers over all', () =>
  scenario(async ({ page, url }) => {
    const letGo = await serveBySystem(page);
    await page.goto(`${url}pages/two-widgets.html`);
    await page.evaluate(() => {
      window.told = [];
      document.addEventListener('medcode-progress', ({ detail }) => window.told.push(detail.name));
      const folder = '../catalog/by-system';
      document.querySelector('#first').catalog = ['icd10cm', 'loinc']
        .map((system) => `${folder}/${system}/medical-codes.medcat.gz`)
        .join(', ');
    });
    await typeInto(page, 'first', 'diabetes');
    assert.match(await page.locator('#first .foot').innerText(), /More code systems/);
    const ready = page.evaluate(
      () =>
        new Promise((resolve) =>
          document
            .querySelector('#first')
            .addEventListener('medcode-ready', ({ detail }) =>
              resolve(detail.systems.map(({ id }) => id)),
            ),
        ),
    );
    letGo();
    assert.deepEqual(await ready, ['icd10cm', 'loinc']);
    assert.deepEqual(await page.evaluate(() => [...new Set(window.told.filter(Boolean))]), [
      'icd10cm',
      'loinc',
    ]);
    await typeInto(page, 'first', '4548-4');
    await page.waitForSelector('#first [role=option] >> text=4548-4');
  }, alone));

test('the index lists what lies beside it', () => {
  const { catalogs } = JSON.parse(readFileSync(join(folder, 'by-system/index.json'), 'utf8'));
  assert.deepEqual(
    catalogs.map(({ file }) => file.split('/')[0]).sort(),
    readdirSync(join(folder, 'by-system'))
      .filter((name) => name !== 'index.json')
      .sort(),
  );
  assert.ok(catalogs.every(({ bytes, concepts }) => bytes > 0 && concepts > 0));
});
