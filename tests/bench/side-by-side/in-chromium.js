// What does one engine take in Chromium?
//
// Exports measureInChromium: each engine gets a browser of its own, so none inherits another's heap. Memory is the
// resident memory of the page's processes, and what V8 says of its heap. Held by tests/bench/side-by-side/run.js.

import { readFileSync, readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from '../../browser/support/serve.js';

const kilobyte = 1024;
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
/** Exact clocks (performance.now by 5 microseconds) are given to isolated pages only. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** @param {number} pid @returns {number} bytes of its own resident memory, files mapped into it left out */
function residentBytes(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const [anonymous, shared] = ['RssAnon', 'RssShmem'].map((field) =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0),
  );
  return (anonymous + shared) * kilobyte;
}

/** @param {import('playwright-core').Browser} browser @param {import('playwright-core').Page} page */
async function memoryReader(browser, page) {
  const ofBrowser = await browser.newBrowserCDPSession();
  const ofPage = await page.context().newCDPSession(page);
  await ofPage.send('HeapProfiler.enable');
  return async () => {
    for (let turn = 0; turn < 2; turn += 1) await ofPage.send('HeapProfiler.collectGarbage');
    const { processInfo } = await ofBrowser.send('SystemInfo.getProcessInfo');
    const pages = processInfo.filter(({ type }) => type === 'renderer');
    const heap = await ofPage.send('Runtime.getHeapUsage');
    return {
      rss: pages.reduce((sum, { id }) => sum + residentBytes(id), 0),
      heap: heap.usedSize,
      external: /** @type {{backingStorageSize?: number}} */ (heap).backingStorageSize ?? 0,
    };
  };
}

/**
 * Returns the figures of one engine in a browser of its own.
 *
 * @param {string} root the repository, which is served
 * @param {{name: string, folder: string, engine: string, judged: object[], limits: object}} task
 * @param {number} timeout milliseconds
 */
export async function measureInChromium(root, task, timeout) {
  const server = await serve(root, { headers });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args,
  });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let alarm;
  try {
    const page = await browser.newPage();
    await page.exposeFunction('memoryOfProcess', await memoryReader(browser, page));
    await page.goto(`${server.url}tests/bench/side-by-side/page.html`);
    await page.waitForFunction(() => 'measure' in window);
    const given = {
      ...task,
      files: readdirSync(task.folder),
      folder: `/${relative(root, task.folder)}`,
      engine: `/${relative(root, task.engine)}`,
    };
    const tooLong = new Promise((_, reject) => {
      alarm = setTimeout(() => reject(new Error(`not done after ${timeout / 1000} s`)), timeout);
    });
    const crashed = new Promise((_, reject) => {
      page.on('crash', () => reject(new Error('the page crashed (out of memory)')));
    });
    const measured = page.evaluate((what) => /** @type {any} */ (window).measure(what), given);
    return await Promise.race([measured, tooLong, crashed]);
  } finally {
    clearTimeout(alarm);
    await browser.close();
    await server.close();
  }
}
