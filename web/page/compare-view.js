// How do two or three concepts stand side by side?
//
// Exports drawCompare. Held by tests/browser/compare-marks-what-differs.test.js.

import { html, nothing } from 'lit';
import { compareRows } from './compare-rows.js';
import { readableName } from './facts-view.js';
import { drawState } from './hit-view.js';
import { backIcon, crossIcon, linkIcon, printIcon } from './icons.js';
import { MAX_COMPARED, compareHref, conceptHref, formatRoute } from './route.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./compare-rows.js').CompareRow} CompareRow */
/** @typedef {import('./concept-model.js').ConceptModel} ConceptModel */
/** @typedef {import('./route.js').CompareRoute} CompareRoute */

/** Lines of a cell before the rest folds away. */
const LINES_SHOWN = 8;

/** Name under which `app.expanded` keeps that only differences are shown. */
const ONLY_DIFFERENCES = 'only-differences';

/**
 * @param {App} app
 * @param {CompareRoute} route
 */
export function drawCompare(app, route) {
  const { messages, query, systems, comparison } = app;
  const back = formatRoute({ view: 'search', query, systems });
  const models = comparison?.models ?? [];
  return html`<div class="compare">
    <nav class="trail" aria-label=${messages.text('back.search')}>
      <a class="back" href=${back}>${backIcon}${messages.text(query ? 'back' : 'back.search')}</a>
    </nav>
    <h1 id="compare-title" tabindex="-1">${messages.text('compare.title')}</h1>
    ${drawTools(app, route)} ${models.length > 0 ? drawTable(app, route, models) : nothing}
    ${
      app.info && route.concepts.length === 0
        ? html`<p class="compare-lead">${messages.text('compare.none')}</p>`
        : nothing
    }
  </div>`;
}

/**
 * The search for one more concept, and what can be done with the whole.
 *
 * @param {App} app
 * @param {CompareRoute} route
 */
function drawTools(app, route) {
  const { messages, expanded } = app;
  const isNarrowed = expanded.has(ONLY_DIFFERENCES);
  const label = messages.text('compare.add');
  return html`<div class="compare-tools">
    ${
      route.concepts.length < MAX_COMPARED
        ? html`<medical-code-search
            class="compare-search"
            lang=${messages.language}
            label=${label}
            placeholder=${label}
            @medcode-select=${(/** @type {CustomEvent} */ event) => onAdd(app, route, event)}
          ></medical-code-search>`
        : nothing
    }
    ${
      route.concepts.length > 1
        ? html`<div class="actions" role="group" aria-label=${messages.text('compare')}>
            <button
              type="button"
              class="button small"
              aria-pressed=${isNarrowed ? 'true' : 'false'}
              @click=${() => app.toggleExpanded(ONLY_DIFFERENCES)}
            >
              ${messages.text('compare.onlyDifferences')}
            </button>
            <button type="button" class="button small" @click=${() => app.copy(location.href)}>
              ${linkIcon}${messages.text('copy.link')}
            </button>
            <button type="button" class="button small" @click=${() => print()}>
              ${printIcon}${messages.text('print')}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}

/**
 * @param {App} app
 * @param {CompareRoute} route
 * @param {CustomEvent<import('../engine/contract.d.ts').Coding>} event
 */
function onAdd(app, { concepts }, { detail }) {
  const system = app.info?.systems.find(
    ({ id, uri }) => uri === detail.system || id === detail.system,
  );
  if (system)
    app.go({ view: 'compare', concepts: [...concepts, { system: system.id, code: detail.code }] });
}

/**
 * @param {App} app
 * @param {CompareRoute} route
 * @param {ConceptModel[]} models
 */
function drawTable(app, route, models) {
  const { messages, expanded } = app;
  const rows = compareRows(models, {
    systemTitle: (system) => app.systemTitle(system),
    known: (key, otherwise) => messages.known(key, otherwise),
    propertyTitle: (name) => messages.known(`property.${name}`, readableName(name)),
    href: conceptHref,
  });
  const isNarrowed = expanded.has(ONLY_DIFFERENCES) && models.length > 1;
  const shown = rows.filter(({ isDifferent }) => isDifferent || !isNarrowed);
  return html`<div
      class="table-frame panel"
      tabindex="0"
      role="region"
      aria-label=${messages.text('compare.title')}
    >
      <table class="compare-table">
        <thead>
          <tr>
            <td></td>
            ${models.map((model, at) => drawColumnHead(app, route, model, at))}
          </tr>
        </thead>
        <tbody>
          ${shown.map((row) => drawRow(app, row, models.length > 1))}
        </tbody>
      </table>
    </div>
    ${
      models.length > 1
        ? html`<p class="compare-lead"><mark>${messages.text('compare.marked')}</mark></p>`
        : nothing
    }`;
}

/**
 * @param {App} app
 * @param {CompareRoute} route
 * @param {ConceptModel} model
 * @param {number} at
 */
function drawColumnHead(app, route, model, at) {
  const { messages } = app;
  const { system, code, shown } = model;
  const others = route.concepts.filter((_, other) => other !== at);
  return html`<th scope="col">
    <span class="compare-head">
      <a class="code" dir="ltr" href=${conceptHref({ system, code })}>${code}</a>
      ${shown.found ? drawState(shown, messages) : nothing}
      <a
        class="icon-button compare-remove"
        href=${compareHref(others)}
        aria-label=${messages.text('compare.remove', { code })}
        >${crossIcon}</a
      >
    </span>
    ${
      shown.found
        ? nothing
        : html`<span class="compare-unknown"
            >${messages.text('unknown', { code, system: app.systemTitle(system) })}</span
          >`
    }
  </th>`;
}

/**
 * @param {App} app
 * @param {CompareRow} row
 * @param {boolean} isMarked
 */
function drawRow(app, { key, cells, isDifferent }, isMarked) {
  const { messages } = app;
  return html`<tr class=${isDifferent && isMarked ? 'different' : ''}>
    <th scope="row">
      ${key}${
        isDifferent && isMarked
          ? html`<span class="visually-hidden">: ${messages.text('compare.differs')}</span>`
          : nothing
      }
    </th>
    ${cells.map((cell) => drawCell(app, key, cell, isMarked))}
  </tr>`;
}

/**
 * @param {App} app
 * @param {string} key
 * @param {import('./compare-rows.js').Cell} cell
 * @param {boolean} isMarked
 */
function drawCell(app, key, cell, isMarked) {
  const { messages, expanded } = app;
  const name = `compare ${key}`;
  const isWhole = expanded.has(name) || cell.length <= LINES_SHOWN + 1;
  /** @param {import('./compare-rows.js').Piece} piece */
  const drawPiece = ({ text, href, isOwn }) => {
    const content = href ? html`<a href=${href}>${text}</a>` : text;
    if (!isOwn || !isMarked) return content;
    return href ? html`<mark>${content}</mark>` : html`<mark>${text.trimEnd()}</mark> `;
  };
  const lines = isWhole ? cell : cell.slice(0, LINES_SHOWN);
  return html`<td>
    ${
      cell.length === 0
        ? html`<span class="compare-nothing"
            ><span aria-hidden="true">–</span
            ><span class="visually-hidden">${messages.text('compare.nothing')}</span></span
          >`
        : lines.map((pieces) => html`<span class="compare-line">${pieces.map(drawPiece)}</span>`)
    }
    ${
      isWhole
        ? nothing
        : html`<button type="button" class="link-button" @click=${() => app.toggleExpanded(name)}>
            ${messages.text('showAll', { count: cell.length })}
          </button>`
    }
  </td>`;
}
