// What does the element draw?
//
// Exports its parts: plain functions from a view to a Lit template.

import { html, nothing, svg } from 'lit';
import { marked } from './highlight.js';

/** @typedef {import('../engine/contract.d.ts').Coding} Coding */
/** @typedef {import('../engine/contract.d.ts').Hit} Hit */
/** @typedef {import('../engine/contract.d.ts').SearchResponse} SearchResponse */
/** @typedef {import('../strings/messages.js').Messages} Messages */

export const magnifier = svg`<path
  d="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm4.8 11.3L20 20"
  fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>`;

export const cross = svg`<path d="m6 6 12 12M18 6 6 18"
  fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>`;

/**
 * @param {Coding[]} codings
 * @param {Messages} messages
 * @param {(index: number) => void} onRemove
 */
export function drawChips(codings, messages, onRemove) {
  return codings.map(
    ({ code, display }, index) => html`
      <span class="chip" part="chip" title=${display}>
        <span class="code">${code}</span>
        <button
          type="button"
          part="chip-remove"
          aria-label=${messages.text('remove', { code })}
          @click=${() => onRemove(index)}
        >
          ×
        </button>
      </span>
    `,
  );
}

/**
 * @param {Hit} hit
 * @param {string} systemTitle
 * @param {Messages} messages
 */
function drawAbout({ matched, billable, status }, systemTitle, messages) {
  const facts = [systemTitle];
  if (status === 'inactive') facts.push(messages.text('inactive'));
  if (billable === false) facts.push(messages.text('header'));
  return html`<span class="about" part="about"
    >${facts.join(' · ')}${
      matched ? html` · ${messages.text('also')} ${marked(matched.text, matched.spans)}` : nothing
    }</span
  >`;
}

/**
 * @param {Hit} hit
 * @param {{ index: number, active: number, systemTitle: string, messages: Messages, onChoose: (index: number) => void }} view
 */
export function drawOption(hit, { index, active, systemTitle, messages, onChoose }) {
  return html`<li
    id="option-${index}"
    class="option"
    part="option"
    role="option"
    aria-selected=${index === active ? 'true' : 'false'}
    @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()}
    @click=${() => onChoose(index)}
  >
    <span class="code" part="code" dir="ltr">${hit.code}</span>
    <span class="display" part="display">${marked(hit.display, hit.spans)}</span>
    ${drawAbout(hit, systemTitle, messages)}
  </li>`;
}

/**
 * @param {SearchResponse} response
 * @param {Messages} messages
 * @param {(text: string) => void} onAsk
 */
export function drawNotes({ query, relaxed, didYouMean, hits }, messages, onAsk) {
  return html`
    ${
      query.error
        ? html`<div class="note error" part="note">
            ${query.error.message} ${query.error.advice}
          </div>`
        : nothing
    }
    ${
      didYouMean
        ? html`<div class="note" part="note">
            <button type="button" @click=${() => onAsk(didYouMean)}>
              ${messages.text('didYouMean', { text: didYouMean })}
            </button>
          </div>`
        : nothing
    }
    ${
      relaxed && hits.length
        ? html`<div class="note" part="note">${messages.text('relaxed')}</div>`
        : nothing
    }
    ${
      hits.length === 0
        ? html`<div class="note" part="note">${messages.text('none', { text: query.text })}</div>`
        : nothing
    }
  `;
}

/**
 * @param {import('../engine/contract.d.ts').Progress} progress
 * @param {Messages} messages
 */
export function drawLoading({ loaded, total }, messages) {
  const text = total
    ? messages.text('loading.bytes', { loaded: messages.size(loaded), total: messages.size(total) })
    : messages.text('loading.open', { loaded: messages.size(loaded) });
  return html`<div class="loading" part="loading">
    <progress
      aria-label=${messages.text('loading')}
      max=${total || 1}
      .value=${total ? loaded : 0}
    ></progress>
    ${loaded ? text : nothing}
  </div>`;
}

/** @param {Messages} messages */
export function drawRestarted(messages) {
  return html`<div class="note" part="note">${messages.text('restarted')}</div>`;
}

/**
 * @param {import('./catalog-connection.js').CatalogConnection} connection whose `failure` is set
 * @param {Messages} messages
 * @param {() => void} onRetry
 */
export function drawFailure({ failure, info }, messages, onRetry) {
  return html`<div class="popup" part="popup">
    <div class="note failed" part="note" role="alert">
      ${messages.text(info ? 'stopped' : 'failed')} ${failure?.message} ${failure?.advice}
      <button type="button" @click=${onRetry}>${messages.text('retry')}</button>
    </div>
  </div>`;
}

/**
 * @param {Messages} messages
 * @param {() => void} onClear
 */
export function drawClear(messages, onClear) {
  return html`<button
    type="button"
    class="clear"
    part="clear"
    tabindex="-1"
    aria-label=${messages.text('clear')}
    @click=${onClear}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true">${cross}</svg>
  </button>`;
}
