// Where does a concept stand among the others of its system?
//
// Exports drawTrail (the way back and the codes above), drawChildren and drawSiblings; a list without entries is null.
// Held by tests/browser/concept-page.test.js.

import { html, nothing } from 'lit';
import { drawCodeLink } from './hit-view.js';
import { backIcon } from './icons.js';
import { browseHref, conceptHref, formatRoute } from './route.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./concept-model.js').ConceptModel} ConceptModel */
/** @typedef {import('../engine/contract.d.ts').Concept} Concept */

/** Children listed before the rest folds away. */
const CHILDREN_SHOWN = 12;

/** Neighbours listed on either side of the code itself. */
const SIBLINGS_EACH_SIDE = 4;

/**
 * @param {App} app
 * @param {Concept} concept
 */
export function drawTrail(app, { system, ancestors, chapters = [] }) {
  const { messages, query, systems } = app;
  const back = formatRoute({ view: 'search', query, systems });
  return html`<nav
    class="trail"
    aria-label=${messages.text('place', { system: app.systemTitle(system) })}
  >
    <a class="back" href=${back}> ${backIcon}${messages.text(query ? 'back' : 'back.search')} </a>
    <ol>
      <li><a href=${browseHref(system)}>${app.systemTitle(system)}</a></li>
      ${chapters.map(
        ({ id, title }) =>
          html`<li><a href=${browseHref(system, id)} title="${title} (${id})">${title}</a></li>`,
      )}
      ${ancestors.map(
        ({ code, display }) =>
          html`<li>
            <a href=${conceptHref({ system, code })} title=${display}
              ><span class="code" dir="ltr">${code}</span>
              <span class="trail-name">${display}</span></a
            >
          </li>`,
      )}
    </ol>
  </nav>`;
}

/**
 * @param {App} app
 * @param {Concept} concept
 */
export function drawChildren(app, { system, code, children, childCount = 0 }) {
  if (children.length === 0) return null;
  const { messages } = app;
  const isWhole = app.expanded.has('children') || children.length <= CHILDREN_SHOWN + 2;
  const shown = isWhole ? children : children.slice(0, CHILDREN_SHOWN);
  return html`<ul class="code-list">
      ${shown.map((child) => drawCodeLink({ system, ...child }))}
    </ul>
    ${isWhole ? nothing : drawShowAll(app, 'children', children.length)}
    ${
      childCount > children.length
        ? html`<p>
            <a href=${browseHref(system, code)}
              >${messages.text('children.search', { count: childCount })}</a
            >
          </p>`
        : nothing
    }`;
}

/**
 * @param {App} app
 * @param {string} name
 * @param {number} count
 */
function drawShowAll(app, name, count) {
  return html`<button type="button" class="link-button" @click=${() => app.toggleExpanded(name)}>
    ${app.messages.text('showAll', { count })}
  </button>`;
}

/**
 * The codes around this one, itself among them but no link.
 *
 * @param {App} app
 * @param {ConceptModel} model
 * @param {Concept} concept
 */
export function drawSiblings(app, { siblings }, { system, code, display }) {
  const at = siblings.findIndex((other) => other.code === code);
  if (siblings.length < 2 || at < 0) return null;
  const most = 2 * SIBLINGS_EACH_SIDE + 1;
  const isWhole = app.expanded.has('siblings') || siblings.length <= most + 2;
  const first = Math.max(0, Math.min(at - SIBLINGS_EACH_SIDE, siblings.length - most));
  const shown = isWhole ? siblings : siblings.slice(first, first + most);
  return html`<ul class="code-list">
      ${shown.map((other) =>
        other.code === code
          ? html`<li>
              <span class="code-link current" aria-current="true">
                <span class="code" dir="ltr">${code}</span><span>${display}</span>
              </span>
            </li>`
          : drawCodeLink({ system, code: other.code, display: other.display }),
      )}
    </ul>
    ${isWhole ? nothing : drawShowAll(app, 'siblings', siblings.length)}`;
}
