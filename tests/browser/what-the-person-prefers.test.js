// The element and the page under forced colours and reduced motion, and a form that the browser brings back as it was left.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, scenario } from './support/scenario.js';
import { chooseInForm, typeInto } from './support/widget.js';

/** What tells one thing from another when colours are the system's. */
const looksOf = (/** @type {import('playwright-core').Locator} */ locator) =>
  locator.evaluate((element) => {
    const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
    return [color, backgroundColor, borderTopColor].join(' ');
  });

test('under forced colours the marked option and the chosen chip stand out, and matches are underlined', () =>
  scenario(
    async ({ page, url }) => {
      await page.goto(`${url}pages/form.html`);
      await typeInto(page, 'diagnosis', 'type 2 diabetes');
      await page.keyboard.press('ArrowDown');
      const marked = page.locator('#diagnosis [role="option"][aria-selected="true"]');
      const other = page.locator('#diagnosis [role="option"][aria-selected="false"]').first();
      await marked.waitFor();
      assert.notEqual(await looksOf(marked), await looksOf(other));
      const line = (element) => getComputedStyle(element).textDecorationLine;
      assert.equal(await other.locator('mark').first().evaluate(line), 'underline');
      await open(page, `${url}#/?q=diabetes`);
      await page.locator('.chip').nth(1).click();
      const chosen = page.locator('.chip[aria-pressed="true"]');
      await chosen.first().waitFor();
      const unchosen = page.locator('.chip[aria-pressed="false"]').first();
      assert.notEqual(await looksOf(chosen.first()), await looksOf(unchosen));
    },
    { context: { forcedColors: 'active' } },
  ));

/** Returns what moves: elements of the page and of the elements in it with a transition or an animation. */
const moving = (page) =>
  page.evaluate(() => {
    const all = (root) =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    const lasts = (text) => text.split(',').some((duration) => parseFloat(duration) > 0);
    return all(document).flatMap((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      return lasts(transitionDuration) || lasts(animationDuration)
        ? [`${element.localName}.${element.className}`]
        : [];
    });
  });

for (const [reducedMotion, isMoving] of [
  ['reduce', false],
  ['no-preference', true],
]) {
  test(`with the preference ${reducedMotion}, ${isMoving ? 'something' : 'nothing'} moves`, () =>
    scenario(
      async ({ page, url }) => {
        await page.goto(`${url}pages/form.html`);
        await typeInto(page, 'diagnosis', 'diabetes');
        const inElement = await moving(page);
        await open(page, `${url}#/?q=diabetes`);
        await page.waitForSelector('.hit');
        const inPage = await moving(page);
        await open(page, `${url}#/browse/icd10cm/E11`);
        await page.waitForSelector('[role="treeitem"]');
        const inTree = await moving(page);
        if (isMoving) assert.ok(inElement.length > 0, 'the check sees what moves');
        else assert.deepEqual([...inElement, ...inPage, ...inTree], []);
      },
      { context: { reducedMotion } },
    ));
}

const codesOf = (page, id) =>
  page.evaluate((at) => document.getElementById(at).codings.map(({ code }) => code), id);

test('a form that is left and come back to has the chosen codes again', () =>
  scenario(async ({ page, url }) => {
    await chooseInForm(page, url);
    await page.waitForFunction(() => document.querySelector('#procedures').codings.length === 2);
    await page.goto(`${url}pages/nothing.html`);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('#procedures')?.codings?.length === 2);
    assert.deepEqual(await codesOf(page, 'diagnosis'), ['E11.9']);
    assert.deepEqual(await codesOf(page, 'procedures'), ['47541', '0F9930Z']);
    const input = page.locator('#diagnosis input');
    assert.match(await input.inputValue(), /^E11\.9 Type 2 diabetes/);
    assert.equal(
      await page.evaluate(() => document.querySelector('#diagnosis').checkValidity()),
      true,
    );
  }));

test('a state of another release, autofill or nonsense is read as a value or not at all', () =>
  scenario(async ({ page, url }) => {
    await page.goto(`${url}pages/form.html`);
    await page.waitForFunction(() => customElements.get('medical-code-search'));
    const restore = (state) =>
      page.evaluate((given) => {
        const element = document.querySelector('#diagnosis');
        element.formStateRestoreCallback(given, 'autocomplete');
        return element.codings.length;
      }, state);
    for (const state of ['', '{"a":', '[1]', '[{"code":"E11.9"}]', 'null', null, 'x'.repeat(1e6)]) {
      assert.equal(await restore(state), 0, String(state).slice(0, 20));
    }
    await restore('E11.9');
    await page.waitForFunction(() => document.querySelector('#diagnosis').codings.length === 1);
    assert.deepEqual(await codesOf(page, 'diagnosis'), ['E11.9']);
  }));
