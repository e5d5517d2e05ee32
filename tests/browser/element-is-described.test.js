// custom-elements.json, the types and web/README.md name what the element has, and nothing else.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scenario } from './support/scenario.js';

const web = fileURLToPath(new URL('../../web/', import.meta.url));
const read = (/** @type {string} */ path) => readFileSync(`${web}${path}`, 'utf8');
const [element] = JSON.parse(read('package/custom-elements.json')).modules[0].declarations;
const names = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name).sort();

/** All of the element's source as one text. */
const source = readdirSync(`${web}element`)
  .map((name) => read(`element/${name}`))
  .join('\n');
const found = (/** @type {RegExp} */ pattern) =>
  [...new Set([...source.matchAll(pattern)].map(([, name]) => name))].sort();

test('parts, custom properties and events are those in the source', () => {
  assert.deepEqual(names(element.cssParts), found(/\bpart="([\w-]+)"/g));
  assert.deepEqual(names(element.cssProperties), found(/var\(\s*(--medcode-[\w-]+)/g));
  assert.deepEqual(
    names(element.events).filter((name) => name.startsWith('medcode-')),
    found(/[tT]ell\('(medcode-[\w-]+)'/g),
  );
});

test('attributes and members are those of the registered class', () =>
  scenario(async ({ page, url }) => {
    await page.goto(`${url}pages/two-widgets.html`);
    await page.waitForFunction(() => customElements.get('medical-code-search'));
    const real = await page.evaluate(() => {
      const known = customElements.get('medical-code-search');
      const members = new Set();
      const own = Object.getPrototypeOf(known).name ? [known, Object.getPrototypeOf(known)] : [];
      for (const one of own) {
        for (const name of Object.getOwnPropertyNames(one.prototype)) members.add(name);
      }
      return { attributes: known.observedAttributes, members: [...members] };
    });
    const described = names(element.attributes).filter(
      (name) => !['value', 'theme'].includes(name),
    );
    assert.deepEqual([...real.attributes].sort(), described);
    for (const { name } of element.members) assert.ok(real.members.includes(name), name);
  }));

test('the types name every member and event, the README every attribute, event, part and property', () => {
  const types = read('package/element.d.ts');
  for (const name of names(element.members)) {
    if (name !== 'lang') assert.match(types, new RegExp(`\\b${name}\\b`), name);
  }
  const readme = read('README.md');
  const all = [element.attributes, element.events, element.cssParts, element.cssProperties];
  for (const name of all.flatMap(names)) assert.ok(readme.includes(`\`${name}\``), name);
  for (const name of names(element.events)) {
    if (name.startsWith('medcode-')) assert.ok(types.includes(`'${name}'`), name);
  }
});

test('the script that other pages load carries the words of the element and none of the page', () => {
  const script = readFileSync(
    fileURLToPath(new URL('../../dist/medical-code-search.js', import.meta.url)),
    'utf8',
  );
  const words = JSON.parse(read('strings/en.json'));
  const carried = (/** @type {Record<string, string>} */ part) =>
    Object.values(part).filter((text) => text.length > 24 && script.includes(text));
  assert.notDeepEqual(carried(words.element), []);
  assert.deepEqual(carried(words.page), []);
});
