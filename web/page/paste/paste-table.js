// How are the verdicts on a pasted list shown, narrowed and taken along?
//
// Exports drawResults. Held by tests/browser/paste-a-list.test.js.

import { html, nothing } from 'lit';
import { copyItems } from '../hit-tools.js';
import { drawState } from '../hit-view.js';
import { addIcon, copyIcon, saveIcon } from '../icons.js';
import { drawMenu } from '../menu-view.js';
import { conceptHref } from '../route.js';
import { reasonText } from './checked-csv.js';
import { conceptOf, ROWS_SHOWN } from './paste-session.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('./paste-session.js').Filter} Filter */
/** @typedef {import('./paste-session.js').Row} Row */

/** The filters in the order in which they want work. @type {Filter[]} */
const FILTERS = [
  'all',
  'ambiguous',
  'header',
  'inactive',
  'unknown',
  'similar',
  'none',
  'misnamed',
  'valid',
  'exact',
];

/** Codes offered on a row; the page of the code has the rest. */
const OFFERED = 3;

/** @param {App} app */
export function drawResults(app) {
  const { messages, work } = app;
  const { paste } = work;
  const rows = paste.filtered;
  const first = paste.page * ROWS_SHOWN;
  return html`<section
    class="paste-results"
    id="paste-results"
    tabindex="-1"
    aria-label=${messages.text('paste.results')}
  >
    ${drawFilters(app)} ${drawTake(app)}
    <div class="panel table-frame">
      <table class="checked" role="table">
        <caption class="spoken">
          ${messages.text('paste.results')}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${['line', 'text', 'verdict', 'code', 'do'].map(
              (name) =>
                html`<th role="columnheader" scope="col" class="cell-${name}">
                  ${messages.text(`paste.column.${name}`)}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.slice(first, first + ROWS_SHOWN).map((row) => drawRow(app, row))}
        </tbody>
      </table>
    </div>
    ${drawPages(app, rows.length)}
  </section>`;
}

/** @param {App} app */
function drawFilters({ messages, work }) {
  const { paste } = work;
  const { counts } = paste;
  return html`<div class="chips" role="group" aria-label=${messages.text('paste.filter')}>
    ${FILTERS.filter((filter) => counts.get(filter)).map(
      (filter) =>
        html`<button
          type="button"
          class="chip"
          aria-pressed=${paste.filter === filter ? 'true' : 'false'}
          @click=${() => paste.show(filter)}
        >
          <span>${messages.text(`verdict.${filter}`)}</span>
          <span class="numbers">${messages.number(counts.get(filter) ?? 0)}</span>
        </button>`,
    )}
  </div>`;
}

/** @param {App} app */
function drawTake(app) {
  const { messages, work } = app;
  const { paste } = work;
  const count = paste.settled.length;
  return html`<div class="tools" role="group" aria-label=${messages.text('list.tools')}>
    <button
      type="button"
      class="button small main-button"
      aria-disabled=${count ? 'false' : 'true'}
      @click=${() => count && paste.addToList()}
    >
      ${addIcon}${messages.text('paste.add', { count })}
    </button>
    <button type="button" class="button small" @click=${() => paste.saveCsv()}>
      ${saveIcon}${messages.text('paste.csv')}
    </button>
    ${drawMenu(app, {
      id: 'copy-checked',
      label: messages.text('paste.copy'),
      kind: 'button small',
      face: html`${copyIcon}${messages.text('paste.copy')}`,
      items: () => copyItems(app, paste.settled),
    })}
  </div>`;
}

/**
 * @param {App} app
 * @param {Row} row
 */
function drawRow(app, row) {
  const { messages, work } = app;
  const { number, text, checked, chosen } = row;
  const concept = conceptOf(row);
  const verdict = chosen ? 'chosen' : checked.verdict;
  return html`<tr role="row" id="row-${work.paste.rows.indexOf(row)}">
    <td role="cell" class="cell-line numbers">${messages.number(number)}</td>
    <th role="rowheader" scope="row" class="cell-text"><bdi>${text}</bdi></th>
    <td role="cell" class="cell-verdict">
      <span class="verdict verdict-${verdict}">${messages.text(`verdict.${verdict}`)}</span>
      ${
        checked.isMisnamed && !chosen
          ? html`<span class="verdict verdict-misnamed">${messages.text('verdict.misnamed')}</span>`
          : nothing
      }
    </td>
    <td role="cell" class="cell-code">
      ${
        concept
          ? html`<a href=${conceptHref(concept)}
                ><span class="code" dir="ltr">${concept.code}</span>
                <span class="hit-system">${app.systemTitle(concept.system)}</span></a
              >
              <span class="checked-display">${concept.display}</span>
              ${verdict === 'similar' || chosen ? drawState(concept, messages) : nothing}`
          : nothing
      }
    </td>
    <td role="cell" class="cell-do">
      <span class="reason">${reasonText(row, messages)}</span>
      ${drawOffers(app, row)}
    </td>
  </tr>`;
}

/**
 * @param {App} app
 * @param {Row} row
 */
function drawOffers(app, row) {
  const { messages, work } = app;
  const { checked, chosen } = row;
  if (chosen) {
    return html`<button
      type="button"
      class="button tiny"
      @click=${() => work.paste.choose(row, null)}
    >
      ${messages.text('paste.unchoose')}
    </button>`;
  }
  if (checked.verdict === 'valid') return nothing;
  const isBest = checked.verdict === 'similar' && checked.concept;
  const offers = isBest && checked.concept ? [checked.concept, ...checked.others] : checked.others;
  return html`<span class="offers">
    ${offers.slice(0, OFFERED).map((offer) => {
      const { system, code, display } = offer;
      const title = app.systemTitle(system);
      return html`<button
        type="button"
        class="button tiny"
        aria-label=${messages.text('paste.choose', { code, system: title, name: display })}
        title="${display} · ${title}"
        @click=${() => work.paste.choose(row, offer)}
      >
        <span class="code" dir="ltr">${code}</span>
        <span class="offer-name">${checked.verdict === 'ambiguous' ? title : display}</span>
      </button>`;
    })}
  </span>`;
}

/**
 * @param {App} app
 * @param {number} total
 */
function drawPages({ messages, work }, total) {
  const { paste } = work;
  const pages = Math.ceil(total / ROWS_SHOWN);
  if (pages < 2) return nothing;
  const first = paste.page * ROWS_SHOWN + 1;
  const last = Math.min(total, first + ROWS_SHOWN - 1);
  /**
   * @param {string} key
   * @param {number} page
   */
  const step = (key, page) => {
    const isIdle = page < 0 || page >= pages;
    return html`<button
      type="button"
      class="button small"
      aria-disabled=${isIdle ? 'true' : 'false'}
      @click=${() => !isIdle && paste.turn(page)}
    >
      ${messages.text(key)}
    </button>`;
  };
  return html`<nav class="pages" aria-label=${messages.text('paste.pages')}>
    ${step('paste.previous', paste.page - 1)}
    <span class="numbers">${messages.text('paste.range', { first, last, total })}</span>
    ${step('paste.next', paste.page + 1)}
  </nav>`;
}
