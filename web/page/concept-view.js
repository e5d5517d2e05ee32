// What does the page of one concept show, and in which order?
//
// Exports drawConcept. A section without content is not shown at all.
// Held by tests/browser/concept-page.test.js and tests/browser/an-unknown-code-offers-the-nearest.test.js.

import { html, nothing } from 'lit';
import { articleSections } from './article-view.js';
import { drawAxes } from './axes-view.js';
import { drawFacts } from './facts-view.js';
import { drawFailure } from './failure-view.js';
import { drawHead } from './head-view.js';
import { drawCodeLink } from './hit-view.js';
import { warningIcon } from './icons.js';
import { drawNotes } from './notes-view.js';
import { drawChildren, drawSiblings, drawTrail } from './place-view.js';
import { drawRelations } from './relations-view.js';
import { conceptHref, formatRoute } from './route.js';
import { drawSimilar } from './similar-view.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./concept-model.js').ConceptModel} ConceptModel */
/** @typedef {import('../engine/contract.d.ts').Concept} Concept */
/** @typedef {{ id: string, title: string, content: unknown, isMinor?: boolean }} Section */

/** @param {App} app */
export function drawConcept(app) {
  return drawLoaded(
    app,
    () => {
      const { concept } = app;
      if (!concept) return nothing;
      return concept.shown.found
        ? drawFound(app, concept, concept.shown)
        : drawUnknown(app, concept);
    },
    Boolean(app.concept),
  );
}

/**
 * Draws what needs the open catalog, and before that how far it is or why it failed.
 *
 * @param {App} app
 * @param {() => unknown} draw
 * @param {boolean} [isThere] true where what it needs has come before the rest
 */
export function drawLoaded(app, draw, isThere = false) {
  const { messages, failure, progress } = app;
  if (failure) return drawFailure(app);
  if (!progress || isThere) return draw();
  return html`<div class="loading">
    <progress
      aria-label=${messages.text('loading')}
      max=${progress.total || 1}
      .value=${progress.total ? progress.loaded : 0}
    ></progress>
    <p>${messages.text('loading')}</p>
  </div>`;
}

/**
 * @param {App} app
 * @param {ConceptModel} model
 * @param {Concept} concept
 */
function drawFound(app, model, concept) {
  const sections = allSections(app, model, concept);
  const major = sections.filter(({ isMinor }) => !isMinor);
  return html`<article class="concept">
    ${drawTrail(app, concept)} ${drawHead(app, model, concept)}
    <div class="concept-columns ${major.length > 2 ? 'with-contents' : ''}">
      ${major.length > 2 ? drawContents(app, model, major) : nothing}
      <div class="concept-main">
        ${
          model.detailsFailure
            ? html`<div class="message danger" role="alert">
                ${warningIcon}
                <p>
                  ${app.messages.text('details.failed')} ${model.detailsFailure.message}
                  ${model.detailsFailure.advice}
                </p>
              </div>`
            : nothing
        }
        ${sections.map(drawSection)}
      </div>
      <aside class="concept-aside">${drawFacts(app, model)}</aside>
    </div>
  </article>`;
}

/**
 * @param {App} app
 * @param {ConceptModel} model
 * @param {Concept} concept
 * @returns {Section[]}
 */
function allSections(app, model, concept) {
  const { messages } = app;
  const { details } = model;
  const article = articleSections(details?.article, messages);
  return [
    { id: 'children', title: messages.text('children'), content: drawChildren(app, concept) },
    ...article,
    {
      id: 'notes',
      title: messages.text('notes'),
      content: drawNotes(app, model),
    },
    { id: 'axes', title: messages.text('axes'), content: drawAxes(app, model) },
    {
      id: 'relations',
      title: messages.text('relations'),
      content: drawRelations(app, model),
    },
    {
      id: 'siblings',
      title: messages.text('siblings'),
      content: drawSiblings(app, model, concept),
    },
    { id: 'similar-codes', title: messages.text('similar'), content: drawSimilar(app, model) },
  ].filter(({ content }) => content !== null);
}

/** @param {Section} section */
function drawSection({ id, title, content }) {
  return html`<section class="section" aria-labelledby="section-${id}">
    <h2 id="section-${id}" tabindex="-1">${title}</h2>
    ${content}
  </section>`;
}

/**
 * @param {App} app
 * @param {ConceptModel} model
 * @param {Section[]} sections
 */
function drawContents({ messages }, model, sections) {
  return html`<nav class="contents" aria-labelledby="contents-title">
    <h2 id="contents-title" class="quiet-heading">${messages.text('contents')}</h2>
    <ol>
      ${sections.map(
        ({ id, title }) => html`<li><a href=${conceptHref(model, id)}>${title}</a></li>`,
      )}
    </ol>
  </nav>`;
}

/**
 * @param {App} app
 * @param {ConceptModel} model
 */
function drawUnknown(app, { system, code, shown }) {
  const { messages, info } = app;
  const isSystemKnown = info?.systems.some(({ id }) => id === system);
  const suggestions = shown.found ? [] : shown.suggestions;
  return html`<div class="unknown panel">
    <h1 id="concept-title" tabindex="-1">
      ${
        isSystemKnown
          ? messages.text('unknown', { code, system: app.systemTitle(system) })
          : messages.text('unknown.system', { system })
      }
    </h1>
    ${
      suggestions.length
        ? html`<p>${messages.text('unknown.advice')}</p>
            <ul class="code-list">
              ${suggestions.map(drawCodeLink)}
            </ul>`
        : nothing
    }
    <p>
      <a class="button" href=${formatRoute({ view: 'search', query: code, systems: [] })}
        >${messages.text('unknown.searchFor', { code })}</a
      >
    </p>
  </div>`;
}
