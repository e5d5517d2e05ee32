// Three programs that usually ask a server do their work with the network off, answered by the service worker.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { accessibilityFindings, dist, scenario } from './support/scenario.js';

const root = new URL('../../', import.meta.url);
const site = fileURLToPath(new URL('build/examples', root));
const examples = 'service/examples/';

before(() => {
  const script = fileURLToPath(new URL('web/service/examples/build.mjs', root));
  execFileSync(process.execPath, [script, '--build-only'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, MEDCODE_DIST: dist },
  });
});

/** LHC-Forms and its Angular speak on the console in their own way. */
const spoken = /ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|lforms|LForms|zone|Angular/i;

/** Visits a page once, then takes the server away and loads it again from what the browser kept. */
async function offline({ page, url, server, context }, name, keep) {
  await page.goto(`${url}${examples}${name}`);
  page.setDefaultTimeout(60_000);
  await page.waitForSelector('#state[data-saved]');
  await keep?.();
  await context.setOffline(true);
  await server.close();
  await page.reload();
  await page.waitForSelector('#state[data-ready]');
}

test('autocomplete-lhc finds a diagnosis and the strengths of a drug', () =>
  scenario(
    async (given) => {
      const { page } = given;
      await offline(given, 'autocomplete-lhc.html');
      await page.locator('#diagnosis').pressSequentially('type 2 diab', { delay: 20 });
      await page.locator('#completionOptions tbody tr').first().waitFor();
      assert.match(await page.locator('#completionOptions').innerText(), /E11/);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.waitForFunction(() => /E11/.test(document.querySelector('#chosen').textContent));
      await page.locator('#drug').pressSequentially('metformin', { delay: 20 });
      await page.locator('#completionOptions li').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.waitForFunction(() =>
        /STRENGTHS/.test(document.querySelector('#chosen').textContent),
      );
    },
    { site, expected: spoken },
  ));

test('fhir-kit-client looks codes up and expands a value set', () =>
  scenario(
    async (given) => {
      const { page } = given;
      await offline(given, 'fhir-kit-client.html');
      await page.waitForFunction(() => document.querySelector('#display').textContent.length > 0);
      assert.match(await page.locator('#display').innerText(), /^Type 2 diabetes mellitus/);
      await page.locator('#code').fill('I10');
      await page.locator('#code').press('Enter');
      await page.waitForFunction(() => /hypertension/.test(document.body.innerText));
      await page.locator('#code').fill('nonsense');
      await page.locator('#code').press('Enter');
      await page.waitForFunction(() => /There is no code/.test(document.body.innerText));
      assert.deepEqual(await accessibilityFindings(page), []);
    },
    { site, expected: /ERR_|404/ },
  ));

test('LHC-Forms fills a questionnaire whose answers are value sets', () =>
  scenario(
    async (given) => {
      const { page } = given;
      await offline(given, 'lforms.html', () => page.locator('body[data-kept]').waitFor());
      const diagnosis = page.getByLabel('Main diagnosis');
      await diagnosis.pressSequentially('type 2 diab', { delay: 20 });
      await page.locator('#completionOptions li').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.locator('#take').click();
      const answers = JSON.parse(await page.locator('#answers').innerText());
      const { valueCoding } = answers.find(({ linkId }) => linkId === 'diagnosis').answer[0];
      assert.equal(valueCoding.system, 'http://hl7.org/fhir/sid/icd-10-cm');
      assert.match(valueCoding.code, /^E11/);
    },
    { site, expected: spoken },
  ));

test('the worker answers again offline after it was stopped', () =>
  scenario(
    async (given) => {
      const { page, context } = given;
      await offline(given, 'fhir-kit-client.html');
      await page.waitForFunction(() => document.querySelector('#display').textContent);
      const devtools = await context.newCDPSession(page);
      await devtools.send('ServiceWorker.enable');
      await devtools.send('ServiceWorker.stopAllWorkers');
      const ask = (path) =>
        page.evaluate(async (address) => {
          const start = performance.now();
          const answer = await fetch(address);
          return [answer.status, await answer.json(), performance.now() - start];
        }, path);
      const table = '../api/icd10cm/v3/search?terms=diab&sf=code,name';
      const [status, [total], slow] = await ask(table);
      const [, , quick] = await ask(table);
      console.log(
        `# first answer after a stop ${slow.toFixed(0)} ms, the next ${quick.toFixed(0)} ms`,
      );
      assert.equal(status, 200);
      assert.ok(total > 0);
      assert.equal((await ask('../fhir/Patient'))[0], 404);
    },
    { site, expected: /404/ },
  ));
