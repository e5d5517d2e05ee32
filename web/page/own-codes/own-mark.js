// How is it seen that codes are the person's own, and not an official system's?
//
// Exports drawOwnMark. Held by tests/browser/own-sets.test.js.

import { html, nothing } from 'lit';

/** @typedef {import('../app.js').App} App */

/**
 * @param {App} app
 * @param {string} system
 */
export function drawOwnMark({ messages, work }, system) {
  if (!work.sets.isOwn(system)) return nothing;
  return html`<span class="own-mark">${messages.text('own.mark')}</span>`;
}
