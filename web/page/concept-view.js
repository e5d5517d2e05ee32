// What does the page of one concept show, and in which order?
//
// Exports drawConcept. A section without content is not shown at all.
// Held by tests/browser/concept-page.test.js and tests/browser/an-unknown-code-offers-the-nearest.test.js.

import { html, nothing } from 'lit';
import { articleSections } from './article-view.js';
import { drawAxes } from './axes-view.js';
import { drawFacts } from './facts-view.js';
import { drawHead } from './head-view.js';
import { drawCodeLink } from './hit-view.js';
import { backIcon, warningIcon } from './icons.js';
import { drawNotes, drawRelations } from './official-view.js';
import { chapterHref, conceptHref, formatRoute } from './route.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./concept-model.js').ConceptModel} ConceptModel */
/** @typedef {import('../engine/contract.d.ts').Concept} Concept */
/** @typedef {{ id: string, title: string, content: unknown, isMinor?: boolean }} Section */

/** Children listed before the rest folds away. */
const CHILDREN_SHOWN = 12;

/** Code systems whose similar codes are listed before the others fold away. */
const SIMILAR_SYSTEMS_SHOWN = 4;

/** @param {App} app */
export function drawConcept(app) {
  const { concept, messages, failure, progress } = app;
  if (failure) {
    return html`<div class="message danger" role="alert">
      ${warningIcon}
      <p><strong>${messages.text('failed')}.</strong> ${failure.message} ${failure.advice}</p>
    </div>`;
  }
  if (!concept) {
    return progress
      ? html`<div class="loading">
          <progress
            aria-label=${messages.text('loading')}
            max=${progress.total || 1}
            .value=${progress.total ? progress.loaded : 0}
          ></progress>
          <p>${messages.text('loading')}</p>
        </div>`
      : nothing;
  }
  const { shown } = concept;
  return shown.found ? drawFound(app, concept, shown) : drawUnknown(app, concept);
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
  const { details, similar } = model;
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
    { id: 'similar-codes', title: messages.text('similar'), content: drawSimilar(app, similar) },
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
 * The way back and the place in the hierarchy.
 *
 * @param {App} app
 * @param {Concept} concept
 */
function drawTrail(app, { system, ancestors, chapters = [] }) {
  const { messages, query, systems } = app;
  const back = formatRoute({ view: 'search', query, systems });
  return html`<nav
    class="trail"
    aria-label=${messages.text('place', { system: app.systemTitle(system) })}
  >
    <a class="back" href=${back}> ${backIcon}${messages.text(query ? 'back' : 'back.search')} </a>
    <ol>
      <li>
        <a href=${formatRoute({ view: 'search', query: `system:${system}`, systems: [] })}
          >${app.systemTitle(system)}</a
        >
      </li>
      ${chapters.map(
        ({ id, title }) =>
          html`<li>
            <a href=${chapterHref({ system, id })} title="${title} (${id})">${title}</a>
          </li>`,
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
function drawChildren(app, { system, code, children, childCount = 0 }) {
  if (children.length === 0) return null;
  const { messages } = app;
  const isWhole = app.expanded.has('children') || children.length <= CHILDREN_SHOWN + 2;
  const shown = isWhole ? children : children.slice(0, CHILDREN_SHOWN);
  const all = { view: /** @type {const} */ ('search'), query: `under:${code}`, systems: [system] };
  return html`<ul class="code-list">
      ${shown.map((child) => drawCodeLink({ system, ...child }))}
    </ul>
    ${
      isWhole
        ? nothing
        : html`<button
            type="button"
            class="link-button"
            @click=${() => app.toggleExpanded('children')}
          >
            ${messages.text('showAll', { count: children.length })}
          </button>`
    }
    ${
      childCount > children.length
        ? html`<p>
            <a href=${formatRoute(all)}
              >${messages.text('children.search', { count: childCount })}</a
            >
          </p>`
        : nothing
    }`;
}

/**
 * @param {App} app
 * @param {ConceptModel['similar']} similar
 */
function drawSimilar(app, similar) {
  const groups = (similar?.groups ?? []).filter(({ hits }) => hits.length > 0);
  if (groups.length === 0) return null;
  const shown = groups.slice(0, SIMILAR_SYSTEMS_SHOWN);
  const folded = groups.slice(SIMILAR_SYSTEMS_SHOWN);
  /** @param {typeof groups[number]} group */
  const drawGroup = ({ system, hits }) => html`
    <h3>${app.systemTitle(system)}</h3>
    <ul class="code-list">
      ${hits.map((hit) => drawCodeLink({ ...hit, system }))}
    </ul>
  `;
  return html`${shown.map(drawGroup)}
  ${
    folded.length
      ? html`<details class="folded">
          <summary>${app.messages.text('similar.more', { count: folded.length })}</summary>
          ${folded.map(drawGroup)}
        </details>`
      : nothing
  }`;
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
