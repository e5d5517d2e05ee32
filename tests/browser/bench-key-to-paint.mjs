// How long from a key press to the painted list? Prints p50, p95 and p99 over every prefix of some queries.
// node tests/browser/bench-key-to-paint.mjs

import { fileURLToPath } from 'node:url';
import { startChromium } from './support/browsers.js';
import { open } from './support/scenario.js';
import { serve } from './support/serve.js';

const QUERIES = [
  'type 2 diabetes neuropathy',
  'biliary stent',
  'open fracture tibia left',
  'E11.21',
];

const server = await serve(
  process.env.MEDCODE_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url)),
);
const browser = await startChromium();
const page = await browser.newPage();
await open(page, server.url);

/** Runs in the page: types a text and waits until the frame with its answer has been handed over. */
const times = await page.evaluate(async (queries) => {
  const box = document.querySelector('#search-box');
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const answered = (from) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        void painted().then(() => resolve(performance.now() - from));
      });
      observer.observe(document.querySelector('.search-view'), {
        childList: true,
        subtree: true,
        characterData: true,
      });
    });
  const all = [];
  for (const query of queries) {
    for (let end = 1; end <= query.length; end += 1) {
      box.value = query.slice(0, end);
      const from = performance.now();
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
      all.push(await Promise.race([answered(from), new Promise((r) => setTimeout(r, 300, null))]));
    }
  }
  return all.filter((time) => time !== null);
}, QUERIES);

times.sort((left, right) => left - right);
const at = (share) =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
console.log(
  `key to paint over ${times.length} keys: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`,
);
await browser.close();
await server.close();
