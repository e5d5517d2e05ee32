// How does a test use the element on somebody else's page?

/**
 * Types into an element and waits for the answer.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} id
 * @param {string} text
 */
export async function typeInto(page, id, text) {
  await page.locator(`#${id} input`).fill(text);
  await page.locator(`#${id} [role="option"]`).first().waitFor();
}

/**
 * Chooses one diagnosis and two procedures in pages/form.html.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} url of the site
 */
export async function chooseInForm(page, url) {
  await page.goto(`${url}pages/form.html`);
  for (const [id, code] of [
    ['diagnosis', 'E11.9'],
    ['procedures', '47541'],
    ['procedures', '0F9930Z'],
  ]) {
    await typeInto(page, id, code);
    await page.keyboard.press('Enter');
  }
}

/** @param {string} scripts */
const policy = (scripts) =>
  `default-src 'none'; script-src ${scripts}; style-src 'self'; connect-src 'self'; ` +
  "img-src 'self'; worker-src 'self'; form-action 'self'";

const strict = policy("'self' 'wasm-unsafe-eval'");

/** The policies that the element must work under (web/README.md). */
export const policies = {
  strict,
  trustedTypes: `${strict}; require-trusted-types-for 'script'; trusted-types lit-html medcode`,
  withoutWasm: policy("'self'"),
};
