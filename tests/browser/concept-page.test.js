// The page of a concept: what it shows, what can be taken along, and nothing empty or dead.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parseRoute } from '../../web/page/route.js';
import { openEngine } from '../../web/engine/engine.js';
import { dist, open, scenario } from './support/scenario.js';

/** The fifteen headings of the seed page (DESIGN section 9). */
const HEADINGS = [
  'Name of the Procedure',
  'Summary',
  'Purpose',
  'Indications',
  'Preparation',
  'Procedure Description',
  'Duration',
  'Setting',
  'Personnel',
  'Risks and Complications',
  'Benefits',
  'Recovery',
  'Alternatives',
  'Patient Experience',
  'Similar Codes',
];

test('47541 has every heading of the seed page in order, and at least three similar codes', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/cpt4/47541`);
    await page.waitForSelector('#section-similar-codes');
    const shown = await page.locator('.section h2').allInnerTexts();
    assert.deepEqual(
      shown.filter((heading) => HEADINGS.includes(heading)),
      HEADINGS,
    );
    const similar = page.locator('section[aria-labelledby="section-similar-codes"] .code-link');
    assert.ok((await similar.count()) >= 3);
    const experience = page.locator('section[aria-labelledby="section-patient-experience"] h3');
    assert.deepEqual(await experience.allInnerTexts(), [
      'During',
      'After',
      'Pain management',
      'Daily life',
    ]);
  }));

/** A page of each kind: an article, notes, axes, a device, a vaccine, a test, an old code, a drug, a hospital stay. */
const PAGES = [
  '#/cpt4/47541',
  '#/icd10cm/E11.21',
  '#/icd10pcs/0F9930Z',
  '#/hcpcs/E0601',
  '#/cvx/115',
  '#/loinc/4548-4',
  '#/icd9cm/250.00',
  '#/rxnorm/161',
  '#/msdrg/470',
];

test('no page of any kind has an empty section, and no link on them is dead', () =>
  scenario(async ({ page, url }) => {
    const links = new Set();
    for (const hash of PAGES) {
      await page.goto('about:blank');
      await open(page, `${url}${hash}`);
      await page.waitForSelector('#section-similar-codes');
      for (const text of await page.locator('.section').allInnerTexts()) {
        assert.ok(text.split('\n').filter((line) => line.trim()).length > 1, `${hash}: ${text}`);
      }
      const found = await page
        .locator('a[href^="#/"]')
        .evaluateAll((all) => all.map((a) => a.hash));
      for (const link of found) links.add(link);
    }
    assert.ok(links.size > 60);
    const engine = await openEngine({
      wasmBinary: await readFile(`${dist}/engine/engine.wasm`),
      catalog: await readFile(`${dist}/catalog/medical-codes.medcat.gz`),
    });
    for (const link of links) {
      const route = parseRoute(link);
      // A comparison says which of its codes is unknown, so each is asked for.
      const concepts = { concept: [route], compare: route.concepts }[route.view] ?? [];
      for (const { system, code } of concepts) assert.ok(engine.show(system, code).found, link);
      if (route.view === 'browse' && route.system) {
        const isThere =
          engine.browse(route.system, route.node, { limit: 1 }).found ||
          engine.show(route.system, route.node).found;
        assert.ok(isThere, link);
      }
    }
    engine.close();
  }));

test('code, code and name, FHIR Coding and link are copied in one press', () =>
  scenario(
    async ({ page, url }) => {
      await open(page, `${url}#/icd10cm/E11.9`);
      await page.waitForSelector('.concept-head');
      const copied = async (name) => {
        await page.getByRole('button', { name }).first().click();
        await page.waitForSelector('.notice');
        return page.evaluate(() => navigator.clipboard.readText());
      };
      assert.equal(await copied('Copy code E11.9'), 'E11.9');
      assert.equal(
        await copied('Code and name'),
        'E11.9 Type 2 diabetes mellitus without complications',
      );
      const coding = JSON.parse(await copied('FHIR Coding'));
      assert.equal(coding.system, 'http://hl7.org/fhir/sid/icd-10-cm');
      assert.equal(coding.code, 'E11.9');
      assert.equal(await copied('Link'), `${url}#/icd10cm/E11.9`);
    },
    { context: { permissions: ['clipboard-read', 'clipboard-write'] } },
  ));

test('the headings form an outline without gaps under one h1', () =>
  scenario(async ({ page, url }) => {
    await open(page, `${url}#/cpt4/47541`);
    await page.waitForSelector('#section-similar-codes');
    const levels = await page
      .locator('h1, h2, h3')
      .evaluateAll((all) =>
        all.filter((h) => h.checkVisibility()).map((h) => Number(h.tagName[1])),
      );
    assert.equal(levels.filter((level) => level === 1).length, 1);
    levels.forEach((level, at) => assert.ok(at === 0 || level <= levels[at - 1] + 1));
  }));
