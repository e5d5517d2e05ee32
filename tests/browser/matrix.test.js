// Where does it work? Every place a hospital may put it, in Chromium and in Firefox: a code is found and chosen by keyboard,
// the console stays empty, nothing is asked of other hosts, and axe finds nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dist } from './support/scenario.js';
import { findings, inBrowser, until } from './support/two-browsers.js';
import { policies } from './support/widget.js';

/**
 * Types into an element and chooses the first option.
 *
 * @param {any} page
 * @param {string} id
 * @param {string} text
 */
async function choose(page, id, text) {
  await page.waitForFunction(() => customElements.get('medical-code-search'));
  await page.evaluate((/** @type {string} */ at) => document.getElementById(at).focus(), id);
  await page.keyboard.type(text);
  // The list of fewer letters may still stand: Enter chooses nothing of it.
  await until(
    page,
    ([typed]) =>
      document.activeElement?.shadowRoot
        ?.querySelector('[role="option"]')
        ?.textContent.toLowerCase()
        .includes(typed),
    text.toLowerCase(),
  );
  assert.deepEqual(await findings(page), [], 'axe, list open');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.codings?.length > 0);
  return page.evaluate(
    (/** @type {string} */ at) => document.getElementById(at).codings.map(({ code }) => code),
    id,
  );
}

/** @param {{ page: any, url: string }} scenario */
async function chooseInForm({ page, url }) {
  await page.goto(`${url}pages/form.html`);
  assert.deepEqual(await choose(page, 'diagnosis', 'E11.9'), ['E11.9']);
}

/** @param {{ page: any, url: string, server: { asked: string[] } }} scenario */
async function chooseWithWasm(scenario) {
  await chooseInForm(scenario);
  assert.deepEqual(
    scenario.server.asked.filter((path) => path.includes('engine-plain')),
    [],
  );
}

/** @param {{ page: any }} scenario */
async function searchOnPage({ page }) {
  await page.waitForSelector('html[data-ready]');
  await page.evaluate(() => document.querySelector('#search-box').focus());
  await page.keyboard.type('biliary access');
  await page.waitForSelector('.hit-link[href="#/cpt4/47541"]');
  assert.deepEqual(await findings(page), [], 'axe, hits shown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#section-indications');
}

/** @typedef {{ place: string, headers?: Record<string, string>, expected?: RegExp, use: (scenario: any) => Promise<void> }} Place */

/** @type {Place[]} */
const PLACES = [
  { place: 'an embedded page', use: chooseWithWasm },
  {
    place: 'a page with a strict policy',
    headers: { 'Content-Security-Policy': policies.strict },
    use: chooseWithWasm,
  },
  {
    place: 'a page that enforces Trusted Types',
    headers: { 'Content-Security-Policy': policies.trustedTypes },
    use: chooseWithWasm,
  },
  {
    place: 'a page whose policy forbids WebAssembly',
    headers: { 'Content-Security-Policy': policies.withoutWasm },
    use: async (scenario) => {
      await chooseInForm(scenario);
      assert.deepEqual(
        scenario.server.asked.filter((path) => path.endsWith('.wasm')),
        [],
      );
      assert.ok(scenario.server.asked.some((path) => path.includes('engine-plain')));
    },
  },
  {
    place: 'one file, opened by double click',
    use: async ({ page }) => {
      await page.goto(`file://${dist}/standalone.html`);
      await searchOnPage({ page });
    },
  },
  {
    place: 'the page, its server gone after the first visit',
    expected: /ERR_CONNECTION_REFUSED/,
    use: async ({ page, url, server }) => {
      await page.goto(url);
      await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
      await server.close();
      await page.reload();
      await searchOnPage({ page });
    },
  },
  {
    place: 'two elements on a page',
    use: async ({ page, url }) => {
      await page.goto(`${url}pages/two-widgets.html`);
      const [first] = await choose(page, 'first', 'E11.9');
      const [second] = await choose(page, 'second', 'wheelchair');
      assert.equal(first, 'E11.9');
      assert.match(second, /^[A-Z]\d{4}$/);
    },
  },
  {
    place: 'a form that is sent',
    use: async ({ page, url }) => {
      await page.goto(`${url}pages/sent-form.html`);
      await choose(page, 'diagnosis', 'E11.9');
      await page.evaluate(() => document.querySelector('form').requestSubmit());
      await page.waitForFunction(() => location.search === '?diagnosis=E11.9');
    },
  },
  {
    place: 'a page written from right to left',
    use: async ({ page, url }) => {
      await page.goto(`${url}pages/right-to-left.html`);
      await choose(page, 'first', 'E11.9');
    },
  },
];

for (const { place, headers, expected, use } of PLACES) {
  for (const name of /** @type {const} */ (['Chromium', 'Firefox'])) {
    test(`${name}: ${place}`, () => inBrowser(name, { site: dist, headers, expected }, use));
  }
}
