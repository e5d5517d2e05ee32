// How does a button open a menu? As the APG's menu button: arrows move, Escape and Tab leave, letters jump.
//
// Exports drawMenu and closeMenuOutside. One menu is open at a time: `app.work.menu` names it.
// Held by tests/browser/work-by-keyboard.test.js.

import { html, nothing } from 'lit';

/** @typedef {import('./app.js').App} App */
/** @typedef {{ label: string, run: () => void }} MenuItem */
/** @typedef {{ id: string, label: string, face: unknown, items: () => MenuItem[], kind?: string }} Menu */

/** @param {string} id */
const itemsOf = (id) =>
  /** @type {HTMLElement[]} */ ([
    ...document.querySelectorAll(`#${CSS.escape(id)}-menu [role="menuitem"]`),
  ]);

/**
 * @param {App} app
 * @param {string} id
 * @param {'first' | 'last'} [which]
 */
function open(app, id, which = 'first') {
  app.work.menu = id;
  app.draw();
  itemsOf(id)
    .at(which === 'first' ? 0 : -1)
    ?.focus();
}

/**
 * @param {App} app
 * @param {boolean} [isFocusKept] true when the focus goes elsewhere by itself
 */
function close(app, isFocusKept = false) {
  const id = app.work.menu;
  if (!id) return;
  app.work.menu = '';
  if (!isFocusKept) document.getElementById(id)?.focus();
  app.draw();
}

/**
 * Closes the menu when a press lands outside of it.
 *
 * @param {App} app
 */
export function closeMenuOutside(app) {
  addEventListener('pointerdown', ({ target }) => {
    const isInside = target instanceof Element && target.closest('.menu-place.open');
    if (!isInside) close(app, true);
  });
}

/**
 * A menu that the focus has left covers nothing.
 *
 * @param {App} app
 * @param {FocusEvent} event
 */
function onFocusOut(app, { currentTarget, relatedTarget }) {
  const place = /** @type {Element} */ (currentTarget);
  if (relatedTarget instanceof Node && !place.contains(relatedTarget)) close(app, true);
}

/**
 * @param {App} app
 * @param {string} id
 * @param {KeyboardEvent} event
 */
function onButtonKey(app, id, event) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  event.stopPropagation();
  open(app, id, event.key === 'ArrowUp' ? 'last' : 'first');
}

/**
 * @param {App} app
 * @param {string} id
 * @param {KeyboardEvent} event
 */
function onMenuKey(app, id, event) {
  const items = itemsOf(id);
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const count = items.length;
  if (event.key === 'Tab') return undefined;
  if (event.key === 'Escape') close(app);
  else if (event.key === 'ArrowDown') items[(at + 1) % count]?.focus();
  else if (event.key === 'ArrowUp') items[(at - 1 + count) % count]?.focus();
  else if (event.key === 'Home') items[0]?.focus();
  else if (event.key === 'End') items[count - 1]?.focus();
  else if (event.key.length === 1 && event.key !== ' ') {
    const turned = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    const letter = event.key.toLowerCase();
    turned.find((item) => item.innerText.trim().toLowerCase().startsWith(letter))?.focus();
  } else return undefined;
  event.preventDefault();
  event.stopPropagation();
  return undefined;
}

/**
 * @param {App} app
 * @param {Menu} menu `kind`: classes of the button; `face`: what the button shows
 */
export function drawMenu(app, { id, label, face, items, kind = 'icon-button' }) {
  const isOpen = app.work.menu === id;
  return html`<span
    class="menu-place ${isOpen ? 'open' : ''}"
    @focusout=${(/** @type {FocusEvent} */ event) => isOpen && onFocusOut(app, event)}
  >
    <button
      id=${id}
      type="button"
      class=${kind}
      aria-haspopup="menu"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-label=${label}
      title=${label}
      @click=${() => (isOpen ? close(app) : open(app, id))}
      @keydown=${(/** @type {KeyboardEvent} */ event) => onButtonKey(app, id, event)}
    >
      ${face}
    </button>
    ${
      isOpen
        ? html`<span
            id="${id}-menu"
            class="menu"
            role="menu"
            aria-label=${label}
            @keydown=${(/** @type {KeyboardEvent} */ event) => onMenuKey(app, id, event)}
          >
            ${items().map(
              (item) =>
                html`<button
                  type="button"
                  role="menuitem"
                  tabindex="-1"
                  @click=${() => {
                    close(app);
                    item.run();
                  }}
                >
                  ${item.label}
                </button>`,
            )}
          </span>`
        : nothing
    }
  </span>`;
}
