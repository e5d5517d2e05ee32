// Where does a person add codes of their own, and see which they have?
//
// Exports drawOwn and drawDropHere. Held by tests/browser/own-sets.test.js.

import { html, nothing } from 'lit';
import { dropIcon, lockIcon, openIcon, warningIcon } from '../icons.js';
import { browseHref, formatRoute } from '../route.js';
import { saveFile } from '../save-file.js';
import { conceptsOf, sizeOf } from './own-set.js';
import { drawReport } from './report-view.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('./own-set.js').Set} OwnSet */

/** A table that shows the columns; made up, as web/examples/own-codes.csv. */
const SAMPLE = `code,name,synonyms,note
W-101,Wound check at the bedside,dressing change|wound review,Nursing only
W-102,Photo of a pressure ulcer,bedsore photo,Needs consent
L-220,Lactate by bedside meter,point of care lactate,
`;

/** @param {App} app */
export function drawOwn(app) {
  const { messages, work } = app;
  const { sets, building, shown } = work.sets;
  return html`<div class="own-view">
    <div class="view-head">
      <h1 id="own-title" tabindex="-1">${messages.text('own')}</h1>
      <p class="view-lead">${messages.text('own.lead')}</p>
      <p class="own-promise">${lockIcon}<span>${messages.text('own.promise')}</span></p>
    </div>
    ${building ? drawBuilding(app) : drawForm(app)} ${drawProblem(app)}
    ${shown ? drawReport(app, shown) : nothing} ${sets.length ? drawSets(app) : nothing}
    ${drawKeeping(app)} ${drawHelp(app)}
  </div>`;
}

/** @param {App} app */
function drawForm(app) {
  const { messages, work } = app;
  return html`<section class="panel own-drop" aria-labelledby="own-drop-title">
    ${dropIcon}
    <div>
      <h2 id="own-drop-title">${messages.text('own.drop')}</h2>
      <p class="about">${messages.text('own.formats')}</p>
      <div class="button-row">
        <label class="button main-button file-button">
          ${openIcon}${messages.text('own.choose')}
          <input
            type="file"
            multiple
            accept=".csv,.tsv,.txt,.tab,.json,.zip,.gz,text/csv,application/json,application/zip"
            @change=${(/** @type {Event} */ { target }) => {
              const field = /** @type {HTMLInputElement} */ (target);
              void work.sets.read([...(field.files ?? [])]).finally(() => (field.value = ''));
            }}
          />
        </label>
        <label class="own-name">
          <span>${messages.text('own.name')}</span>
          <input
            class="field"
            type="text"
            maxlength="80"
            autocomplete="off"
            placeholder=${messages.text('own.name.example')}
            .value=${work.sets.name}
            @input=${(/** @type {Event} */ { target }) => {
              work.sets.name = /** @type {HTMLInputElement} */ (target).value;
            }}
          />
        </label>
      </div>
    </div>
  </section>`;
}

/** @param {App} app */
function drawBuilding({ messages, work }) {
  const { phase, done, total, file } = /** @type {NonNullable<typeof work.sets.building>} */ (
    work.sets.building
  );
  const share = total ? Math.min(1, done / total) : 0;
  return html`<section class="panel own-building" aria-labelledby="own-building-title">
    <h2 id="own-building-title">${messages.text(`own.phase.${phase}`)}</h2>
    <progress aria-labelledby="own-building-title" max="1" .value=${share}></progress>
    <p>
      <span class="own-file">${file}</span>
      <span class="numbers"
        >${total ? messages.text('own.share', { share: Math.floor(share * 100) }) : nothing}</span
      >
      <button type="button" class="button small" @click=${() => work.sets.cancel()}>
        ${messages.text('own.cancel')}
      </button>
    </p>
  </section>`;
}

/** @param {App} app */
function drawProblem({ work }) {
  const { problem } = work.sets;
  return html`<div role="alert">
    ${
      problem
        ? html`<div class="message danger">
            ${warningIcon}
            <p>${problem.message} ${problem.advice}</p>
          </div>`
        : nothing
    }
  </div>`;
}

/** @param {App} app */
function drawSets(app) {
  const { messages, work } = app;
  return html`<section class="own-sets" aria-labelledby="own-sets-title">
    <h2 id="own-sets-title">${messages.text('own.sets')}</h2>
    <ul>
      ${work.sets.sets.map((set) => drawSet(app, set))}
    </ul>
  </section>`;
}

