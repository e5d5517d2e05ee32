// The element is a form control: it is sent, required, reset, disabled and labelled as one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityFindings, scenario } from './support/scenario.js';
import { chooseInForm, typeInto } from './support/widget.js';

test('a form sends the chosen codes, one entry for each of several', () =>
  scenario(async ({ page, url }) => {
    await chooseInForm(page, url);
    await page.waitForFunction(() => document.querySelector('#given').codings.length === 1);
    await page.getByRole('button', { name: 'Send' }).click();
    const sent = await page.evaluate(() => window.sent);
    assert.deepEqual(
      sent.map(([name]) => name),
      ['diagnosis', 'procedure', 'procedure', 'given'],
    );
    assert.equal(sent[0][1], 'E11.9');
    assert.equal(JSON.parse(sent[1][1]).code, '47541');
    assert.equal(JSON.parse(sent[2][1]).code, '0F9930Z');
    assert.equal(sent[3][1], 'E11.9');
  }));

test('medcode-select bubbles and carries a FHIR Coding', () =>
  scenario(async ({ page, url }) => {
    await page.goto(`${url}pages/form.html`);
    await typeInto(page, 'diagnosis', 'E11.9');
    await page.locator('#diagnosis [role="option"]').first().click();
    const told = await page.evaluate(() => window.told);
    const { detail } = told.find(({ type }) => type === 'medcode-select');
    assert.equal(detail.system, 'http://hl7.org/fhir/sid/icd-10-cm');
    assert.equal(detail.code, 'E11.9');
    assert.match(detail.display, /Type 2 diabetes/);
    assert.ok(told.some(({ type, id }) => type === 'change' && id === 'diagnosis'));
  }));

test('a required field without a code, or with words that are none, keeps the form', () =>
  scenario(async ({ page, url }) => {
    await page.goto(`${url}pages/form.html`);
    const validity = () =>
      page.evaluate(() => {
        const { validity, validationMessage } = document.querySelector('#diagnosis');
        return [validity.valueMissing, validity.badInput, validationMessage];
      });
    assert.deepEqual(await validity(), [true, false, 'Choose a code from the list.']);
    await typeInto(page, 'diagnosis', 'diabetes');
    await page.keyboard.press('Escape');
    assert.equal((await validity())[1], true);
    await page.getByRole('button', { name: 'Send' }).click();
    assert.equal(await page.evaluate(() => window.sent), null);
  }));

test('reset gives back the first value, and a disabled fieldset disables', () =>
  scenario(async ({ page, url }) => {
    await page.goto(`${url}pages/form.html`);
    await page.waitForFunction(() => document.querySelector('#given').codings.length === 1);
    await page.evaluate(() => document.querySelector('#given').clear());
    assert.equal(await page.evaluate(() => document.querySelector('#given').value), '');
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.waitForFunction(() => document.querySelector('#given').value === 'E11.9');
    await page.evaluate(() => (document.querySelector('#fieldset').disabled = true));
    assert.equal(await page.locator('#given input').isDisabled(), true);
  }));

test('arrows, Enter, Escape and Backspace work as in every combobox; axe finds nothing', () =>
  scenario(
    async ({ page, url }) => {
      await page.goto(`${url}pages/form.html`);
      await typeInto(page, 'procedures', 'stent');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const input = page.locator('#procedures input');
      assert.equal(await input.getAttribute('aria-activedescendant'), 'option-1');
      assert.deepEqual(await accessibilityFindings(page), []);
      await page.keyboard.press('Escape');
      assert.equal(await input.getAttribute('aria-expanded'), 'false');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      assert.equal(
        await page.evaluate(() => document.querySelector('#procedures').codings.length),
        1,
      );
      await page.keyboard.press('Backspace');
      assert.equal(
        await page.evaluate(() => document.querySelector('#procedures').codings.length),
        0,
      );
    },
    { context: { bypassCSP: true } },
  ));
