// Several elements of a page share one worker and one catalog.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenario } from './support/scenario.js';
import { typeInto } from './support/widget.js';

test('two elements start one worker and load one catalog, and answer each for itself', () =>
  scenario(async ({ page, url }) => {
    const catalogs = [];
    page.context().on('request', (request) => {
      if (request.url().includes('/catalog/')) catalogs.push(request.url());
    });
    await page.goto(`${url}pages/two-widgets.html`);
    await typeInto(page, 'first', 'stent');
    await typeInto(page, 'second', 'stent');
    assert.equal(page.workers().length, 1);
    assert.deepEqual([...new Set(catalogs)], catalogs);
    const systems = await page.locator('#second .about').allInnerTexts();
    assert.ok(systems.every((text) => text.startsWith('HCPCS')));
  }));
