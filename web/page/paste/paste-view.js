// Where does a person paste a list, and how do they see it being checked?
//
// Exports drawPaste. Held by tests/browser/paste-a-list.test.js.

import { html, nothing } from 'lit';
import { openIcon, warningIcon } from '../icons.js';
import { MAX_LINES } from './paste-session.js';
import { drawResults } from './paste-table.js';

/** @typedef {import('../app.js').App} App */

/** Lines that show what can be pasted: a code, one in another spelling, a header, a slip, words. */
const EXAMPLE = 'E11.9\ni10\nE11\nE1I.65\n47541\nheart attack\nfracture of left femur';

/** @param {App} app */
export function drawPaste(app) {
  const { messages, work } = app;
  const { paste } = work;
  return html`<div class="paste-view">
    <div class="view-head">
      <h1 tabindex="-1">${messages.text('paste')}</h1>
      <p class="view-lead">${messages.text('paste.lead', { limit: MAX_LINES })}</p>
    </div>
    ${drawForm(app)} ${drawProblem(app)} ${paste.isRunning ? drawProgress(app) : nothing}
    ${paste.rows.length ? drawResults(app) : nothing}
  </div>`;
}

/** @param {App} app */
function drawForm(app) {
  const { messages, info, work } = app;
  const { paste } = work;
  const { count } = paste;
  return html`<form
    class="panel paste-form"
    @submit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      void paste.start();
    }}
  >
    <label for="paste-text">${messages.text('paste.label')}</label>
    <textarea
      id="paste-text"
      class="field"
      rows="8"
      spellcheck="false"
      autocapitalize="none"
      aria-describedby="paste-count"
      aria-invalid=${paste.problem ? 'true' : 'false'}
      placeholder=${EXAMPLE}
      .value=${paste.text}
      @input=${(/** @type {InputEvent} */ { target }) =>
        paste.write(/** @type {HTMLTextAreaElement} */ (target).value)}
    ></textarea>
    <div class="paste-actions">
      <button type="submit" class="button main-button" aria-disabled=${info ? 'false' : 'true'}>
        ${messages.text('paste.check')}
      </button>
      <label class="button file-button">
        ${openIcon}${messages.text('paste.open')}
        <input
          type="file"
          accept=".txt,.csv,.tsv,text/plain,text/csv"
          @change=${(/** @type {Event} */ { target }) => {
            const field = /** @type {HTMLInputElement} */ (target);
            const file = field.files?.[0];
            if (file) void paste.openFile(file).finally(() => (field.value = ''));
          }}
        />
      </label>
      ${drawSystems(app)}
      <p id="paste-count" class="numbers">
        ${
          count
            ? messages.text('paste.count', { count })
            : html`<button type="button" class="link-button" @click=${() => paste.write(EXAMPLE)}>
                ${messages.text('paste.example')}
              </button>`
        }
      </p>
    </div>
  </form>`;
}

/** @param {App} app */
function drawSystems({ messages, info, work }) {
  const { paste } = work;
  const systems = (info?.systems ?? []).filter(({ concepts }) => concepts > 0);
  return html`<label class="paste-system">
    <span>${messages.text('paste.system')}</span>
    <select
      class="field"
      @change=${(/** @type {Event} */ { target }) => {
        paste.system = /** @type {HTMLSelectElement} */ (target).value;
      }}
    >
      <option value="">${messages.text('paste.system.all')}</option>
      ${systems.map(
        ({ id, title }) =>
          html`<option value=${id} ?selected=${paste.system === id}>${title}</option>`,
      )}
    </select>
  </label>`;
}

/** @param {App} app */
function drawProblem({ messages, work }) {
  const { problem } = work.paste;
  return html`<div role="alert">
    ${
      problem
        ? html`<div class="message warning">
            ${warningIcon}
            <p>
              ${messages.text(problem.key, problem.holes)}
              ${messages.known(`${problem.key}.advice`, '')}
            </p>
          </div>`
        : nothing
    }
  </div>`;
}

/** @param {App} app */
function drawProgress({ messages, work }) {
  const { paste } = work;
  const done = paste.rows.length;
  return html`<div class="paste-progress">
    <progress
      aria-label=${messages.text('paste.checking')}
      max=${paste.total}
      .value=${done}
    ></progress>
    <p>
      <span class="numbers">${messages.text('paste.progress', { done, total: paste.total })}</span>
      <button type="button" class="button small" @click=${() => paste.stop()}>
        ${messages.text('paste.stop')}
      </button>
    </p>
  </div>`;
}
