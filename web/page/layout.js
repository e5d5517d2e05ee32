// What stands around every view?
//
// Exports drawLayout: top bar, the view, footer, passing messages and dialogs.

import { html, nothing } from 'lit';
import { drawConcept } from './concept-view.js';
import { drawDialog } from './dialogs.js';
import { bookIcon, brandIcon, keyboardIcon } from './icons.js';
import { shippedLanguages } from './page-messages.js';
import { drawSearch } from './search-view.js';

/** @typedef {import('./app.js').App} App */

/** @param {App} app */
export function drawLayout(app) {
  const isConcept = app.route.view === 'concept';
  return html`
    <a class="skip-link" href="#main" @click=${onSkip}>${app.messages.text('skip')}</a>
    ${drawTopBar(app, isConcept)}
    <main id="main" tabindex="-1">${isConcept ? drawConcept(app) : drawSearch(app)}</main>
    ${drawFooter(app)} ${drawNotice(app)} ${drawDialog(app)}
  `;
}

/** @param {Event} event */
function onSkip(event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/**
 * @param {App} app
 * @param {boolean} isConcept
 */
function drawTopBar(app, isConcept) {
  const { messages } = app;
  return html`<header class="top-bar">
    <div class="top-bar-inner">
      <a class="brand" href="#/">${brandIcon}<span>${messages.text('brand')}</span></a>
      ${
        isConcept
          ? html`<medical-code-search
              class="top-search"
              lang=${messages.language}
              label=${messages.text('search.label')}
              placeholder=${messages.text('search.placeholder')}
              @medcode-select=${(/** @type {CustomEvent} */ event) => onSelect(app, event)}
            ></medical-code-search>`
          : nothing
      }
      <nav class="top-actions" aria-label=${messages.text('help')}>
        <button type="button" class="quiet-button" @click=${() => app.openDialog('help')}>
          ${bookIcon}<span class="wide-only">${messages.text('help')}</span>
        </button>
        <button
          type="button"
          class="quiet-button keyboard-only"
          aria-label=${messages.text('shortcuts')}
          title="${messages.text('shortcuts')} (?)"
          @click=${() => app.openDialog('shortcuts')}
        >
          ${keyboardIcon}
        </button>
      </nav>
    </div>
  </header>`;
}

/**
 * @param {App} app
 * @param {CustomEvent<import('../engine/contract.d.ts').Coding>} event
 */
function onSelect(app, { detail, target }) {
  const system = app.info?.systems.find(
    ({ id, uri }) => uri === detail.system || id === detail.system,
  );
  if (!system) return;
  app.go({ view: 'concept', system: system.id, code: detail.code, section: '' });
  /** @type {import('../element/medical-code-search-element.js').MedicalCodeSearchElement} */ (
    target
  ).value = '';
}

/** @param {App} app */
function drawFooter({ messages, info }) {
  return html`<footer class="footer">
    <p>
      ${
        info
          ? messages.text('tagline', {
              count: info.systems.reduce((sum, { concepts }) => sum + concepts, 0),
              systems: info.systems.length,
            })
          : messages.text('tagline.loading')
      }
    </p>
    <p>
      ${Object.entries(shippedLanguages).map(
        ([language, name]) =>
          html`<a href="?lang=${language}" lang=${language} hreflang=${language}>${name}</a> `,
      )}
    </p>
  </footer>`;
}

/** @param {App} app */
function drawNotice({ notice }) {
  return html`<div class="notice-place" role="status">
    ${
      notice
        ? html`<div class="notice">
            <span>${notice.text}</span>
            ${notice.actions?.map(
              ({ label, run }) => html`<button type="button" @click=${run}>${label}</button>`,
            )}
          </div>`
        : nothing
    }
  </div>`;
}