/**
 * @param {App} app
 * @param {OwnSet} set
 */
function drawSet(app, set) {
  const { messages, work } = app;
  const remove = html`<button
    type="button"
    class="button small"
    aria-label=${messages.text('own.remove.named', { name: set.title })}
    @click=${() => void work.sets.remove(set)}
  >
    ${messages.text('own.remove')}
  </button>`;
  if (set.problem) {
    const reason =
      set.problem === 'record'
        ? messages.text('own.damaged')
        : `${set.problem} ${messages.text('own.damaged.advice')}`;
    return html`<li class="panel own-set damaged">
      <div>
        <h3>${set.title}</h3>
        <p class="own-damaged">${warningIcon}<span>${reason}</span></p>
      </div>
      <div class="button-row">${remove}</div>
    </li>`;
  }
  const about = [
    messages.text('own.concepts', { count: conceptsOf(set) }),
    messages.size(sizeOf(set)),
    messages.date(set.date),
    messages.text(work.sets.store.isKeeping ? 'own.kept' : 'own.passing'),
  ];
  return html`<li class="panel own-set">
    <div>
      <h3>${set.title}</h3>
      <p class="about numbers">${about.join(' · ')}</p>
    </div>
    <div class="button-row">${drawSetLinks(app, set)} ${remove}</div>
  </li>`;
}

/**
 * @param {App} app
 * @param {OwnSet} set
 */
function drawSetLinks({ messages, work }, set) {
  const systems = work.sets.systemsOf(set);
  /**
   * @param {string} key
   * @param {() => void} run
   */
  const press = (key, run) =>
    html`<button
      type="button"
      class="button small"
      aria-label=${messages.text(`${key}.named`, { name: set.title })}
      @click=${run}
    >
      ${messages.text(key)}
    </button>`;
  return html`<a
      class="button small"
      href=${formatRoute({ view: 'search', query: 'is:active', systems })}
      aria-label=${messages.text('own.search.named', { name: set.title })}
      >${messages.text('own.search')}</a
    >
    <a
      class="button small"
      href=${browseHref(systems[0] ?? '')}
      aria-label=${messages.text('own.browse.named', { name: set.title })}
      >${messages.text('own.browse')}</a
    >
    ${press('own.report', () => work.sets.show(set))}
    ${press('own.download', () => work.sets.download(set))}`;
}

/** @param {App} app */
function drawKeeping({ messages, work }) {
  const { store, sets } = work.sets;
  return html`<div class="panel own-keep">
    <label class="switch-row ${store.isAllowed ? '' : 'idle'}">
      <input
        type="checkbox"
        .checked=${store.isKeeping}
        ?disabled=${!store.isAllowed}
        aria-describedby="own-keep-about"
        @change=${(/** @type {Event} */ { target }) =>
          void work.sets.keep(/** @type {HTMLInputElement} */ (target).checked)}
      />
      <span>
        <strong>${messages.text('own.keep')}</strong>
        <span id="own-keep-about" class="about"
          >${messages.text(store.isAllowed ? 'own.keep.about' : 'own.keep.forbidden')}</span
        >
      </span>
    </label>
    ${
      sets.length || store.isKeeping
        ? html`<button
            type="button"
            class="button small"
            @click=${() => void work.sets.forgetAll()}
          >
            ${messages.text('own.forget')}
          </button>`
        : nothing
    }
  </div>`;
}

/** @param {App} app */
function drawHelp({ messages }) {
  return html`<details class="own-help">
    <summary>${messages.text('own.help')}</summary>
    <p>${messages.text('own.help.table')}</p>
    <pre class="code"><code>${SAMPLE}</code></pre>
    <p>
      <button
        type="button"
        class="button small"
        @click=${() => saveFile('own-codes.csv', 'text/csv', SAMPLE)}
      >
        ${messages.text('own.help.sample')}
      </button>
    </p>
    <p>${messages.text('own.help.others')}</p>
  </details>`;
}

/** @param {App} app */
export function drawDropHere({ messages, work }) {
  if (!work.sets.isDragging) return nothing;
  return html`<div class="drop-here" aria-hidden="true">
    <div>${dropIcon}<strong>${messages.text('own.dropHere')}</strong></div>
  </div>`;
}
