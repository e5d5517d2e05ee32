// A third language is one JSON file in strings/: no code names it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { scenario } from './support/scenario.js';

const english = JSON.parse(
  await readFile(new URL('../../web/strings/en.json', import.meta.url), 'utf8'),
);

/** Every text of a table, marked. */
const marked = (/** @type {Record<string, string>} */ table) =>
  Object.fromEntries(Object.entries(table).map(([key, text]) => [key, `[${text}]`]));

test('page and element speak a language that is there as a file alone', () =>
  scenario(
    async ({ page, url }) => {
      const body = JSON.stringify({ element: marked(english.element), page: marked(english.page) });
      await page.context().route('**/strings/de.json', (route) => route.fulfill({ body }));
      await page.goto(`${url}?lang=de`);
      await page.waitForSelector('html[data-ready]');
      assert.equal(await page.getAttribute('html', 'lang'), 'de');
      assert.equal(await page.locator('h1').innerText(), `[${english.page.title}]`);
      await page.goto(`${url}pages/two-widgets.html`);
      await page.evaluate(() => (document.querySelector('#first').lang = 'de'));
      const placeholder = `[${english.element.placeholder}]`;
      await page.locator(`#first input[placeholder="${placeholder}"]`).waitFor();
    },
    {
      expected: /Service Worker registration blocked/,
      context: { serviceWorkers: 'block' },
    },
  ));
