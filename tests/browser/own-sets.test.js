// A person adds codes of their own: read in this browser, searched beside the rest, gone with the page unless kept.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openEngine } from '../../web/engine/engine.js';
import { makeZip } from '../support/make-zip.js';
import { accessibilityFindings, dist, open, scenario } from './support/scenario.js';

const TABLE = [
  'code,name,synonyms,note',
  'W-101,Wound check at the bedside,dressing change,Nursing only',
  ',A row without a code,,',
  'W-102,Photo of a pressure ulcer,bedsore photo,Needs consent',
  `${'W'.repeat(200)},A code that is too long,,`,
].join('\n');

const FHIR = JSON.stringify({
  resourceType: 'CodeSystem',
  url: 'https://ward.example/stations',
  name: 'Stations',
  title: 'Stations of the ward',
  status: 'active',
  content: 'complete',
  concept: [
    { code: 'S1', display: 'Isolation station north' },
    { code: 'S2', display: 'Stroke unit bed' },
  ],
});

const CONCEPT = [
  'concept_id\tconcept_name\tdomain_id\tvocabulary_id\tconcept_class_id\tstandard_concept\tconcept_code\tvalid_start_date\tvalid_end_date\tinvalid_reason',
  '2000000001\tBedside glucometer reading\tMeasurement\tICD10CM\tMeasurement\tS\tZZ9.1\t20200101\t20991231\t',
  '2000000002\tHouse lactate panel\tMeasurement\tICD10CM\tMeasurement\tS\tZZ9.2\t20200101\t20991231\t',
].join('\n');

let folder = '';
before(async () => (folder = await mkdtemp(join(tmpdir(), 'medcode-own-'))));
after(() => rm(folder, { recursive: true }));

const file = (name, content) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});
const table = () => file('ward-codes.csv', TABLE);

const alone = { expected: /registration blocked/, context: { serviceWorkers: 'block' } };

/** Makes a site that allows keeping, by the one line that its administrator changes. */
const allowing = (page) =>
  page.route(/\/(index\.html)?(\?.*)?$/, async (route) => {
    const html = await readFile(`${dist}/index.html`, 'utf8');
    const body = html.replace('content="forbidden"', 'content="allowed"');
    await route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
  });

async function add(page, ...files) {
  await page.setInputFiles('.own-drop input[type=file]', files);
  await page.waitForSelector('#own-report-title');
}

const databases = (page) => page.evaluate(async () => (await indexedDB.databases()).length);
const setTitles = (page) => page.locator('.own-set h3').allInnerTexts();

async function search(page, query, href) {
  await page.goto(`${page.url().split('#')[0]}#/?q=${encodeURIComponent(query)}`);
  await page.waitForSelector(`.hit-link[href="${href}"]`);
}

/** Drops files on the page as a person does, wherever that is. */
async function drop(page, { name, buffer }) {
  await page.evaluate(
    ([title, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], title));
      for (const type of ['dragenter', 'dragover']) {
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
        );
      }
      window.wasOffered = Boolean(document.querySelector('.drop-here'));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    },
    [name, buffer.toString()],
  );
  await page.waitForSelector('#own-report-title');
}

