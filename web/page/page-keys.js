// What do keys do outside of a text field?
//
// Exports bindKeys. The results are links: arrows move between the box and them, Enter opens one,
// Escape goes back. Held by tests/browser/keyboard-search-opens-a-concept.test.js.

/** @typedef {import('./app.js').App} App */

/** @param {EventTarget | null} target */
function isTyping(target) {
  return (
    target instanceof HTMLElement &&
    target.matches('input, textarea, select, medical-code-search, [contenteditable]')
  );
}

function hitLinks() {
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.hit-link')]);
}

/**
 * Moves the focus along box, first hit, ... last hit.
 *
 * @param {App} app
 * @param {number} step
 */
function move(app, step) {
  const links = hitLinks();
  const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const to = at + step;
  if (to < 0) {
    app.focusSearch();
    scrollTo(0, 0);
  } else {
    links[Math.min(to, links.length - 1)]?.focus();
  }
}

/**
 * Presses a button that stands beside a hit.
 *
 * @param {EventTarget | null} hit
 * @param {string} selector
 */
function pressTool(hit, selector) {
  const row = hit instanceof Element ? hit.closest('.hit') : null;
  /** @type {HTMLElement | null | undefined} */ (row?.querySelector(selector))?.click();
}

/**
 * @param {App} app
 * @param {KeyboardEvent} event
 * @returns {boolean} true when the key was for the search view
 */
function searchKey(app, event) {
  const isBox = event.target instanceof HTMLElement && event.target.id === 'search-box';
  const isHit = event.target instanceof HTMLElement && event.target.matches('.hit-link');
  if (!isBox && !isHit) return false;
  if (event.key === 'ArrowDown') move(app, 1);
  else if (event.key === 'ArrowUp' && isHit) move(app, -1);
  else if (event.key === 'Enter' && isBox) hitLinks()[0]?.click();
  else if (event.key === 'a' && isHit) pressTool(event.target, '.hit-add');
  else if (event.key === 'c' && isHit) pressTool(event.target, '.menu-place > button');
  else if (event.key === 'Escape' && isHit) app.focusSearch();
  else if (event.key === 'Escape' && isBox && app.query) app.search('');
  else return false;
  return true;
}

/**
 * @param {App} app
 * @param {KeyboardEvent} event
 * @returns {boolean}
 */
function pageKey(app, event) {
  if (isTyping(event.target)) return false;
  if (!app.work.hasShortcuts && event.key !== 'Escape') return false;
  if (event.key === '/') app.focusSearch();
  else if (event.key === '?') app.openDialog('shortcuts');
  else if (event.key === 'Escape' && app.route.view === 'concept') app.backToResults();
  else return false;
  return true;
}

/** @param {App} app */
export function bindKeys(app) {
  addEventListener('keydown', (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (!isPlain || event.defaultPrevented || app.dialog) return;
    if (searchKey(app, event) || pageKey(app, event)) event.preventDefault();
  });
}
