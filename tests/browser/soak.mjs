// Does the page hold out? Types at 30 keys a second, opens concepts, goes back, narrows, collects and changes the theme, for
// as long as one likes: node tests/browser/soak.mjs [--minutes 10] [--json FILE]
//
// Prints what was sampled after a forced garbage collection, and ends with 1 when memory grows, a stale answer was shown, a
// key was dropped or the console spoke. Exports soak, of which typing-for-long.test.js runs the short form.

import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readJudgements } from '../relevance/judgements.js';
import { startChromium, watch } from './support/browsers.js';
import { dist } from './support/built-site.js';
import { serve } from './support/serve.js';
import { countWasmMemory, watchAnswers } from './support/soak-watch.js';

const KEYS_A_SECOND = 30;

/** Growth of what stays after a garbage collection that is still called steady, per minute, from the middle third of a run to its last. */
const BOUNDS = { heap: 300_000, workerHeap: 300_000, wasm: 0, nodes: 60, listeners: 12 };

/**
 * What a run too short for a slope may have more at its end than after its first rounds: one view that was just left and is
 * not let go yet. All left views of 20 seconds would be 18,000 nodes.
 */
const SHORT_BOUNDS = {
  heap: 3_000_000,
  workerHeap: 3_000_000,
  wasm: 0,
  nodes: 6000,
  listeners: 300,
};

/** A run shorter than this has no slope that means something, in seconds. */
const SHORT = 120;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends keys by the clock, whether the page is ready for them or not, as a hand on a keyboard does. */
async function type(keys, text) {
  const start = performance.now();
  const sent = [];
  for (const [at, key] of [...text].entries()) {
    await pause(start + (at * 1000) / KEYS_A_SECOND - performance.now());
    sent.push(
      keys.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, key, unmodifiedText: key }),
      keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key }),
    );
  }
  await Promise.all(sent);
  return (performance.now() - start) / 1000;
}

/** What a person does between two searches, one after the other. */
const WALKS = [
  async (page) => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('#concept-title').first().waitFor();
    await page.goBack();
    await page.locator('#search-box').first().waitFor();
  },
  (page) => page.locator('.chips .chip').nth(1).click(),
  (page) => page.locator('.chips .chip').first().click(),
  async (page) => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('a');
    await page.evaluate(() => (location.hash = '#/list'));
    await page.locator('.list-row').first().waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.goBack();
    await page.locator('#search-box').first().waitFor();
  },
  async (page, round) =>
    page.emulateMedia({ colorScheme: Math.floor(round / WALKS.length) % 2 ? 'light' : 'dark' }),
];

/** Opens a door to the page's worker, which has a heap of its own. */
async function workerDoor(browser) {
  const door = await browser.newBrowserCDPSession();
  const { targetInfos } = await door.send('Target.getTargets');
  const { targetId } = targetInfos.find(({ type: kind }) => kind === 'worker');
  const { sessionId } = await door.send('Target.attachToTarget', { targetId, flatten: false });
  let last = 0;
  const waiting = new Map();
  door.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
  });
  return (method) =>
    new Promise((resolve) => {
      waiting.set(++last, resolve);
      void door.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id: last, method }),
      });
    });
}

async function sample(page, debug, askWorker, elapsed) {
  // What the page's two heaps hold of each other goes only with the second or third collection.
  for (let times = 0; times < 3; times += 1) {
    await debug.send('HeapProfiler.collectGarbage');
    await askWorker('HeapProfiler.collectGarbage');
    await pause(100);
  }
  const { metrics } = await debug.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  const { usedSize } = await askWorker('Runtime.getHeapUsage');
  return {
    seconds: Math.round(elapsed),
    heap: of('JSHeapUsedSize'),
    workerHeap: usedSize,
    wasm: await page.workers()[0].evaluate(() => globalThis.wasmMemory()),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
  };
}

/**
 * Growth per minute of the least that stayed, from the middle third of a run to its last: a sample taken before the browser
 * let go of a view that was just left stands above that and says nothing.
 */
function slope(samples, name) {
  const third = samples.length / 3;
  const [middle, last] = [1, 2].map((at) => samples.slice(at * third, (at + 1) * third));
  const least = (part) => Math.min(...part.map((one) => one[name]));
  const minutes = (last[0].seconds - middle[0].seconds) / 60;
  return (least(last) - least(middle)) / minutes;
}

/** Returns growth and bound of each figure: per minute, and of a short run from its second sample on. */
export function growthOf(samples, isShort) {
  const bounds = isShort ? SHORT_BOUNDS : BOUNDS;
  return Object.entries(bounds).map(([name, bound]) => {
    const growth = isShort
      ? Math.min(...samples.slice(-2).map((one) => one[name])) - samples[1][name]
      : slope(samples, name);
    return { name, growth: Math.round(growth), bound };
  });
}