test('a table dropped on the search page is read, its bad rows told with row and reason, and searched beside the rest; nothing is sent', () =>
  scenario(async ({ page, url, server }) => {
    await open(page, url);
    const before = server.asked.length;
    await drop(page, table());
    assert.equal(await page.evaluate(() => window.wasOffered), true);
    const report = await page.innerText('.own-report');
    assert.match(report, /ready to be searched/);
    assert.match(report, /2 rows were refused/);
    assert.match(report, /\n3\s+The row has no code/);
    assert.match(report, /\n5\s+\S/);
    assert.match(report, /synonyms\s*→\s*other name/);
    const asked = server.asked.slice(before);
    assert.ok(
      asked.length > 0 && asked.every((path) => /^\/(assets|icons)\//.test(path)),
      `${asked}`,
    );
    const [title] = await setTitles(page);
    assert.match(await page.innerText('.own-set'), /2 codes · .* · until this page is closed/);
    const count = server.asked.length;
    await page.click('text=Search these codes');
    await page.waitForSelector('.hit');
    assert.equal(await page.locator('.hit').count(), 2);
    await page.click('.chip:has-text("All")');
    await page.fill('#search-box', 'bedsore photo');
    const hit = page.locator('.hit', { hasText: 'W-102' });
    await hit.waitFor();
    assert.match(await hit.innerText(), /Your own/);
    assert.match(await page.innerText(`.chip:has-text("${title}")`), /Your own/);
    await hit.locator('.hit-link').click();
    await page.waitForSelector('text=Needs consent');
    assert.match(await page.innerText('.concept-head'), /Your own/);
    assert.deepEqual(
      server.asked.slice(count).filter((path) => path.includes('details')),
      await officialDetails(server.asked.slice(count)),
      'one’s own details come from memory',
    );
    assert.equal(await databases(page), 0);
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    await page.goto(`${url}#/own`);
    await page.waitForSelector('#own-title');
    assert.deepEqual(await setTitles(page), []);
  }, alone));

/** Of requests for details those of official systems, which similar codes may lead to. */
const officialDetails = async (asked) => asked.filter((path) => /details\/(?!ward|my)/.test(path));

test('FHIR and an Athena zip are read; additions to an official system stand beside it under a name of their own', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/own`);
    await add(page, file('stations.json', FHIR));
    assert.match(await page.innerText('.own-report'), /Stations of the ward/);
    await search(page, 'isolation station', '#/stations/S1').catch(() =>
      page.waitForSelector('.hit-link[href$="/S1"]'),
    );
    await page.goto(`${url}#/own`);
    await page.waitForSelector('.own-drop');
    await add(page, file('athena.zip', makeZip([{ name: 'CONCEPT.csv', content: CONCEPT }])));
    await search(page, 'glucometer reading', '#/icd10cm.own2/ZZ9.1');
    assert.match(await page.innerText('.hit'), /ICD-10-CM \(/);
    await page.click('.hit-link[href="#/icd10cm.own2/ZZ9.1"]');
    await page.waitForSelector('#concept-title');
    assert.equal(await page.innerText('#concept-title'), 'Bedside glucometer reading');
    await search(page, 'E11.9', '#/icd10cm/E11.9');
  }, alone));

test('what is no table is refused in words; reading can be given up', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/own`);
    await add(page, file('picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])));
    assert.match(await page.innerText('.own-report'), /No code could be read/);
    assert.equal(await page.locator('.own-set').count(), 0);
    const rows = Array.from({ length: 400_000 }, (_, at) => `R-${at},Made up name ${at}`);
    await writeFile(join(folder, 'many.csv'), ['code,name', ...rows].join('\n'));
    await page.setInputFiles('.own-drop input[type=file]', join(folder, 'many.csv'));
    await page.click('.own-building >> text=Cancel');
    await page.waitForSelector('.own-drop');
    assert.match(await page.innerText('.spoken[role=status]'), /Given up/);
    assert.equal(await page.locator('.own-set').count(), 0);
  }, alone));

test('removing can be undone', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/own`);
    await add(page, table());
    await page.getByRole('button', { name: /^Remove / }).click();
    await page.waitForSelector('.own-set', { state: 'detached' });
    await page.click('.notice >> text=Undo');
    await page.waitForSelector('.own-set');
    await search(page, 'wound check bedside', '#/ward-codes/W-101').catch(() =>
      page.waitForSelector('.hit-link[href$="/W-101"]'),
    );
    await page.goto(`${url}#/own`);
    await page.getByRole('button', { name: /^Remove / }).click();
    await page.goto(`${url}#/?q=W-101`);
    await page.waitForFunction(() => !document.querySelector('.hit-link[href$="/W-101"]'));
  }, alone));

