// What does a person see of the code list?
//
// Exports drawList. Held by tests/browser/code-list.test.js.

import { html, nothing } from 'lit';
import { copyItems } from '../hit-tools.js';
import {
  copyIcon,
  crossIcon,
  infoIcon,
  linkIcon,
  openIcon,
  printIcon,
  redoIcon,
  saveIcon,
  undoIcon,
  warningIcon,
} from '../icons.js';
import { drawMenu } from '../menu-view.js';
import { exportFormats } from './list-formats.js';
import { onListKey, redo, undo } from './list-keys.js';
import { drawRow } from './list-row.js';
import { MAX_TITLE } from './code-list.js';

/** @typedef {import('../app.js').App} App */

/** Rows drawn before a press asks for all: thousands of fields make every key slow. */
const ROWS_SHOWN = 200;

/** @param {App} app */
export function drawList(app) {
  const { messages, work } = app;
  const { entries } = work.list;
  return html`<div
    class="list-view"
    @keydown=${(/** @type {KeyboardEvent} */ event) => onListKey(app, event)}
  >
    <div class="view-head">
      <h1 id="list-title" tabindex="-1">${work.list.title || messages.text('list')}</h1>
      <p class="view-lead">${messages.text('list.lead')}</p>
    </div>
    ${drawShared(app)} ${drawReport(app)} ${drawTools(app)}
    ${entries.length ? drawEntries(app) : drawEmpty(app)}
  </div>`;
}

/**
 * A list that came with a link waits for an answer.
 *
 * @param {App} app
 */
function drawShared({ messages, work }) {
  const { shared } = work.lists;
  if (!shared) return nothing;
  const title = shared.title || messages.text('list');
  /** @param {'add' | 'replace' | 'ignore'} answer */
  const button = (answer) =>
    html`<button type="button" class="button small" @click=${() => work.lists.answer(answer)}>
      ${messages.text(`link.${answer}`)}
    </button>`;
  return html`<section class="panel shared-list" aria-labelledby="shared-title">
    <h2 id="shared-title">
      ${messages.text('link.shared', { title, count: shared.entries.length })}
    </h2>
    <p>
      ${shared.entries.slice(0, 12).map(({ code }) => html`<span class="code">${code}</span> `)}
      ${shared.entries.length > 12 ? '…' : nothing}
    </p>
    <div class="button-row">${button('add')} ${button('replace')} ${button('ignore')}</div>
  </section>`;
}

/** @param {App} app */
function drawReport({ messages, work }) {
  const { report, isReading } = work.lists;
  return html`<div role="status">
    ${isReading ? html`<p class="remark">${messages.text('import.reading')}</p>` : nothing}
    ${
      report
        ? html`<div class="message ${report.isBad ? 'warning' : ''}" id="list-report">
            ${report.isBad ? warningIcon : infoIcon}
            <p>${report.lines.join(' ')}</p>
          </div>`
        : nothing
    }
  </div>`;
}

/** @param {App} app */
function drawTools(app) {
  const { messages, work } = app;
  const { list, lists } = work;
  const isEmpty = list.entries.length === 0;
  /**
   * @param {unknown} icon
   * @param {string} key
   * @param {boolean} isIdle drawn dim; it stays in the tab order, so that the focus is never lost
   * @param {() => void} run
   */
  const tool = (icon, key, isIdle, run) =>
    html`<button
      type="button"
      class="button small"
      aria-disabled=${isIdle ? 'true' : 'false'}
      @click=${() => !isIdle && run()}
    >
      ${icon}${messages.text(key)}
    </button>`;
  const face = (/** @type {unknown} */ icon, /** @type {string} */ key) =>
    html`${icon}${messages.text(key)}`;
  return html`<div class="tools" role="group" aria-label=${messages.text('list.tools')}>
    ${
      isEmpty
        ? nothing
        : html`${drawMenu(app, {
            id: 'export-list',
            label: messages.text('list.export'),
            kind: 'button small main-button',
            face: face(saveIcon, 'list.export'),
            items: () =>
              Object.keys(exportFormats).map((format) => ({
                label: messages.text(`list.export.${format}`),
                run: () => lists.exportAs(/** @type {keyof typeof exportFormats} */ (format)),
              })),
          })}
          ${drawMenu(app, {
            id: 'copy-list',
            label: messages.text('list.copy'),
            kind: 'button small',
            face: face(copyIcon, 'list.copy'),
            items: () => copyItems(app, list.entries),
          })}
          ${tool(linkIcon, 'list.share', false, () => void lists.share())}
          ${tool(printIcon, 'print', false, () => print())}`
    }
    ${drawImport(app)} ${tool(undoIcon, 'list.undo', !list.canUndo, () => undo(app))}
    ${tool(redoIcon, 'list.redo', !list.canRedo, () => redo(app))}
    ${tool(crossIcon, 'list.clear', isEmpty && !list.title, () => {
      list.clear();
      work.say(messages.text('list.cleared'));
    })}
  </div>`;
}

/**
 * The browser's own file field, behind a label that looks like the other buttons.
 *
 * @param {App} app
 */
function drawImport({ messages, work }) {
  return html`<label class="button small file-button">
    ${openIcon}${messages.text('list.import')}
    <input
      type="file"
      accept=".csv,.json,.txt,.tsv,text/csv,text/plain,application/json"
      @change=${(/** @type {Event} */ { target }) => {
        const field = /** @type {HTMLInputElement} */ (target);
        const file = field.files?.[0];
        if (file) void work.lists.importFile(file).finally(() => (field.value = ''));
      }}
    />
  </label>`;
}

/** @param {App} app */
function drawEntries(app) {
  const { messages, work, expanded } = app;
  const { list } = work;
  const isWhole = expanded.has('list') || list.entries.length <= ROWS_SHOWN;
  const shown = isWhole ? list.entries : list.entries.slice(0, ROWS_SHOWN);
  return html`<div class="list-name no-print">
      <label for="list-name">${messages.text('list.name')}</label>
      <input
        id="list-name"
        class="field"
        maxlength=${MAX_TITLE}
        autocomplete="off"
        placeholder=${messages.text('list.name.example')}
        .value=${list.title}
        @change=${(/** @type {Event} */ { target }) => {
          list.rename(/** @type {HTMLInputElement} */ (target).value.trim());
          app.draw();
        }}
      />
      <p class="numbers">${messages.text('list.count', { count: list.entries.length })}</p>
    </div>
    <section class="panel" aria-label=${messages.text('list')}>
      <ol class="list-rows">
        ${shown.map((entry, at) => drawRow(app, entry, at))}
      </ol>
    </section>
    ${
      isWhole
        ? nothing
        : html`<p class="more">
            <button type="button" class="button" @click=${() => app.toggleExpanded('list')}>
              ${messages.text('showAll', { count: list.entries.length })}
            </button>
          </p>`
    }
    <p class="remark no-print">${messages.text('list.keys')}</p>`;
}

/** @param {App} app */
function drawEmpty({ messages }) {
  return html`<div class="panel empty-list">
    <h2>${messages.text('list.empty')}</h2>
    <p>${messages.text('list.empty.advice')}</p>
    <p class="button-row">
      <a class="button main-button" href="#/">${messages.text('list.empty.search')}</a>
      <a class="button" href="#/paste">${messages.text('paste')}</a>
    </p>
  </div>`;
}
