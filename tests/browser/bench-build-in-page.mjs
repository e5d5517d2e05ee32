// How long from a file given to the page to the first answer out of it, and does the page stay quick meanwhile?
// node tests/browser/bench-build-in-page.mjs [--concepts N] [--rounds N] [--file FILE]
//
// 250,000 generated concepts with synonyms and relations in a zip of Athena's shape are given to dist/ in Chromium, each round
// in a fresh profile: the builder is loaded, too. A stall is the longest time between two frames; a delay, how much later
// than asked a timer fires, is what a key press would wait. Both are measured again in the idle page for as long: what the
// machine itself does to them. --file gives a zip of one's own, of which a system called `local` must be among the systems.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { athenaZip } from '../bench/athena-zip.js';
import { quantile } from '../bench/measure.js';
import { startChromium } from './support/browsers.js';
import { dist, open } from './support/scenario.js';
import { serve } from './support/serve.js';

/** Milliseconds from the file to the first answer that are allowed. */
const BUDGET = 10_000;

const { values: options } = parseArgs({
  options: {
    concepts: { type: 'string', default: '250000' },
    rounds: { type: 'string', default: '3' },
    file: { type: 'string' },
  },
});

/** Runs in the page: notes the longest frame and the longest delay of a timer from now on. */
function startProbe() {
  const probe = { frame: 0, delay: 0, isOver: false };
  let lastFrame = performance.now();
  const onFrame = (now) => {
    probe.frame = Math.max(probe.frame, now - lastFrame);
    lastFrame = now;
    if (!probe.isOver) requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  const wait = 4;
  const onTimer = (asked) => {
    probe.delay = Math.max(probe.delay, performance.now() - asked - wait);
    if (!probe.isOver) setTimeout(onTimer, wait, performance.now());
  };
  setTimeout(onTimer, wait, performance.now());
  return probe;
}

/** Runs in the page: waits for the file, for the report and for the first hit. */
async function timeBuild() {
  const appears = async (selector) => {
    while (!document.querySelector(selector)) {
      if (document.querySelector('.own-problem')) throw new Error('The file could not be read.');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return performance.now();
  };
  const from = await new Promise((resolve) =>
    document.addEventListener('change', () => resolve(performance.now()), {
      capture: true,
      once: true,
    }),
  );
  const probe = window.startProbe();
  const read = await appears('#own-report-title');
  location.hash = `#/?q=${encodeURIComponent('system:local recurrent abscess')}`;
  const answered = await appears('.hit-link[href^="#/local/"]');
  probe.isOver = true;
  const duration = answered - from;
  const idle = window.startProbe();
  await new Promise((resolve) => setTimeout(resolve, duration));
  idle.isOver = true;
  const heap = performance.memory?.usedJSHeapSize ?? 0;
  return {
    read: read - from,
    answered: duration,
    stall: probe.frame,
    delay: probe.delay,
    idleStall: idle.frame,
    idleDelay: idle.delay,
    heap,
  };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {string} file
 */
async function round(browser, url, file) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.addInitScript(`window.startProbe = ${startProbe}`);
    await open(page, `${url}#/own`);
    await page.waitForSelector('.own-drop input[type=file]');
    const timing = page.evaluate(timeBuild);
    await page.setInputFiles('.own-drop input[type=file]', file);
    return await timing;
  } finally {
    await context.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'medcode-bench-'));
const file = options.file ?? join(folder, 'athena.zip');
if (!options.file) await writeFile(file, athenaZip(Number(options.concepts)));
const server = await serve(dist);
const browser = await startChromium();
const rounds = [];
try {
  for (let i = 0; i < Number(options.rounds); i += 1)
    rounds.push(await round(browser, server.url, file));
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
}

const NAMES = {
  read: 'file to report, catalog open',
  answered: 'file to first answer',
  stall: 'longest stall of the page',
  delay: 'longest delay of a timer',
  idleStall: 'the same stall, idle',
  idleDelay: 'the same delay, idle',
};
console.log(
  `| ${options.file ?? `${options.concepts} concepts`}, ms | median | worst |\n|---|---|---|`,
);
const summary = {};
for (const [key, name] of Object.entries(NAMES)) {
  const times = rounds.map((each) => each[key]);
  summary[key] = { median: quantile(times, 0.5), worst: Math.max(...times) };
  console.log(`| ${name} | ${summary[key].median.toFixed(0)} | ${summary[key].worst.toFixed(0)} |`);
}
const verdict = summary.answered.median <= BUDGET ? 'within' : 'over';
console.log(`\n${verdict} the budget of ${BUDGET / 1000} s`);
const report = new URL('../../build/bench/build-in-page.json', import.meta.url);
await mkdir(new URL('./', report), { recursive: true });
await writeFile(
  report,
  `${JSON.stringify({ concepts: Number(options.concepts), rounds, summary }, null, 1)}\n`,
);
console.log(`as JSON: ${fileURLToPath(report)}`);
