// Which codes are like this one?
//
// Exports drawSimilar. Codes that differ only in side, encounter or the like are one line that opens; each line
// leads to the code and to a comparison with it. Held by tests/browser/concept-page.test.js.

import { html, nothing } from 'lit';
import { compareIcon } from './icons.js';
import { drawCodeLink } from './hit-view.js';
import { compareHref, conceptHref } from './route.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./concept-model.js').ConceptModel} ConceptModel */
/** @typedef {import('../engine/contract.d.ts').SimilarResponse['groups'][number]} Group */

/** Code systems whose similar codes are listed before the others fold away. */
const SIMILAR_SYSTEMS_SHOWN = 4;

/**
 * @param {App} app
 * @param {ConceptModel} model
 */
export function drawSimilar(app, model) {
  const groups = (model.similar?.groups ?? []).filter(({ hits }) => hits.length > 0);
  if (groups.length === 0) return null;
  const shown = groups.slice(0, SIMILAR_SYSTEMS_SHOWN);
  const folded = groups.slice(SIMILAR_SYSTEMS_SHOWN);
  return html`${shown.map((group) => drawGroup(app, model, group))}
  ${
    folded.length
      ? html`<details class="folded">
          <summary>${app.messages.text('similar.more', { count: folded.length })}</summary>
          ${folded.map((group) => drawGroup(app, model, group))}
        </details>`
      : nothing
  }`;
}

/**
 * @param {App} app
 * @param {ConceptModel} model
 * @param {Group} group
 */
function drawGroup(app, model, { system, hits }) {
  return html`
    <h3>${app.systemTitle(system)}</h3>
    <ul class="code-list with-actions">
      ${hits.map((hit) => drawLine(app, model, { ...hit, system }))}
    </ul>
  `;
}

/**
 * @param {App} app
 * @param {ConceptModel} model
 * @param {Group['hits'][number]} hit
 */
function drawLine({ messages }, model, { system, code, display, why, variants = [] }) {
  const compare = messages.text('compare.with', { code });
  return html`<li>
    <a class="code-link" href=${conceptHref({ system, code })}>
      <span class="code" dir="ltr">${code}</span>
      <span>${display}${why ? html` <span class="hit-why">${why}</span>` : nothing}</span>
    </a>
    <a
      class="icon-button"
      href=${compareHref([model, { system, code }])}
      aria-label=${compare}
      title=${compare}
      >${compareIcon}</a
    >
    ${
      variants.length
        ? html`<details class="variants">
            <summary>${messages.text('similar.variants', { count: variants.length })}</summary>
            <ul class="code-list">
              ${variants.map((variant) => drawCodeLink({ system, ...variant }))}
            </ul>
          </details>`
        : nothing
    }
  </li>`;
}
