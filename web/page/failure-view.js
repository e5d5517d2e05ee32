// What does a person see when the engine does not answer any more?
//
// Exports drawFailure. Held by tests/browser/faults-are-told.test.js and tests/browser/a-killed-worker.test.js.

import { html } from 'lit';
import { warningIcon } from './icons.js';

/** @typedef {import('./app.js').App} App */

/**
 * Tells why nothing can be searched, and offers the way on: an engine that stopped is started in its place, so that the
 * list and all that was entered stay; a catalog that could not be opened is loaded with a new page.
 *
 * @param {App} app whose `failure` is set
 */
export function drawFailure(app) {
  const { messages, failure, isStopped } = app;
  const onRetry = () => (isStopped ? app.connect() : location.reload());
  return html`<div class="message danger" role="alert">
    ${warningIcon}
    <p>
      ${
        isStopped
          ? messages.text('stopped')
          : html`<strong>${messages.text('failed')}.</strong> ${failure?.message} ${failure?.advice}`
      }
      <button type="button" class="link-button" @click=${onRetry}>
        ${messages.text(isStopped ? 'stopped.start' : 'retry')}
      </button>
    </p>
  </div>`;
}
