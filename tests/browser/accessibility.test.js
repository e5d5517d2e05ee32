// axe finds nothing on any view, in light and dark, wide and narrow.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityFindings, open, scenario } from './support/scenario.js';

const VIEWS = [
  '#/',
  '#/?q=diabetes',
  '#/cpt4/47541',
  '#/icd10cm/E11.9',
  '#/icd10cm/E11.999',
  '#/browse',
  '#/browse/icd10cm/E11',
  '#/compare/icd10cm/E11.9/icd10cm/E10.9',
];

/** What stands on a view once it is whole. */
const WHOLE = '.systems, .hit, .facts, .unknown, .browse-systems, .compare-table';

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1440]) {
    test(`axe finds nothing in ${colorScheme} at ${width} px`, () =>
      scenario(
        async ({ page, url }) => {
          for (const view of VIEWS) {
            await open(page, `${url}${view}`);
            await page.waitForSelector(WHOLE);
            await page.waitForTimeout(150);
            assert.deepEqual(await accessibilityFindings(page), [], view);
          }
        },
        {
          context: { colorScheme, viewport: { width, height: 900 }, bypassCSP: true },
        },
      ));
  }
}

test('nothing is wider than the window at 320 px, which is 1280 px at 400 % zoom', () =>
  scenario(
    async ({ page, url }) => {
      for (const view of VIEWS) {
        await open(page, `${url}${view}`);
        await page.waitForSelector(WHOLE);
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(excess, 0, view);
      }
    },
    { context: { viewport: { width: 320, height: 640 } } },
  ));
