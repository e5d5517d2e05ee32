// To which codes of other systems and releases does a concept lead, and how surely?
//
// Exports drawRelations: relations by kind, each with its flags in words; targets of a combination stand together, as
// only all of them say the same. Null where there are none. Held by tests/browser/relations-say-how-sure-they-are.test.js
// and tests/browser/unit/relation-groups.test.js.

import { html, nothing } from 'lit';
import { readableName } from './facts-view.js';
import { relationGroups, remarksOf } from './relation-groups.js';
import { conceptHref } from './route.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./concept-model.js').ConceptModel} ConceptModel */
/** @typedef {import('./concept-model.js').NamedRelation} NamedRelation */
/** @typedef {import('./relation-groups.js').Choice} Choice */

/**
 * @param {App} app
 * @param {ConceptModel} model
 */
export function drawRelations(app, { relations, relationsLeftOut }) {
  if (relations.length === 0) return null;
  const { messages } = app;
  return html`${relationGroups(relations).map(
    ({ kind, system, singles, scenarios, flags }) => html`
      <h3>
        ${messages.known(`relation.${kind}`, readableName(kind))}
        <span class="relation-system">${app.systemTitle(system)}</span>
      </h3>
      ${flags.map(
        (flag) => html`<p class="relation-flag">${messages.known(`flag.${flag}.title`, '')}</p>`,
      )}
      ${singles.length ? drawList(app, singles) : nothing}
      ${scenarios.map((choices, at) => drawScenario(app, choices, scenarios.length > 1 ? at + 1 : 0))}
    `,
  )}
  ${
    relationsLeftOut
      ? html`<p class="relation-flag">
          ${messages.text('relation.leftOut', { count: relationsLeftOut })}
        </p>`
      : nothing
  }`;
}

/**
 * @param {App} app
 * @param {Choice[]} choices
 * @param {number} number 0 where there is only one scenario
 */
function drawScenario(app, choices, number) {
  const { messages } = app;
  return html`<div class="scenario">
    ${number ? html`<h4>${messages.text('relation.scenario', { number })}</h4>` : nothing}
    ${choices.map(
      ({ targets }, at) => html`
        <p class="scenario-step">
          ${messages.text(at ? 'relation.and' : 'relation.together', {
            which: messages.text(targets.length > 1 ? 'relation.oneOf' : 'relation.this'),
          })}
        </p>
        ${drawList(app, targets)}
      `,
    )}
  </div>`;
}

/**
 * @param {App} app
 * @param {NamedRelation[]} targets
 */
function drawList(app, targets) {
  return html`<ul class="code-list">
    ${targets.map((target) => drawTarget(app, target))}
  </ul>`;
}

/**
 * @param {App} app
 * @param {NamedRelation} relation
 */
function drawTarget({ messages }, { system, code, display, flags = [], isKnown }) {
  if (!code)
    return html`<li><span class="code-link no-map">${messages.text('flag.no-map')}</span></li>`;
  const remarks = remarksOf(flags).map(({ key, holes }) => messages.text(key, holes));
  const content = html`<span class="code" dir="ltr">${code}</span>
    <span
      >${display ?? ''}
      ${remarks.length ? html`<span class="hit-why">${remarks.join(' · ')}</span>` : nothing}</span
    >`;
  return html`<li>
    ${
      isKnown
        ? html`<a class="code-link" href=${conceptHref({ system, code })}>${content}</a>`
        : html`<span class="code-link">${content}</span>`
    }
  </li>`;
}
