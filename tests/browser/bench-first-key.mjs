// How soon after navigation is the first key answered on a hospital's slow line? Chromium over CDP: 10 Mbit/s, 40 ms.
// Prints when the first key is answered (by the systems that have arrived) and when the full catalog answers.
// node tests/browser/bench-first-key.mjs [visits]

import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startChromium } from './support/browsers.js';
import { serve } from './support/serve.js';

/** 10 Mbit/s each way and 40 ms to the first byte, as DevTools counts them. */
const LINE = {
  offline: false,
  latency: 40,
  downloadThroughput: 10e6 / 8,
  uploadThroughput: 10e6 / 8,
};

/** Limits of issue 6, in milliseconds after navigation. */
const LIMITS = { first: 1000, full: 2500 };

const visits = Number(process.argv[2] ?? 5);
const dist = process.env.MEDCODE_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** Runs in the page before anything else: presses a key as soon as there is a box, and notes when hits and all systems are there. */
function watchPage() {
  const noted = {};
  window.noted = noted;
  const look = () => {
    const box = document.querySelector('#search-box');
    if (box && !noted.key) {
      noted.key = performance.now();
      box.value = 'd';
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    if (!noted.first && document.querySelector('.hit')) noted.first = performance.now();
    const status = document.querySelector('#answer-status')?.textContent ?? '';
    const isOpen = document.documentElement.hasAttribute('data-ready');
    if (!noted.full && noted.first && isOpen && !status.includes('so far')) {
      noted.full = performance.now();
    }
    if (!noted.full) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const browser = await startChromium();
const server = await serve(dist, { isCompressed: true });
const all = [];
for (let visit = 0; visit < visits; visit += 1) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', LINE);
  await page.addInitScript(watchPage);
  await page.goto(server.url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.noted?.full);
  all.push(await page.evaluate(() => window.noted));
  await context.close();
}
await browser.close();
console.log(`load average ${loadavg()[0].toFixed(1)} on ${cpus().length} cores`);
await server.close();

for (const what of ['key', 'first', 'full']) {
  const times = all.map((noted) => noted[what]).sort((left, right) => left - right);
  const median = times[Math.floor(times.length / 2)];
  const limit = LIMITS[what] ? `, limit ${LIMITS[what]} ms` : '';
  const spread = `median ${median.toFixed(0)} ms, best ${times[0].toFixed(0)} ms of ${times.length} visits`;
  console.log(`${what.padEnd(6)} ${spread}${limit}`);
}
