// How is a code built of its axes, and which other codes differ in one of them?
//
// Exports drawAxes. Of an ICD-10-PCS code every axis can be changed: the codes that are the same but for
// that character are asked of the engine as a pattern (`code:0F9?30Z`), so only legal ones are offered.
// Held by tests/browser/concept-page.test.js.

import { html, nothing } from 'lit';
import { drawCodeLink } from './hit-view.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./concept-model.js').ConceptModel} ConceptModel */
/** @typedef {NonNullable<import('../engine/contract.d.ts').Details['axes']>} Axes */

/**
 * @param {App} app
 * @param {ConceptModel} model
 */
export function drawAxes(app, model) {
  const { messages } = app;
  const axes = model.details?.axes ?? [];
  if (axes.length === 0) return null;
  const isBuilt = axes.map(({ value }) => value).join('') === model.code;
  return html`<div
    class="table-frame"
    tabindex="0"
    role="region"
    aria-label=${messages.text('axes')}
  >
    <table class="axes">
      <thead>
        <tr>
          <th scope="col">${messages.text('axes.position')}</th>
          <th scope="col">${messages.text('axes.value')}</th>
          <th scope="col">${messages.text('axes.label')}</th>
        </tr>
      </thead>
      <tbody>
        ${axes.map((axis, position) => drawAxis(app, model, axis, isBuilt ? position : -1))}
      </tbody>
    </table>
  </div>`;
}

/**
 * @param {App} app
 * @param {ConceptModel} model
 * @param {Axes[number]} axis
 * @param {number} position of the axis's character in the code, -1 where it is none
 */
function drawAxis(app, model, { title, value, label, definition }, position) {
  const { messages } = app;
  const others = app.otherValues?.code === model.code && app.otherValues.position === position;
  return html`<tr>
    <th scope="row">${title}</th>
    <td class="code" dir="ltr">${value}</td>
    <td>
      ${label}${definition ? html`<span class="axis-definition">${definition}</span>` : nothing}
      ${
        position < 0
          ? nothing
          : html`<button
                type="button"
                class="link-button axis-change"
                aria-expanded=${others ? 'true' : 'false'}
                aria-label="${messages.text('axes.change')}: ${title}"
                @click=${() => app.showOtherValues(model, position)}
              >
                ${messages.text('axes.change')}
              </button>
              ${others ? drawOthers(app) : nothing}`
      }
    </td>
  </tr>`;
}

/** @param {App} app */
function drawOthers({ messages, otherValues }) {
  const hits = otherValues?.hits ?? [];
  if (hits.length === 0) return html`<p class="axis-definition">${messages.text('axes.only')}</p>`;
  return html`<ul class="code-list">
    ${hits.map(({ system, code, display }) => drawCodeLink({ system, code, display }))}
  </ul>`;
}
