// What stands at the head of a concept's page?
//
// Exports drawHead: code, kind, full name, state, other names and the ways to take the code along.

import { html, nothing } from 'lit';
import { copyFormats } from './copy-formats.js';
import { listLabel } from './hit-tools.js';
import { drawState } from './hit-view.js';
import {
  addIcon,
  compareIcon,
  copyIcon,
  doneIcon,
  linkIcon,
  printIcon,
  starIcon,
  treeIcon,
} from './icons.js';
import { drawOwnMark } from './own-codes/own-mark.js';
import { browseHref, compareHref, conceptHref } from './route.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./concept-model.js').ConceptModel} ConceptModel */
/** @typedef {import('../engine/contract.d.ts').Concept} Concept */
/** @typedef {import('../engine/contract.d.ts').Designation} Designation */

/** Names listed per use before the rest folds away. */
const NAMES_SHOWN = 4;

/** Uses in the order in which they help a reader most. */
const USES = ['abbreviation', 'lay', 'synonym', 'inclusion', 'short', 'index'];

/**
 * @param {App} app
 * @param {ConceptModel} model
 * @param {Concept} concept
 */
export function drawHead(app, model, concept) {
  const { messages } = app;
  const { system, code, display } = concept;
  return html`<header class="concept-head panel">
    <div class="concept-identity">
      <button
        type="button"
        class="code-button"
        title=${messages.text('copy.code')}
        aria-label="${messages.text('copy.code')} ${code}"
        @click=${() => app.work.copy([concept], 'onlyCode')}
      >
        <span class="code" dir="ltr">${code}</span>${copyIcon}
      </button>
      <span class="system-badge">${app.systemTitle(system)}</span>
      ${drawOwnMark(app, system)} ${drawState(concept, messages)}
      ${
        concept.status === 'active' && concept.billable === null
          ? html`<span class="state">${messages.text('active')}</span>`
          : nothing
      }
    </div>
    <h1 id="concept-title" tabindex="-1">${display}</h1>
    ${drawNames(app, [...concept.designations, ...(model.details?.designations ?? [])], display)}
    ${drawActions(app, concept)}
  </header>`;
}

/**
 * @param {App} app
 * @param {Concept} concept
 */
function drawActions(app, concept) {
  const { messages, work } = app;
  const isOn = work.list.has(concept);
  /**
   * @param {unknown} icon
   * @param {string} key
   * @param {() => void} run
   */
  const action = (icon, key, run) =>
    html`<button type="button" class="button small" @click=${run}>
      ${icon}${messages.text(key)}
    </button>`;
  return html`<div class="actions" role="group" aria-label=${messages.text('copy')}>
    <button
      type="button"
      class="button small ${isOn ? '' : 'main-button'}"
      aria-label=${listLabel(app, concept)}
      @click=${() => work.toggleOnList(concept)}
    >
      ${isOn ? doneIcon : addIcon}${messages.text(isOn ? 'list.isOn' : 'list.add')}
    </button>
    ${
      work.personal.isOn
        ? html`<button
            type="button"
            class="button small"
            aria-pressed=${work.personal.isFavourite(concept) ? 'true' : 'false'}
            @click=${() => work.toggleFavourite(concept)}
          >
            ${starIcon}${messages.text('favourite')}
          </button>`
        : nothing
    }
    ${copyFormats
      .slice(1)
      .map((format) => action(copyIcon, `copy.${format}`, () => work.copy([concept], format)))}
    ${action(linkIcon, 'copy.link', () =>
      app.copy(new URL(conceptHref(concept), location.href).href),
    )}
    ${action(printIcon, 'print', () => print())}
    <a class="button small" href=${browseHref(concept.system, concept.code)}
      >${treeIcon}${messages.text('browse.here')}</a
    >
    <a class="button small" href=${compareHref([concept])}
      >${compareIcon}${messages.text('compare')}</a
    >
  </div>`;
}

/**
 * @param {App} app
 * @param {Designation[]} designations
 * @param {string} display
 */
function drawNames(app, designations, display) {
  const { messages } = app;
  /** @type {Map<string, Set<string>>} */
  const byUse = new Map();
  for (const { use, text } of designations) {
    if (text.toLowerCase() === display.toLowerCase()) continue;
    byUse.set(use, (byUse.get(use) ?? new Set()).add(text));
  }
  if (byUse.size === 0) return nothing;
  const uses = [...byUse.keys()].sort((left, right) => USES.indexOf(left) - USES.indexOf(right));
  return html`<dl class="names" aria-label=${messages.text('otherNames')}>
    ${uses.map((use) => {
      const names = [...(byUse.get(use) ?? [])];
      const isWhole = app.expanded.has(use) || names.length <= NAMES_SHOWN + 1;
      const shown = isWhole ? names : names.slice(0, NAMES_SHOWN);
      return html`<div>
        <dt>${messages.known(`use.${use}`, use)}</dt>
        <dd>
          ${shown.map((name) => html`<span class="name">${name}</span>`)}
          ${
            isWhole
              ? nothing
              : html`<button
                  type="button"
                  class="link-button"
                  @click=${() => app.toggleExpanded(use)}
                >
                  ${messages.text('showAll', { count: names.length })}
                </button>`
          }
        </dd>
      </div>`;
    })}
  </dl>`;
}
