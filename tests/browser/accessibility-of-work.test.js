// WCAG 2.2 AA where people work: axe on every view, menu and dialog, targets of 24 px, 400 % zoom, forced colours,
// and a focus that is always seen.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityFindings, open, scenario } from './support/scenario.js';

const SHARED = '#/list?t=Clinic&c=icd10cm:E11.9=twice%20a%20year,E11;cpt4:47541;other:X1';
const PASTED = 'E11.9\nE11\nE1I.9\nheart attack\nqwerty asdfgh\nE11.9, fracture of femur';

/** Each view by the steps that lead to it. */
const VIEWS = {
  welcome: (page, url) => open(page, `${url}#/`),
  results: async (page, url) => {
    await open(page, `${url}#/?q=type%202%20diabetes`);
    await page.waitForSelector('.hit');
  },
  concept: async (page, url) => {
    await open(page, `${url}#/icd10cm/E11.9`);
    await page.waitForSelector('.facts');
  },
  menu: async (page, url) => {
    await open(page, `${url}#/?q=type%202%20diabetes`);
    await page.locator('.hit .menu-place > button').first().click();
  },
  'empty list': (page, url) => open(page, `${url}#/list`),
  list: async (page, url) => {
    await open(page, `${url}${SHARED}`);
    await page.waitForSelector('.list-row');
  },
  'empty check': (page, url) => open(page, `${url}#/paste`),
  'checked list': async (page, url) => {
    await open(page, `${url}#/paste`);
    await page.locator('#paste-text').fill(PASTED);
    await page.locator('.paste-form .main-button').click();
    await page.waitForSelector('.checked tbody tr >> nth=5');
  },
  'my codes': async (page, url) => {
    await open(page, url);
    await page.getByRole('button', { name: 'My codes' }).click();
  },
  shortcuts: async (page, url) => {
    await open(page, url);
    await page.locator('.brand').focus();
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
  },
};

/** Runs one check in a fresh page on every view. */
function onEveryView(check, context) {
  return scenario(
    async ({ page, url }) => {
      for (const [name, go] of Object.entries(VIEWS)) {
        await page.goto('about:blank');
        await go(page, url);
        await page.waitForTimeout(120);
        await check(page, name);
      }
    },
    { context: { bypassCSP: true, ...context } },
  );
}

for (const [name, context] of [
  ['light, 1440 px', { colorScheme: 'light', viewport: { width: 1440, height: 900 } }],
  ['dark, 360 px', { colorScheme: 'dark', viewport: { width: 360, height: 740 } }],
  ['forced colours', { forcedColors: 'active', viewport: { width: 1024, height: 768 } }],
]) {
  test(`axe finds nothing on any view: ${name}`, () =>
    onEveryView(
      async (page, view) => assert.deepEqual(await accessibilityFindings(page), [], view),
      context,
    ));
}

/** Runs in the page: what can be pressed and is smaller than 24 px, links inside sentences left out. */
const smallTargets = () =>
  [
    ...document.querySelectorAll(
      'a[href], button, input, select, textarea, summary, [role=menuitem]',
    ),
  ]
    .filter((target) => target.checkVisibility?.({ visibilityProperty: true }) ?? true)
    .filter((target) => !target.closest('.skip-link') && getComputedStyle(target).opacity !== '0')
    .filter(
      (target) => !(target.matches('a, .link-button') && target.closest('p, dd, .prose, .note')),
    )
    .map((target) => {
      const { width, height } = target.getBoundingClientRect();
      const label = target.getAttribute('aria-label') ?? target.textContent.trim().slice(0, 30);
      return { width, height, label, tag: target.tagName };
    })
    .filter(({ width, height }) => width > 0 && (width < 23.9 || height < 23.9))
    .map(({ tag, label, width, height }) => `${tag} ${label}: ${width} x ${height}`);

for (const width of [360, 1440]) {
  test(`every target is at least 24 px wide and high at ${width} px`, () =>
    onEveryView(
      async (page, view) => assert.deepEqual(await page.evaluate(smallTargets), [], view),
      { viewport: { width, height: 800 } },
    ));
}

test('at 400 % zoom nothing is wider than the window, and nothing stands in front of what is read', () =>
  onEveryView(
    async (page, view) => {
      const { excess, fixed } = await page.evaluate(() => ({
        excess: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        fixed: [...document.querySelectorAll('.top-bar, .search-box')]
          .map((element) => getComputedStyle(element).position)
          .filter((position) => position === 'sticky'),
      }));
      assert.equal(excess, 0, view);
      assert.deepEqual(fixed, [], view);
    },
    { viewport: { width: 320, height: 256 } },
  ));

/** Runs in the page: tells what has the focus, and whether any of it is seen. */
const focused = () => {
  const target = document.activeElement;
  if (!target || target === document.body) return { name: 'nothing', isSeen: false };
  const deep = target.shadowRoot?.activeElement ?? target;
  const name = `${deep.tagName} ${deep.getAttribute('aria-label') ?? deep.textContent.trim().slice(0, 30)}`;
  const { left, top, width, height } = target.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y]));
  const isSeen = points.some(([x, y]) => {
    const at = document.elementFromPoint(left + width * x, top + height * y);
    return (
      at !== null &&
      (target.contains(at) || at.contains(target) || at.closest('label')?.contains(target))
    );
  });
  return { name, isSeen };
};

test('wherever Tab goes, forwards and back, the focus is somewhere and is seen', () =>
  onEveryView(
    async (page, view) => {
      await page
        .locator('.brand')
        .focus()
        .catch(() => {});
      for (const key of ['Tab', 'Shift+Tab']) {
        for (let press = 0; press < 45; press += 1) {
          await page.keyboard.press(key);
          const { name, isSeen } = await page.evaluate(focused);
          if (name === 'nothing') break;
          assert.ok(isSeen, `${view}, ${key} ${press + 1}: ${name} is covered`);
        }
      }
    },
    { viewport: { width: 1024, height: 600 } },
  ));

test('in forced colours what is chosen and what is pressed differ by more than colour', () =>
  scenario(
    async ({ page, url }) => {
      await VIEWS['checked list'](page, url);
      const border = (selector) =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => getComputedStyle(element).borderTopColor);
      assert.notEqual(
        await border('.chip[aria-pressed=true]'),
        await border('.chip[aria-pressed=false]'),
      );
      assert.match(
        await page
          .locator('.verdict')
          .first()
          .evaluate((e) => getComputedStyle(e).borderTopStyle),
        /solid/,
      );
    },
    { context: { forcedColors: 'active' } },
  ));
