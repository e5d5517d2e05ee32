// How long does the check of 10,000 pasted lines take in Chromium, and how long does a key wait meanwhile?
// node tests/browser/bench-paste.mjs   (dist/ built with the catalog to be measured)

import { fileURLToPath } from 'node:url';
import { openBuilt } from '../wasm/support/built.js';
import { startChromium } from './support/browsers.js';
import { open } from './support/scenario.js';
import { serve } from './support/serve.js';

const LINES = 10_000;
const QUERIES = ['type 2 diabetes neuropathy', 'open fracture tibia left', 'E11.21'];

/** Returns concepts spread over the catalog: the first of many short prefixes. */
function someConcepts(engine) {
  const found = new Map();
  for (const first of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') {
    for (let second = 0; second < 10; second += 1) {
      for (const hit of engine.search(`code:${first}${second}*`, { limit: 40, isTyping: false })
        .hits) {
        found.set(`${hit.system}/${hit.code}`, hit);
      }
    }
  }
  return [...found.values()];
}

/** Returns lines as people paste them: half are good codes, the rest needs work. */
function mixedLines(concepts) {
  return Array.from({ length: LINES }, (_, at) => {
    const { code, display } = concepts[(at * 7919) % concepts.length];
    const words = display.split(/\s+/);
    if (at % 10 < 4) return code;
    if (at % 10 === 4) return code.replaceAll('.', '').toLowerCase();
    if (at % 10 === 5) return code.slice(0, 3);
    if (at % 10 === 6) return `${code.slice(0, -1)}${code.endsWith('Q') ? 'W' : 'Q'}`;
    if (at % 10 === 7) return display;
    if (at % 10 === 8) return words.filter((word, place) => place % 3 !== 1).join(' ');
    return `${code}\t${display}`;
  });
}

/** Runs in the page: types queries while the check goes on and returns the milliseconds from key to paint. */
async function keyTimes(queries) {
  const box = document.querySelector('#search-box');
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const times = [];
  for (const query of queries) {
    for (let end = 1; end <= query.length; end += 1) {
      const from = performance.now();
      const answered = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          void painted().then(() => resolve(performance.now() - from));
        });
        const watched = { childList: true, subtree: true, characterData: true };
        observer.observe(document.querySelector('.search-view'), watched);
        setTimeout(resolve, 1000, null);
      });
      box.value = query.slice(0, end);
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const time = await answered;
      if (time !== null) times.push(time);
    }
  }
  return times;
}

const engine = await openBuilt();
const concepts = someConcepts(engine);
const total = engine.info().systems.reduce((sum, system) => sum + system.concepts, 0);
engine.close();
const text = mixedLines(concepts).join('\n');
const server = await serve(fileURLToPath(new URL('../../dist', import.meta.url)));
const browser = await startChromium();
const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
const page = await context.newPage();
await open(page, `${server.url}#/paste`);
await page.evaluate(() => {
  window.longest = 0;
  const note = (list) =>
    list
      .getEntries()
      .forEach(({ duration }) => (window.longest = Math.max(window.longest, duration)));
  new PerformanceObserver(note).observe({ type: 'longtask' });
});

const isDone = () =>
  document.querySelector('.checked') && !document.querySelector('.paste-progress');
const check = async (during = async () => {}) => {
  const from = performance.now();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.waitForSelector('.paste-progress');
  await during();
  await page.waitForFunction(isDone, undefined, { timeout: 600_000, polling: 200 });
  return performance.now() - from;
};
const seconds = (time) => `${(time / 1000).toFixed(1)} s`;

await page.evaluate((value) => navigator.clipboard.writeText(value), text);
await page.focus('#paste-text');
const from = performance.now();
await page.keyboard.press('Control+v');
await page.waitForFunction(
  (count) => document.querySelector('#paste-count')?.textContent.includes(count),
  '10,000',
);
console.log(`${LINES} lines (${(text.length / 1000).toFixed(0)} kB) over ${total} concepts`);
console.log(`pasting them: ${seconds(performance.now() - from)}`);

await page.evaluate(() => (window.longest = 0));
const alone = await check();
const longest = await page.evaluate(() => window.longest);
console.log(
  `checking them: ${seconds(alone)}, ${Math.round((LINES / alone) * 1000)} lines a second`,
);
console.log(`longest task of the page meanwhile: ${Math.round(longest)} ms`);

const typed = async () => {
  await page.evaluate(() => location.assign('#/'));
  await page.waitForSelector('#search-box');
  const times = await page.evaluate(keyTimes, QUERIES);
  await page.evaluate(() => location.assign('#/paste'));
  times.sort((left, right) => left - right);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { count: times.length, p50: at(0.5), p95: at(0.95), most: at(1) };
};
const told = ({ count, p50, p95, most }) =>
  `${count} keys, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, most ${most.toFixed(1)} ms`;

const calm = await typed();
let busy = calm;
const typing = await check(async () => {
  busy = await typed();
});
console.log(`key to paint without a check: ${told(calm)}`);
console.log(
  `key to paint while checking: ${told(busy)} (p50 x ${(busy.p50 / calm.p50).toFixed(1)})`,
);
console.log(`checking while typing: ${seconds(typing)}`);
const counts = await page.locator('.paste-results .chip').allInnerTexts();
console.log(counts.map((chip) => chip.replace(/\s+/g, ' ')).join(' · '));
await browser.close();
await server.close();
