// How does a person narrow the answers, and see why they stand in this order?
//
// Exports drawNarrowing: switches for what may be billed and what is active, the chapters with their counts, and the sum
// behind each place. Held by tests/browser/narrowing.test.js.

import { html, nothing } from 'lit';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('../engine/contract.d.ts').SearchResponse} SearchResponse */

/** @param {{ id: string }} chapter */
const filterOf = ({ id }) => `chapter:${id}`;

/**
 * @param {App} app
 * @param {string} name of the text
 * @param {string} filter
 * @param {number} count
 */
function drawSwitch(app, name, filter, count) {
  const isOn = app.filters.includes(filter);
  if (!isOn && count === 0) return nothing;
  return html`<button
    type="button"
    class="chip small"
    aria-pressed=${isOn ? 'true' : 'false'}
    @click=${() => app.toggleFilter(filter)}
  >
    <span>${app.messages.text(name)}</span>
    <span class="numbers">${app.messages.number(count)}</span>
  </button>`;
}

/**
 * @param {App} app
 * @param {SearchResponse} response
 */
function drawChapters(app, { facets }) {
  const { messages } = app;
  const chosen = app.filters.find((filter) => filter.startsWith('chapter:')) ?? '';
  if (!chosen && facets.chapter.length < 2) return nothing;
  const options = facets.chapter.map((chapter) => ({
    value: filterOf(chapter),
    text: `${chapter.title} (${messages.number(chapter.count)})`,
  }));
  if (chosen && !options.some(({ value }) => value === chosen)) {
    options.push({ value: chosen, text: chosen.slice('chapter:'.length) });
  }
  return html`<select
    class="chip small chapter-choice"
    aria-label=${messages.text('narrow.chapter')}
    @change=${(/** @type {Event} */ event) =>
      app.chooseChapter(/** @type {HTMLSelectElement} */ (event.target).value)}
  >
    <option value="" ?selected=${!chosen}>${messages.text('narrow.chapters')}</option>
    ${options.map(
      ({ value, text }) =>
        html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
    )}
  </select>`;
}

/**
 * @param {App} app
 * @param {SearchResponse} response
 */
export function drawNarrowing(app, response) {
  const { messages } = app;
  const { billing, status } = response.facets;
  const isMixed = billing.header > 0 || app.filters.includes('is:billable');
  const hasRetired = status.inactive > 0 || app.filters.includes('is:active');
  return html`<div class="chips narrowing" role="group" aria-label=${messages.text('narrow')}>
    ${isMixed ? drawSwitch(app, 'narrow.billable', 'is:billable', billing.billable) : nothing}
    ${hasRetired ? drawSwitch(app, 'narrow.active', 'is:active', status.active) : nothing}
    ${drawChapters(app, response)}
    ${
      response.hits.length
        ? html`<button
            type="button"
            class="chip small quiet"
            aria-pressed=${app.isExplained ? 'true' : 'false'}
            @click=${() => app.toggleExplained()}
          >
            ${messages.text('explain')}
          </button>`
        : nothing
    }
  </div>`;
}
