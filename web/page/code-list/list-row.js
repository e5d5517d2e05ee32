// What does one code on the list show, and what can be done with it?
//
// Exports drawRow. Held by tests/browser/code-list.test.js.

import { html, nothing } from 'lit';
import { copyItems } from '../hit-tools.js';
import { drawState } from '../hit-view.js';
import { crossIcon, downIcon, moreIcon, upIcon } from '../icons.js';
import { drawMenu } from '../menu-view.js';
import { conceptHref } from '../route.js';
import { MAX_NOTE } from './code-list.js';
import { moveRow, removeRow } from './list-keys.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('./code-list.js').Entry} Entry */

/**
 * @param {App} app
 * @param {Entry} entry
 * @param {number} at
 */
export function drawRow(app, entry, at) {
  const { messages, work } = app;
  const { system, code, display, isKnown } = entry;
  const last = work.list.entries.length - 1;
  /**
   * @param {string} name of the control, the same in every row
   * @param {unknown} icon
   * @param {string} key
   * @param {boolean} isIdle
   * @param {() => void} run
   */
  const tool = (name, icon, key, isIdle, run) =>
    html`<button
      type="button"
      class="icon-button"
      data-control=${name}
      aria-label=${messages.text(key, { code })}
      title=${messages.text(key, { code })}
      aria-disabled=${isIdle ? 'true' : 'false'}
      @click=${() => !isIdle && run()}
    >
      ${icon}
    </button>`;
  return html`<li class="list-row" data-row=${at}>
    <span class="row-number numbers" aria-hidden="true">${messages.number(at + 1)}</span>
    <a class="row-link" data-control="link" href=${conceptHref({ system, code })}>
      <span class="row-code">
        <span class="code" dir="ltr">${code}</span>
        <span class="hit-system">${app.systemTitle(system)}</span>
      </span>
      <span class="row-display">${display}</span>
    </a>
    <span class="row-state">
      ${
        isKnown
          ? drawState(entry, messages)
          : html`<span class="state inactive" title=${messages.text('list.unknown.title')}
              >${messages.text('list.unknown')}</span
            >`
      }
    </span>
    <span class="row-tools no-print">
      ${tool('up', upIcon, 'list.up', at === 0, () => moveRow(app, at, -1, 'up'))}
      ${tool('down', downIcon, 'list.down', at === last, () => moveRow(app, at, 1, 'down'))}
      ${drawMenu(app, {
        id: `row-${at}-more`,
        label: messages.text('more.of', { code }),
        face: moreIcon,
        items: () => copyItems(app, [entry]),
      })}
      ${tool('remove', crossIcon, 'list.remove', false, () => removeRow(app, at))}
    </span>
    ${drawNote(app, entry, at)}
  </li>`;
}

/**
 * @param {App} app
 * @param {Entry} entry
 * @param {number} at
 */
function drawNote({ messages, work }, { code, note }, at) {
  return html`<span class="row-note ${note ? '' : 'no-print'}">
    <input
      class="field quiet"
      data-control="note"
      maxlength=${MAX_NOTE}
      autocomplete="off"
      aria-label=${messages.text('list.note', { code })}
      placeholder=${messages.text('list.note.short')}
      .value=${note}
      @change=${(/** @type {Event} */ { target }) => {
        work.list.note(at, /** @type {HTMLInputElement} */ (target).value.trim());
        work.say(messages.text('list.noted', { code }));
      }}
    />
    ${note ? html`<span class="print-only">${note}</span>` : nothing}
  </span>`;
}
