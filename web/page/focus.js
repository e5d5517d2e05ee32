// Where does the focus go when a view is entered?
//
// Exports focusSearch, focusHit and showSection. Held by tests/browser/links-and-history.test.js.

/** Puts the caret behind what is in the search box, so that typing goes on. */
export function focusSearch() {
  const box = /** @type {HTMLElement | null} */ (
    document.querySelector('#search-box, medical-code-search')
  );
  box?.focus();
  if (box instanceof HTMLInputElement) box.setSelectionRange(box.value.length, box.value.length);
}

/**
 * Goes to the hit that leads to an address, else to the search box.
 *
 * @param {string} address
 */
export function focusHit(address) {
  const opened = document.querySelector(`.hit-link[href="${CSS.escape(address)}"]`);
  if (opened instanceof HTMLElement) opened.focus({ preventScroll: true });
  else focusSearch();
}

/**
 * Goes to a section of a concept's page.
 *
 * @param {string} section
 */
export function showSection(section) {
  const heading = document.getElementById(`section-${section}`);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
