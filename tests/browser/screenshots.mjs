// Takes pictures of the search and concept pages to look at: light and dark, 360, 768 and 1440 px.
// node tests/browser/screenshots.mjs [NAME...] -> build/screenshots/; names choose views, all without.

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startChromium } from './support/browsers.js';
import { serve } from './support/serve.js';

const root = new URL('../../', import.meta.url);
const wanted = process.argv.slice(2);
const dist = process.env.MEDCODE_DIST ?? fileURLToPath(new URL('dist', root));
const folder = process.env.SCREENSHOTS ?? fileURLToPath(new URL('build/screenshots', root));

const views = {
  welcome: '#/',
  search: '#/?q=type%202%20diabetes',
  synonym: '#/?q=biliary%20stent',
  mistake: '#/?q=%22open%20fracture',
  article: '#/cpt4/47541',
  diagnosis: '#/icd10cm/E11.21',
  procedure: '#/icd10pcs/0F9930Z',
  tree: '#/browse/icd10cm/E11',
  compare: '#/compare/icd10cm/E11.9/icd10cm/E10.9',
  unknown: '#/icd10cm/E11.999',
  list: '#/list?t=Diabetes%20clinic&c=icd10cm:E11.9=twice%20a%20year,E11.65,E11;cpt4:47541',
  check: '#/paste',
  own: '#/own',
};

/** The made-up table of web/OWN-CODES.md: one of its rows is refused. */
const table = fileURLToPath(new URL('web/examples/own-codes.csv', root));

const server = await serve(dist);
const browser = await startChromium();
await mkdir(folder, { recursive: true });
for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 768, 1440]) {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
    for (const [name, hash] of Object.entries(views)) {
      if (wanted.length && !wanted.includes(name)) continue;
      await page.goto('about:blank');
      await page.goto(`${server.url}${hash}`);
      await page.waitForSelector('html[data-ready]');
      if (name === 'own') {
        await page.setInputFiles('.own-drop input[type=file]', table);
        await page.waitForSelector('#own-report-title');
      }
      await page.waitForTimeout(250);
      await page.screenshot({
        path: `${folder}/${name}-${colorScheme}-${width}.png`,
        fullPage: name !== 'welcome' && width !== 1440,
      });
    }
    await page.close();
  }
}
await browser.close();
await server.close();
console.log(`Pictures are in ${folder}`);
