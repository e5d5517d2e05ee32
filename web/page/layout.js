// What stands around every view?
//
// Exports drawLayout: top bar, the view, footer, passing messages and dialogs.

import { html, nothing } from 'lit';
import { drawBrowse } from './browse-view.js';
import { drawList } from './code-list/list-view.js';
import { drawCompare } from './compare-view.js';
import { drawConcept, drawLoaded } from './concept-view.js';
import { drawDialog } from './dialogs.js';
import {
  bookIcon,
  brandIcon,
  checkListIcon,
  keyboardIcon,
  listIcon,
  ownIcon,
  personIcon,
  treeIcon,
} from './icons.js';
import { shippedLanguages } from './page-messages.js';
import { drawDropHere, drawOwn } from './own-codes/own-view.js';
import { drawPaste } from './paste/paste-view.js';
import { drawSearch } from './search-view.js';

/** @typedef {import('./app.js').App} App */

/** @param {App} app */
export function drawLayout(app) {
  return html`
    <a class="skip-link" href="#main" @click=${onSkip}>${app.messages.text('skip')}</a>
    ${drawTopBar(app)}
    <main id="main" tabindex="-1">${drawView(app)}</main>
    ${drawFooter(app)} ${drawNotice(app)} ${drawDialog(app)} ${drawDropHere(app)}
    <p class="spoken" role="status">${app.work.spoken}</p>
  `;
}

/** @param {App} app */
function drawView(app) {
  const { route } = app;
  switch (route.view) {
    case 'concept':
      return drawConcept(app);
    case 'browse':
      return drawLoaded(app, () => drawBrowse(app, route));
    case 'compare':
      return drawLoaded(app, () => drawCompare(app, route));
    case 'list':
      return drawList(app);
    case 'paste':
      return drawPaste(app);
    case 'own':
      return drawOwn(app);
    default:
      return drawSearch(app);
  }
}

/** @param {Event} event */
function onSkip(event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** @param {App} app */
function drawTopBar(app) {
  const { messages, route } = app;
  return html`<header class="top-bar">
    <div class="top-bar-inner">
      <a class="brand" href="#/">${brandIcon}<span>${messages.text('brand')}</span></a>
      ${
        route.view !== 'search'
          ? html`<medical-code-search
              class="top-search"
              lang=${messages.language}
              label=${messages.text('search.label')}
              placeholder=${messages.text('search.placeholder')}
              @medcode-select=${(/** @type {CustomEvent} */ event) => void onSelect(app, event)}
            ></medical-code-search>`
          : nothing
      }
      <nav class="top-actions" aria-label=${messages.text('tools')}>
        ${drawPlaces(app)}
        <button
          type="button"
          class="quiet-button"
          aria-label=${messages.text('personal')}
          title=${messages.text('personal')}
          @click=${() => app.openDialog('personal')}
        >
          ${personIcon}
        </button>
        <button
          type="button"
          class="quiet-button"
          aria-label=${messages.text('help')}
          title=${messages.text('help')}
          @click=${() => app.openDialog('help')}
        >
          ${bookIcon}
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
 * The page's other places: the trees, the check of a pasted list, codes of one's own, the code list with how much is on it.
 *
 * @param {App} app
 */
function drawPlaces({ messages, route, work }) {
  const count = work.list.entries.length;
  /**
   * @param {'browse' | 'list' | 'paste' | 'own'} view
   * @param {unknown} icon
   * @param {string} label
   * @param {unknown} [badge]
   */
  const place = (view, icon, label, badge = nothing) =>
    html`<a
      class="quiet-button"
      href="#/${view}"
      aria-label=${label}
      title=${label}
      aria-current=${route.view === view ? 'page' : nothing}
      >${icon}<span class="wide-only">${messages.text(`${view}.short`)}</span>${badge}</a
    >`;
  return html`${place('browse', treeIcon, messages.text('browse'))}
  ${place('paste', checkListIcon, messages.text('paste'))}
  ${place('own', ownIcon, messages.text('own'))}
  ${place(
    'list',
    listIcon,
    messages.text('list.open', { count }),
    html`<span class="badge numbers" aria-hidden="true" ?hidden=${count === 0}
      >${messages.number(count)}</span
    >`,
  )}`;
}

/**
 * @param {App} app
 * @param {CustomEvent<import('../engine/contract.d.ts').Coding>} event
 */
async function onSelect(app, { detail, target }) {
  /** @type {import('../element/medical-code-search-element.js').MedicalCodeSearchElement} */ (
    target
  ).value = '';
  const systems = (app.info?.systems ?? []).filter(
    ({ id, uri }) => uri === detail.system || id === detail.system,
  );
  for (const { id: system } of systems) {
    const isLast = system === systems.at(-1)?.id; // one's own additions share an official system's address
    const shown = isLast ? null : await app.client?.show(system, detail.code);
    const isMeant = isLast || (shown?.found && shown.display === detail.display);
    if (isMeant) return app.go({ view: 'concept', system, code: detail.code, section: '' });
  }
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
