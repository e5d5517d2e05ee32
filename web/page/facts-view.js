// Which facts stand beside a concept: its system, release, publisher, properties and licence?
//
// Exports drawFacts. Held by tests/browser/concept-page.test.js.

import { html, nothing } from 'lit';
import { longDate } from './article-view.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./concept-model.js').ConceptModel} ConceptModel */

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Returns a property's name as people write it: "actionEffective" and "action-effective" -> "Action effective".
 *
 * @param {string} name
 */
export function readableName(name) {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .trim();
  const isAcronym = words === words.toUpperCase();
  const lower = isAcronym ? words : words.toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/**
 * @param {App} app
 * @param {ConceptModel} model
 */
export function drawFacts(app, model) {
  const { messages, info } = app;
  const { shown, details } = model;
  const system = info?.systems.find(({ id }) => id === model.system);
  if (!shown.found || !system) return nothing;
  /** @type {Map<string, string[]>} */
  const facts = new Map([
    [messages.text('kind'), [system.title]],
    [messages.text('release'), [system.version]],
    [messages.text('status'), [messages.text(shown.status)]],
    [messages.text('publisher'), [system.publisher]],
  ]);
  for (const { name, value } of details?.properties ?? []) {
    const title = messages.known(`property.${name}`, readableName(name));
    const text = ISO_DATE.test(value) ? longDate(value, messages) : value;
    facts.set(title, [...(facts.get(title) ?? []), text]);
  }
  return html`<section class="panel facts" aria-labelledby="facts-title">
    <h2 id="facts-title" class="quiet-heading">${messages.text('properties')}</h2>
    <dl>
      ${[...facts]
        .filter(([, values]) => values.some(Boolean))
        .map(
          ([title, values]) =>
            html`<div>
              <dt>${title}</dt>
              <dd>${values.join('; ')}</dd>
            </div>`,
        )}
    </dl>
    ${system.notice ? html`<p class="licence">${system.notice}</p>` : nothing}
  </section>`;
}