test('where the site allows it, nothing is kept until asked; then the set outlives the page, until it is forgotten', () =>
  scenario(async ({ page, url }) => {
    await allowing(page);
    await open(page, `${url}#/own`);
    await add(page, table());
    assert.equal(await databases(page), 0);
    const keep = page.getByLabel('Keep in this browser');
    assert.equal(await keep.isChecked(), false);
    await keep.check();
    await page.waitForSelector('.own-set >> text=kept in this browser');
    await page.reload();
    await page.waitForSelector('.own-set >> text=kept in this browser');
    await page.goto(`${url}#/?q=bedsore%20photo`);
    await page.waitForSelector('.hit-link[href$="/W-102"]');
    await page.goto(`${url}#/own`);
    await page.click('text=Forget all');
    await page.waitForSelector('.own-set', { state: 'detached' });
    assert.equal(await databases(page), 0);
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    assert.deepEqual(await setTitles(page), []);
    assert.equal(await databases(page), 0);
  }, alone));

test('what was kept and is damaged is refused with a sentence and can be removed', () =>
  scenario(async ({ page, url }) => {
    await allowing(page);
    await open(page, `${url}#/own`);
    await add(page, table());
    await page.getByLabel('Keep in this browser').check();
    await page.waitForSelector('.own-set >> text=kept in this browser');
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open('medical-code-search');
          request.onsuccess = () => {
            const database = request.result;
            const sets = database.transaction('own-codes', 'readwrite').objectStore('own-codes');
            const reading = sets.get('own1');
            reading.onsuccess = () => {
              sets.put({ ...reading.result, catalog: new Uint8Array(500) }, 'own1');
              sets.put({ version: 9, title: 'From another time' }, 'own2');
              sets.transaction.oncomplete = () => {
                database.close();
                resolve(undefined);
              };
            };
          };
        }),
    );
    await page.reload();
    await page.waitForSelector('.own-set.damaged >> nth=1');
    const told = await page.locator('.own-set.damaged').allInnerTexts();
    assert.match(told.join('\n'), /not used\. Remove it, and read its files again/);
    assert.match(told.join('\n'), /From another time\s+What was kept of this set is damaged/);
    for (const left of [1, 0]) {
      await page
        .getByRole('button', { name: /^Remove / })
        .first()
        .click();
      await page.waitForFunction((n) => document.querySelectorAll('.own-set').length === n, left);
    }
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    assert.deepEqual(await setTitles(page), []);
  }, alone));

test('as delivered, the site does not allow keeping, and says so', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/own`);
    assert.equal(await page.getByLabel('Keep in this browser').isDisabled(), true);
    assert.match(await page.innerText('.own-keep'), /This site does not allow/);
  }, alone));

test('a downloaded set is opened by openEngine, its details beside it', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/own`);
    await add(page, table());
    const downloading = page.waitForEvent('download');
    await page.locator('.own-set >> text=Download').click();
    const download = await downloading;
    assert.match(download.suggestedFilename(), /\.zip$/);
    const zip = join(folder, 'set.zip');
    await download.saveAs(zip);
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, folder]);
    const name = download.suggestedFilename().replace('.zip', '');
    const engine = await openEngine({
      wasmBinary: await readFile(new URL('../../build/wasm/engine.wasm', import.meta.url)),
      catalog: await readFile(join(folder, name, 'medical-codes.medcat.gz')),
    });
    const [hit] = engine.search('pressure ulcer photo').hits;
    assert.equal(hit.code, 'W-102');
    const { pack } = engine.show(hit.system, hit.code);
    assert.ok((await readFile(join(folder, name, 'details', pack))).length > 0);
    assert.match(await readFile(join(folder, name, 'README.txt'), 'utf8'), /medcode-catalog/);
    engine.close();
  }, alone));

for (const lang of ['en', 'es']) {
  test(`form, report and sets have no accessibility findings and are reached by keyboard (${lang})`, () =>
    scenario(
      async ({ page, url }) => {
        await open(page, `${url}?lang=${lang}#/own`);
        assert.deepEqual(await accessibilityFindings(page), []);
        await add(page, table());
        assert.equal(
          await page.evaluate(() => document.activeElement?.id),
          'own-report-title',
          'the report is where the focus goes',
        );
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        assert.match(
          await page.evaluate(() => document.activeElement?.textContent ?? ''),
          /Search these codes|Buscar estos códigos/,
        );
        assert.deepEqual(await accessibilityFindings(page), []);
      },
      {
        expected: /registration blocked/,
        context: { ...alone.context, bypassCSP: true },
      },
    ));
}
