// Nothing of what a person does is sent or stored: while typing and choosing there is no request, afterwards no cookie, no
// storage, and in the caches only the site's own files (web/PRIVACY.md).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';
import { typeInto } from './support/widget.js';

/** Runs in the page: what its origin has stored, the files of the release apart. */
async function stored() {
  const cached = [];
  for (const name of await caches.keys()) {
    const requests = await (await caches.open(name)).keys();
    // The revision that Workbox appends is a hash: its digits may spell anything.
    cached.push(...requests.map(({ url }) => decodeURIComponent(url.split('?__WB_REVISION__')[0])));
  }
  return {
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    strangers: cached.filter((url) => !url.startsWith(location.origin)),
    queries: cached.filter((url) => /wheelchair|E11/i.test(url)),
  };
}

const NOTHING = {
  cookies: '',
  local: 0,
  session: 0,
  databases: [],
  strangers: [],
  queries: [],
};

test('searching and reading on the page stores nothing', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/?q=wheelchair`);
    await page.waitForSelector('.hit');
    await open(page, `${url}#/icd10cm/E11.9`);
    await page.waitForSelector('#concept-title');
    await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    assert.deepEqual(await page.evaluate(stored), NOTHING);
  }));

test('typing and choosing in the element sends nothing, not even to its own server', () =>
  scenario(async ({ page, url, server }) => {
    await page.goto(`${url}pages/form.html`);
    await page.waitForFunction(() => document.querySelector('#given').codings.length === 1);
    const before = server.asked.length;
    await typeInto(page, 'diagnosis', 'E11.9');
    await page.keyboard.press('Enter');
    await typeInto(page, 'procedures', 'wheelchair');
    assert.deepEqual(server.asked.slice(before), []);
    assert.deepEqual(await page.evaluate(stored), NOTHING);
  }));
