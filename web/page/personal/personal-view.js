// Where does a person see their recents and favourites, and switch them on or forget them?
//
// Exports drawPersonal (under the search box) and drawPersonalDialog.
// Held by tests/browser/own-codes.test.js.

import { html, nothing } from 'lit';
import { drawCodeLink } from '../hit-view.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../../engine/contract.d.ts').CheckedConcept} CheckedConcept */

/** @param {App} app */
export function drawPersonal({ messages, work }) {
  const { isOn, favourites, recents } = work.personal;
  if (!isOn || favourites.length + recents.length === 0) return nothing;
  /**
   * @param {string} key
   * @param {CheckedConcept[]} concepts
   */
  const group = (key, concepts) =>
    concepts.length
      ? html`<section class="panel own-codes" aria-labelledby="own-${key}">
          <h2 id="own-${key}">${messages.text(key)}</h2>
          <ul class="code-list">
            ${concepts.map(drawCodeLink)}
          </ul>
        </section>`
      : nothing;
  return html`<div class="own-groups">
    ${group('favourites', favourites)} ${group('recents', recents)}
  </div>`;
}

/** @param {App} app */
export function drawPersonalDialog(app) {
  const { messages, work } = app;
  const { personal, storage } = work;
  /**
   * @param {string} key
   * @param {boolean} isOn
   * @param {boolean} isIdle
   * @param {(isOn: boolean) => void} run
   */
  const choice = (key, isOn, isIdle, run) =>
    html`<label class="switch-row ${isIdle ? 'idle' : ''}">
      <input
        type="checkbox"
        .checked=${isOn}
        ?disabled=${isIdle}
        aria-describedby="${key}-about"
        @change=${(/** @type {Event} */ { target }) =>
          run(/** @type {HTMLInputElement} */ (target).checked)}
      />
      <span>
        <strong>${messages.text(key)}</strong>
        <span id="${key}-about" class="about">${messages.text(`${key}.about`)}</span>
      </span>
    </label>`;
  return html`<div class="settings">
    ${choice('personal.remember', personal.isOn, false, (isOn) => {
      personal.switch(isOn);
      app.draw();
    })}
    ${choice('personal.keep', storage.isKeeping, !storage.isAllowed, (isOn) => work.keep(isOn))}
    ${
      storage.isAllowed
        ? nothing
        : html`<p class="remark">${messages.text('personal.forbidden')}</p>`
    }
    <p class="button-row">
      <button type="button" class="button" @click=${() => work.forgetAll()}>
        ${messages.text('personal.forget')}
      </button>
    </p>
    <p class="remark" role="status">${work.spoken}</p>
    <p class="remark">${messages.text('personal.local')}</p>
  </div>`;
}