/** Waits until the last search is answered and drawn; returns what the box holds and whether the list belongs to it. */
function settle(page) {
  return page.evaluate(async () => {
    const box = document.querySelector('#search-box');
    const { soak } = globalThis;
    const shown = () => document.querySelector('.hits .hit-link')?.getAttribute('href') ?? '';
    const belongs = () => soak.asked?.text === box.value && soak.asked.first === shown();
    const end = performance.now() + 10_000;
    while (!belongs() && performance.now() < end) await new Promise(requestAnimationFrame);
    return { value: box.value, belongs: belongs() };
  });
}

/** Types one query over what is in the box, and does one thing more. */
async function doRound({ page, keys, told }, query, round) {
  await page.focus('#search-box');
  await page.evaluate(() => document.querySelector('#search-box').select());
  told.typing += await type(keys, query);
  told.keys += query.length;
  const { value, belongs } = await settle(page);
  if (value !== query) told.dropped.push({ typed: query, value });
  if (!belongs) told.foreign.push(query);
  const hasHits = await page.evaluate(() => document.querySelector('.hit-link') !== null);
  if (hasHits) await WALKS[round % WALKS.length](page, round);
}

/** Empties box and list, so that every sample is of the same sight. */
async function rest(page) {
  await page.evaluate(() => (location.hash = '#/'));
  await page.locator('.hits').waitFor({ state: 'detached' });
}

/**
 * @param {{ seconds: number, every?: number, site?: string, log?: (line: string) => void }} options `every`: between samples
 */
export async function soak({ seconds, every = 20, site = dist, log = () => {} }) {
  const queries = readJudgements(fileURLToPath(new URL('../relevance/judgements', import.meta.url)))
    .map(({ query }) => query)
    .filter((query) => query.length > 3);
  const server = await serve(site);
  const browser = await startChromium();
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await context.route(/assets\/worker-/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: countWasmMemory + (await answer.text()) });
    });
    const page = await context.newPage();
    const { said } = watch(page, server.url);
    await page.addInitScript(watchAnswers);
    await page.goto(`${server.url}?lang=en`);
    await page.locator('html[data-ready]').first().waitFor();
    const keys = await context.newCDPSession(page);
    await keys.send('Performance.enable');
    const askWorker = await workerDoor(browser);
    const told = { keys: 0, typing: 0, dropped: [], foreign: [], rounds: 0 };
    const samples = [];
    const start = performance.now();
    const elapsed = () => (performance.now() - start) / 1000;
    while (elapsed() < seconds) {
      const next = elapsed() + every;
      while (elapsed() < Math.min(next, seconds)) {
        await doRound(
          { page, keys, told },
          queries[(told.rounds * 7) % queries.length],
          told.rounds,
        );
        told.rounds += 1;
      }
      await rest(page);
      samples.push(await sample(page, keys, askWorker, elapsed()));
      log(JSON.stringify(samples.at(-1)));
    }
    const { stale, frames, answers } = await page.evaluate(() => globalThis.soak);
    const console = said.filter((line) => !/Service Worker registration blocked/.test(line));
    const isShort = seconds < SHORT;
    return {
      ...told,
      stale,
      frames,
      answers,
      console,
      samples,
      growth: growthOf(samples, isShort),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Returns what is wrong with a run, nothing when it held out. */
export function faultsOf({ growth, stale, dropped, foreign, console }) {
  return [
    ...growth
      .filter(({ growth: by, bound }) => by > bound)
      .map(({ name, growth: by }) => `${name} grows by ${by}`),
    ...stale.map(({ link, id, before }) => `${link} of request ${id} was shown after ${before}`),
    ...dropped.map(({ typed, value }) => `“${typed}” was typed, “${value}” stands in the box`),
    ...foreign.map((query) => `the list does not belong to “${query}”`),
    ...console.map((line) => `the console says: ${line}`),
  ];
}

async function main() {
  const { values } = parseArgs({
    options: { minutes: { type: 'string' }, json: { type: 'string' } },
  });
  const minutes = Math.min(Math.max(Number(values.minutes ?? 10) || 10, 0.3), 24 * 60);
  const seconds = minutes * 60;
  const run = await soak({ seconds, every: Math.min(20, seconds / 5), log: console.log });
  const { keys, typing, rounds, frames, answers, growth } = run;
  console.log(
    `${rounds} searches, ${keys} keys at ${(keys / typing).toFixed(1)} a second, ${answers} answers, ${frames} frames looked at`,
  );
  for (const { name, growth: by, bound } of growth)
    console.log(`${name}: ${by} (at most ${bound})`);
  if (values.json) await writeFile(values.json, JSON.stringify(run, null, 2));
  const faults = faultsOf(run);
  console.log(faults.length ? faults.join('\n') : 'It held out.');
  process.exitCode = faults.length ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
