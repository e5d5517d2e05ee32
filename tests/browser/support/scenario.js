// What does every browser scenario need? dist/ on a loopback server, one Chromium, a watched page.
//
// At its end every scenario demands an empty console and no request to anywhere else.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startChromium, watch } from './browsers.js';
import { dist } from './built-site.js';
import { serve } from './serve.js';

const root = new URL('../../../', import.meta.url);

export { dist };

/** Returns the site around the fake engine, built when it is not there yet. */
export function fakeDist() {
  const folder = process.env.MEDCODE_FAKE ?? fileURLToPath(new URL('build/fake', root));
  if (!existsSync(`${folder}/dist/index.html`)) {
    const script = fileURLToPath(new URL('build-fake.js', import.meta.url));
    execFileSync(process.execPath, [script, folder], { stdio: 'ignore' });
  }
  return `${folder}/dist`;
}

/** @type {Promise<import('playwright-core').Browser> | undefined} one for all scenarios of a file */
let started;

after(async () => (await started)?.close());

/**
 * Runs one scenario in a fresh profile.
 *
 * @param {(given: { page: import('playwright-core').Page, url: string, server: { close(): Promise<void> },
 *   context: import('playwright-core').BrowserContext }) => Promise<void>} steps
 * @param {{ site?: string, headers?: Record<string, string>, context?: object, expected?: RegExp }} [options]
 *   `expected` names console lines that belong to the scenario
 */
export async function scenario(steps, { site = dist, headers, context: settings, expected } = {}) {
  assert.ok(
    existsSync(`${site}/index.html`),
    `${site} is not built: run "./run --build-only" first`,
  );
  const server = await serve(site, { headers });
  started ??= startChromium();
  const context = await (await started).newContext(settings);
  try {
    const page = await context.newPage();
    const { said, strangers } = watch(page, server.url);
    await steps({ page, url: server.url, server, context });
    assert.deepEqual(
      said.filter((line) => !expected?.test(line)),
      [],
      'the console is empty',
    );
    assert.deepEqual(strangers, [], 'nothing is asked of other hosts');
  } finally {
    await context.close();
    await server.close().catch(() => {});
  }
}

/**
 * Opens an address of the page and waits until the catalog is open.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} url
 */
export async function open(page, url) {
  await page.goto(url);
  await page.waitForSelector('html[data-ready]');
}

/**
 * Returns what axe finds, as short lines.
 *
 * @param {import('playwright-core').Page} page
 */
export async function accessibilityFindings(page) {
  const axe = fileURLToPath(new URL('node_modules/axe-core/axe.min.js', root));
  await page.addScriptTag({ path: axe }).catch(async () => {
    const { readFile } = await import('node:fs/promises');
    await page.evaluate(await readFile(axe, 'utf8'));
  });
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await window.axe.run(document, { runOnly: tags });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  });
}
