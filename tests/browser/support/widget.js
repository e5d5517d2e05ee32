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

/** The policy that the element must work under (web/README.md). */
export const strictPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "img-src 'self'; worker-src 'self'; form-action 'self'; require-trusted-types-for 'script'; " +
  'trusted-types lit-html medcode';
