// How does a scenario run in Chromium and in Firefox alike?
//
// Exports inBrowser: a site on loopback, a fresh profile, a watched page. What Playwright and Puppeteer name alike is used
// (goto, evaluate, waitForFunction, waitForSelector, keyboard). Exports until, which waits for a condition, and findings: what axe finds, both under any policy.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startChromium, startFirefox, watch } from './browsers.js';
import { serve } from './serve.js';

/** How a browser is started, how a fresh profile of it is made. */
const BROWSERS = {
  Chromium: {
    start: startChromium,
    newContext: (/** @type {any} */ browser) => browser.newContext(),
  },
  Firefox: {
    start: startFirefox,
    newContext: (/** @type {any} */ browser) => browser.createBrowserContext(),
  },
};

/** @typedef {keyof typeof BROWSERS} BrowserName */

/** @type {Map<BrowserName, Promise<any>>} one of each for all scenarios of a file */
const started = new Map();

after(async () => {
  for (const browser of started.values()) await (await browser).close();
});

/**
 * Runs one scenario; at its end it demands an empty console and no request to anywhere else.
 *
 * @param {BrowserName} name
 * @param {{ site: string, headers?: Record<string, string>, expected?: RegExp }} given
 *   `expected` names console lines that belong to the scenario
 * @param {(scenario: { page: any, url: string, server: { close(): Promise<void> }, name: BrowserName }) => Promise<void>} steps
 */
export async function inBrowser(name, { site, headers, expected }, steps) {
  const server = await serve(site, { headers });
  const { start, newContext } = BROWSERS[name];
  if (!started.has(name)) started.set(name, start());
  const context = await newContext(await started.get(name));
  try {
    const page = await context.newPage();
    const { said, strangers } = watch(page, server.url);
    await steps({ page, url: server.url, server, name });
    const surprises = said.filter((/** @type {string} */ line) => !expected?.test(line));
    assert.deepEqual(surprises, [], 'the console is empty');
    assert.deepEqual(strangers, [], 'nothing is asked of other hosts');
  } finally {
    await context.close();
    await server.close().catch(() => {});
  }
}

/**
 * Asks the page again and again, a minute at most; a page's policy forbids conditions that are sent as text.
 *
 * @param {any} page
 * @param {(given: any[]) => unknown} condition runs in the page
 * @param {...unknown} given what it is told
 */
export async function until(page, condition, ...given) {
  const end = Date.now() + 60_000;
  while (!(await page.evaluate(condition, given))) {
    assert.ok(Date.now() < end, `not so in time: ${given.join(' ')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs in the page: the violations as short lines. */
const runAxe = `(async () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await window.axe.run(document, { runOnly: tags });
  return JSON.stringify(violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => id + ': ' + html.slice(0, 160))));
})()`;

/**
 * Returns what axe finds. It is brought in by the debugger's door, which no policy of the page closes.
 *
 * @param {any} page
 * @returns {Promise<string[]>}
 */
export async function findings(page) {
  const axe = await readFile(
    fileURLToPath(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url)),
    'utf8',
  );
  const context = page.context?.();
  if (!context?.newCDPSession) {
    await page.evaluate(axe);
    return JSON.parse(await page.evaluate(runAxe));
  }
  const debug = await context.newCDPSession(page);
  await debug.send('Runtime.evaluate', { expression: axe });
  const { result } = await debug.send('Runtime.evaluate', {
    expression: runAxe,
    awaitPromise: true,
  });
  return JSON.parse(result.value);
}
