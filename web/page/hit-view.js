// How is one hit shown, on the search page and in lists of codes?
//
// Exports drawHit, drawFold, drawState and drawCodeLink.

import { html, nothing } from 'lit';
import { marked } from '../element/highlight.js';
import { drawHitTools } from './hit-tools.js';
import { drawOwnMark } from './own-codes/own-mark.js';
import { conceptHref } from './route.js';
import { drawSum } from './sum-view.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('../engine/contract.d.ts').Hit} Hit */

/**
 * @param {{ status: string, billable: boolean | null }} concept
 * @param {import('../strings/messages.js').Messages} messages
 */
export function drawState({ status, billable }, messages) {
  if (status === 'inactive') {
    return html`<span class="state inactive">${messages.text('inactive')}</span>`;
  }
  if (billable === null) return nothing;
  const name = billable ? 'billable' : 'header';
  return html`<span class="state ${name}" title=${messages.text(`${name}.title`)}
    >${messages.text(name)}</span
  >`;
}

/**
 * Says why it is a hit: the other name that was found, and how.
 *
 * @param {Hit} hit
 * @param {import('../strings/messages.js').Messages} messages
 */
function drawReason({ matched, why }, messages) {
  const name = matched
    ? html`<span class="hit-matched"
        ><span class="label">${messages.known(`also.${matched.use}`, messages.text('also'))}:</span>
        ${marked(matched.text, matched.spans)}</span
      >`
    : nothing;
  return html`<span class="hit-also">${name}<span class="hit-why">${why}</span></span>`;
}

/**
 * @param {Hit} hit
 * @param {App} app
 * @param {boolean} [isOwn] lifted to the top because this person often picks it
 */
export function drawHit(hit, app, isOwn = false) {
  const { messages } = app;
  const { matched } = hit;
  return html`<li class="hit">
    <a class="hit-link" href=${conceptHref(hit)}>
      <span class="hit-code">
        <span class="code" dir="ltr">${hit.code}</span>
        <span class="hit-system">${app.systemTitle(hit.system)}</span>
        ${drawOwnMark(app, hit.system)}
      </span>
      <span class="hit-body">
        <span class="hit-display">${marked(hit.display, hit.spans)}</span>
        ${isOwn ? html`<span class="hit-own">${messages.text('own.often')}</span>` : nothing}
        ${matched || hit.why ? drawReason(hit, messages) : nothing}
      </span>
      <span class="hit-state">${drawState(hit, messages)}</span>
    </a>
    ${drawHitTools(hit, app)} ${app.isExplained ? drawSum(hit, messages) : nothing}
  </li>`;
}

/**
 * Draws the further hits of one family as a line that opens.
 *
 * @param {import('./fold-hits.js').Fold} fold
 * @param {App} app
 */
export function drawFold({ family, hits }, app) {
  const isOpen = app.expanded.has(`fold/${family}`);
  const last = hits[hits.length - 1];
  const range = { first: hits[0].code, last: last.code, count: hits.length };
  return html`<li class="hit-fold">
      <button
        type="button"
        class="fold-button"
        aria-expanded=${isOpen ? 'true' : 'false'}
        @click=${() => app.toggleExpanded(`fold/${family}`)}
      >
        ${app.messages.text(isOpen ? 'fold.close' : 'fold.open', range)}
      </button>
    </li>
    ${isOpen ? hits.map((hit) => drawHit(hit, app)) : nothing}`;
}

/**
 * @param {{ system: string, code: string, display?: string, why?: string }} concept
 */
export function drawCodeLink({ system, code, display = '', why = '' }) {
  return html`<li>
    <a class="code-link" href=${conceptHref({ system, code })}>
      <span class="code" dir="ltr">${code}</span>
      <span>${display}${why ? html` <span class="hit-why">${why}</span>` : nothing}</span>
    </a>
  </li>`;
}
