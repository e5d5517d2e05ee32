// What can be done with a hit without opening it? Put it on the list, copy it, make it a favourite.
//
// Exports drawHitTools, listLabel and copyItems. Held by tests/browser/work-by-keyboard.test.js.

import { html } from 'lit';
import { copyFormats } from './copy-formats.js';
import { addIcon, doneIcon, moreIcon } from './icons.js';
import { drawMenu } from './menu-view.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('../engine/contract.d.ts').CheckedConcept} CheckedConcept */

/**
 * Says what the button of a code does now.
 *
 * @param {App} app
 * @param {CheckedConcept} concept
 */
export function listLabel({ messages, work }, concept) {
  const key = work.list.has(concept) ? 'list.isOn.code' : 'list.add.code';
  return messages.text(key, { code: concept.code });
}

/**
 * Returns one menu item for each form in which codes can be copied.
 *
 * @param {App} app
 * @param {readonly CheckedConcept[]} concepts
 */
export const copyItems = (app, concepts) =>
  copyFormats.map((format) => ({
    label: app.messages.text(`copy.as.${format}`),
    run: () => void app.work.copy(concepts, format),
  }));

/**
 * @param {CheckedConcept} concept
 * @param {App} app
 */
export function drawHitTools(concept, app) {
  const { messages, work } = app;
  const { system, code } = concept;
  const label = listLabel(app, concept);
  const isOn = work.list.has(concept);
  const favourite = work.personal.isFavourite(concept) ? 'favourite.remove' : 'favourite.add';
  return html`<span class="hit-tools">
    <button
      type="button"
      class="icon-button hit-add ${isOn ? 'on' : ''}"
      aria-label=${label}
      title=${label}
      @click=${() => work.toggleOnList(concept)}
    >
      ${isOn ? doneIcon : addIcon}
    </button>
    ${drawMenu(app, {
      id: `more-${system}-${code.replace(/[^\w-]/g, (sign) => `_${sign.charCodeAt(0)}`)}`,
      label: messages.text('more.of', { code }),
      face: moreIcon,
      items: () => [
        ...copyItems(app, [concept]),
        ...(work.personal.isOn
          ? [{ label: messages.text(favourite), run: () => work.toggleFavourite(concept) }]
          : []),
      ],
    })}
  </span>`;
}
