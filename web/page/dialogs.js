// What do the page's two dialogs say?
//
// Exports drawDialog: the query language by example (made from core/query/LANGUAGE.md when the page
// is built) and the keyboard shortcuts.

import { html, nothing } from 'lit';
import { languageExamples } from 'virtual:language-examples';
import { crossIcon } from './icons.js';
import { drawPersonalDialog } from './personal/personal-view.js';

/** @typedef {import('./app.js').App} App */

/** Keys as they are written on keyboards, with what they do. */
const SHORTCUTS = [
  [['/'], 'shortcut.focus'],
  [['↑', '↓'], 'shortcut.move'],
  [['Enter'], 'shortcut.open'],
  [['Esc'], 'shortcut.back'],
  [['A'], 'shortcut.add'],
  [['C'], 'shortcut.copy'],
  [['Alt + ↑', 'Alt + ↓'], 'shortcut.reorder'],
  [['Del'], 'shortcut.remove'],
  [['Ctrl + Z', 'Ctrl + Y'], 'shortcut.undo'],
  [['?'], 'shortcut.help'],
];

/** @param {App} app */
export function drawDialog(app) {
  const { messages, dialog } = app;
  if (!dialog) return nothing;
  return html`<dialog
    class="dialog"
    aria-labelledby="dialog-title"
    @close=${() => app.openDialog(null)}
    @click=${onBackdrop}
  >
    <div class="dialog-head">
      <h2 id="dialog-title">${messages.text(dialog)}</h2>
      <button
        type="button"
        class="icon-button"
        aria-label=${messages.text('close')}
        @click=${() => document.querySelector('dialog')?.close()}
      >
        ${crossIcon}
      </button>
    </div>
    ${drawContent(app, dialog)}
  </dialog>`;
}

/**
 * @param {App} app
 * @param {NonNullable<App['dialog']>} dialog
 */
function drawContent(app, dialog) {
  if (dialog === 'personal') return drawPersonalDialog(app);
  return dialog === 'help' ? drawHelp(app) : drawShortcuts(app);
}

/** @param {Event} event */
function onBackdrop(event) {
  if (event.target instanceof HTMLDialogElement) event.target.close();
}

/** @param {App} app */
function drawHelp(app) {
  return languageExamples.map(
    ({ heading, examples }) =>
      html`<section class="help">
        <h3>${heading}</h3>
        <dl>
          ${examples.map(
            ({ queries, meaning }) =>
              html`<div>
                <dt>${queries.map((query) => drawTry(app, query))}</dt>
                <dd>${meaning}</dd>
              </div>`,
          )}
        </dl>
      </section>`,
  );
}

/**
 * @param {App} app
 * @param {string} query
 */
function drawTry(app, query) {
  return html`<button type="button" class="example" @click=${() => tryQuery(app, query)}>
    ${query}
  </button> `;
}

/**
 * @param {App} app
 * @param {string} query
 */
function tryQuery(app, query) {
  document.querySelector('dialog')?.close();
  app.go({ view: 'search', query, systems: [] });
}

/** @param {App} app */
function drawShortcuts(app) {
  const { messages, work } = app;
  return html`<label class="switch-row">
      <input
        type="checkbox"
        .checked=${work.hasShortcuts}
        @change=${() => {
          work.hasShortcuts = !work.hasShortcuts;
          work.save();
        }}
      />
      <span>${messages.text('shortcut.single')}</span>
    </label>
    <dl class="shortcuts">
      ${SHORTCUTS.map(
        ([keys, key]) =>
          html`<div>
            <dt>${/** @type {string[]} */ (keys).map((name) => html`<kbd>${name}</kbd> `)}</dt>
            <dd>${messages.text(/** @type {string} */ (key))}</dd>
          </div>`,
      )}
    </dl>`;
}
