// How long from a link to the painted page of a concept, and what does it fetch? The catalog is warm, the details are not.
// node tests/browser/bench-open-concept.mjs

import { fileURLToPath } from 'node:url';
import { startChromium } from './support/browsers.js';
import { open } from './support/scenario.js';
import { serve } from './support/serve.js';

const PAGES = [
  'cpt4/47541',
  'icd10cm/E11.21',
  'icd10pcs/0F9930Z',
  'hcpcs/E0601',
  'cvx/115',
  'loinc/4548-4',
  'icd9cm/250.00',
  'rxnorm/161',
  'msdrg/470',
];

const server = await serve(
  process.env.MEDCODE_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url)),
);
const browser = await startChromium();
console.log(
  'page               name painted   official facts   similar codes   fetched   (ms, ms, ms, kB)',
);
for (const name of PAGES) {
  // A context of its own has an empty cache: every page is measured as the first one opened.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const fetched = [];
  page.on('response', (response) => {
    if (response.url().includes('/details/')) fetched.push(response);
  });
  await open(page, server.url);
  await page.keyboard.type('diabetes'); // the engine has answered once, as it has for whoever follows a link
  await page.waitForSelector('.hit');
  const times = await page.evaluate(async (hash) => {
    const painted = () =>
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const shown = async (selector, from) => {
      while (!document.querySelector(selector)) await painted();
      await painted();
      return performance.now() - from;
    };
    const from = performance.now();
    location.hash = hash;
    const titled = await shown('#concept-title', from);
    const facts = await shown('.section', from);
    const similar = await Promise.race([
      shown('#section-similar-codes', from),
      new Promise((resolve) => setTimeout(resolve, 3000, Number.NaN)),
    ]);
    return [titled, facts, similar];
  }, `#/${name}`);
  const sizes = fetched.map((response) => Number(response.headers()['content-length']));
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  const columns = [...times, kilobytes].map((value) => value.toFixed(1).padStart(15));
  console.log(`${name.padEnd(16)}${columns.join('')}  ${fetched.length} files`);
  await context.close();
}
await browser.close();
await server.close();
