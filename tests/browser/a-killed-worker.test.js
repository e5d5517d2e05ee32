// The engine's worker is ended from outside, hangs or traps: it is started again, what was asked is answered, the person is
// told, and what they entered and collected stays. In Chromium and in Firefox.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dist, fakeDist } from './support/scenario.js';
import { inBrowser, until } from './support/two-browsers.js';

/** Keeps the page's workers, so that a scenario can end one as a browser does: without a word. */
function keepWorkers() {
  const Own = globalThis.Worker;
  globalThis.workers = [];
  globalThis.Worker = class extends Own {
    constructor(...given) {
      super(...given);
      globalThis.workers.push(this);
    }
  };
}

const atStart = (page, script) =>
  page.addInitScript ? page.addInitScript(script) : page.evaluateOnNewDocument(script);

/** Types into the page's box and ends the worker before it can answer. */
const killInMidQuery = (page, text) =>
  page.evaluate((query) => {
    const box = document.querySelector('#search-box');
    box.value = query;
    box.dispatchEvent(new Event('input'));
    globalThis.workers.at(-1).terminate();
  }, text);

const textOf = (page, selector) =>
  page.evaluate((at) => document.querySelector(at)?.textContent ?? '', selector);

const waitForText = (page, selector, text) =>
  until(
    page,
    ([at, wanted]) => document.querySelector(at)?.textContent.includes(wanted),
    selector,
    text,
  );

/** What the page says when it started the engine again, by language. */
const TOLD = {
  en: 'The search engine was started again after a fault.',
  es: 'El motor de búsqueda se reinició tras un fallo.',
};

for (const [name, language] of /** @type {const} */ ([
  ['Chromium', 'es'],
  ['Firefox', 'en'],
])) {
  test(`${name}: a worker ended in mid-query is missed, the query answered, list and filters kept`, () =>
    inBrowser(name, { site: dist }, async ({ page, url }) => {
      await atStart(page, keepWorkers);
      await page.goto(`${url}?lang=${language}#/?q=E11.9&s=icd10cm&f=is%3Abillable`);
      await page.waitForSelector('.hit-link');
      await page.evaluate(() => document.querySelector('#search-box').focus());
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('a');
      await waitForText(page, '.badge', '1');
      await killInMidQuery(page, 'gallstone');
      await waitForText(page, '.notice', TOLD[language]);
      await waitForText(page, '.hits', 'K80');
      assert.equal(
        await page.evaluate(() => document.querySelector('#search-box').value),
        'gallstone',
      );
      assert.equal(await textOf(page, '.badge'), '1');
      assert.match(page.url(), /[?&]s=icd10cm&f=is(%3A|:)billable/);
      assert.equal(await page.evaluate(() => globalThis.workers.length), 2);
    }));

  test(`${name}: two elements share the ended worker, and both recover`, () =>
    inBrowser(name, { site: dist }, async ({ page, url }) => {
      await atStart(page, keepWorkers);
      await page.goto(`${url}pages/two-widgets.html`);
      await page.waitForFunction(() => customElements.get('medical-code-search'));
      await page.evaluate(() => {
        globalThis.told = [];
        addEventListener('medcode-error', ({ target, detail }) =>
          globalThis.told.push([target.id, detail.code, detail.restarted]),
        );
        for (const [id, text] of [
          ['first', 'stent'],
          ['second', 'wheelchair'],
        ]) {
          const input = document.getElementById(id).shadowRoot.querySelector('input');
          input.value = text;
          input.dispatchEvent(new Event('input'));
        }
      });
      const answered = () =>
        ['first', 'second'].every((id) =>
          document.getElementById(id).shadowRoot.querySelector('[role="option"]'),
        );
      await page.waitForFunction(answered);
      await page.evaluate(() => {
        for (const [id, text] of [
          ['first', 'E11.9'],
          ['second', 'crutch'],
        ]) {
          const input = document.getElementById(id).shadowRoot.querySelector('input');
          input.value = text;
          input.dispatchEvent(new Event('input'));
        }
        globalThis.workers.at(-1).terminate();
      });
      const shown = (...given) =>
        until(
          page,
          ([id, text]) =>
            document
              .getElementById(id)
              .shadowRoot.querySelector('[role="option"]')
              ?.textContent.toLowerCase()
              .includes(text),
          ...given,
        );
      await shown('first', 'e11.9');
      await shown('second', 'crutch');
      assert.deepEqual(await page.evaluate(() => globalThis.told), [
        ['first', 'worker-lost', true],
        ['second', 'worker-lost', true],
      ]);
      assert.match(
        await page.evaluate(
          () =>
            document.getElementById('first').shadowRoot.querySelector('[role="status"]')
              .textContent,
        ),
        /started again after a fault/,
      );
      assert.equal(await page.evaluate(() => globalThis.workers.length), 2);
    }));
}

/** Queries that the fake engine dies of, each in its way. */
const FAULTS = ['!trap', '!memory', '!hang'];

for (const fault of FAULTS) {
  test(`a query that the engine dies of twice (${fault}) is given up by name, the next one answered`, () =>
    inBrowser('Chromium', { site: fakeDist() }, async ({ page, url }) => {
      await page.goto(url);
      await page.waitForSelector('html[data-ready]');
      await page.fill('#search-box', fault);
      await waitForText(page, '.notice', 'stopped the engine twice');
      await page.fill('#search-box', 'diabetes');
      await page.waitForSelector('.hit');
    }));
}

test('an engine that goes on dying ends in a sentence and a button, which starts it in its place', () =>
  inBrowser('Chromium', { site: fakeDist() }, async ({ page, url }) => {
    await page.goto(url);
    await page.waitForSelector('html[data-ready]');
    await page.fill('#search-box', '!trap');
    await waitForText(page, '.notice', 'stopped the engine twice');
    await page.fill('#search-box', '!memory');
    await waitForText(page, '[role="alert"]', 'stopped several times and rests');
    await page.fill('#search-box', 'diabetes');
    await page.click('[role="alert"] button');
    await page.waitForSelector('.hit');
    assert.equal(await page.locator('[role="alert"]').count(), 0);
  }));
