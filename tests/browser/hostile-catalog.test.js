// A catalog is data: names and articles with markup, scripts, direction controls or without end are shown as text.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { scenario } from './support/scenario.js';
import { makeSmallCatalog } from './support/small-catalog.js';
import { typeInto } from './support/widget.js';

/** Codes and their names: each tries something else. */
const NAMES = {
  H1: 'hostile <img src=x onerror=window.broken=1> picture',
  H2: 'hostile <script>window.broken=1</script> script',
  H3: 'hostile \u202Edetrever\u2066 direction',
  H4: `hostile ${'endless'.repeat(60)} word`,
  H5: 'hostile ${1+1} {{1+1}} <b>bold</b> &lt;entity&gt; template',
  H6: 'hostile "><svg onload=window.broken=1> attribute',
};

const ARTICLE = {
  system: 'hostile',
  code: 'H1',
  kind: 'procedure',
  title: 'Title <img src=x onerror=window.broken=1>',
  reviewed: '2026-11-22',
  sections: [
    {
      heading: 'Summary',
      blocks: [
        '<script>window.broken=1</script> <a href="javascript:window.broken=1">press</a>',
        { list: ['<img src=x onerror=window.broken=1>'] },
      ],
    },
  ],
};

/** @type {string} */
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  const title = 'Hostile <b>system</b>';
  await makeSmallCatalog(folder, { system: 'hostile', title, names: NAMES, article: ARTICLE });
});
after(() => rm(folder, { recursive: true }));

/**
 * Serves the hostile catalog in place of the site's own.
 *
 * @param {import('playwright-core').Page} page
 */
async function replaceCatalog(page) {
  const context = page.context();
  await context.route('**/catalog/first/**', (route) => route.fulfill({ body: 'none' }));
  await context.route(/catalog\/medical-codes\.medcat\.gz$/, async (route) =>
    route.fulfill({ body: await readFile(`${folder}/medical-codes.medcat.gz`) }),
  );
  await context.route('**/catalog/details/**', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1);
    await route.fulfill({ body: await readFile(`${folder}/details/${name}`) });
  });
}

/** Runs in the page: whether anything ran, and elements that only a name can have made. */
const harm = () => ({
  ran: 'broken' in window,
  made: document.querySelectorAll('img, #app b, #app script, #app [onerror], #app [onload]').length,
  isWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
});

const NO_HARM = { ran: false, made: 0, isWide: false };
const options = {
  expected: /Service Worker registration blocked/,
  context: { serviceWorkers: 'block', viewport: { width: 360, height: 800 } },
};

test('the page shows hostile names, a hostile system and a hostile article as text', () =>
  scenario(async ({ page, url }) => {
    await replaceCatalog(page);
    await page.goto(`${url}#/?q=hostile`);
    await page.waitForSelector('.hit');
    const shown = await page.locator('.hits').innerText();
    for (const code of ['H1', 'H2', 'H4', 'H5', 'H6']) {
      assert.ok(shown.includes(NAMES[code]), `${code}: ${NAMES[code]}`);
    }
    assert.deepEqual(await page.evaluate(harm), NO_HARM);
    await page.goto(`${url}#/hostile/H1`);
    await page.waitForSelector('#section-summary');
    const text = await page.locator('main').innerText();
    assert.ok(text.includes('<script>window.broken=1</script>'));
    assert.equal(await page.locator('a[href^="javascript:"]').count(), 0);
    assert.deepEqual(await page.evaluate(harm), NO_HARM);
  }, options));

test('the element shows them as text too, and a chosen name is sent as it is', () =>
  scenario(async ({ page, url }) => {
    await replaceCatalog(page);
    await page.goto(`${url}pages/two-widgets.html`);
    await typeInto(page, 'first', 'H2');
    await page.keyboard.press('Enter');
    const [chosen] = await page.evaluate(() => document.querySelector('#first').codings);
    assert.equal(chosen.display, NAMES.H2);
    await typeInto(page, 'first', 'hostile');
    const made = await page
      .locator('#first')
      .evaluate(
        (element) => element.shadowRoot.querySelectorAll('img, b, script, svg[onload]').length,
      );
    assert.equal(made, 0);
    assert.deepEqual(await page.evaluate(harm), NO_HARM);
  }, options));

test('a name that turns the direction of writing is kept apart from what stands around it', () =>
  scenario(async ({ page, url }) => {
    await replaceCatalog(page);
    const apart = (/** @type {string} */ selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).unicodeBidi);
    await page.goto(`${url}#/?q=H3`);
    await page.waitForSelector('.hit');
    assert.equal(await apart('.hit-display'), 'isolate');
    await page.goto(`${url}pages/two-widgets.html`);
    await typeInto(page, 'first', 'H3');
    assert.equal(await apart('#first .display'), 'isolate');
  }, options));
