// What does a person see while searching?
//
// Exports drawSearch. Held by tests/browser/keyboard-search-opens-a-concept.test.js and
// tests/browser/a-query-error-is-told-gently.test.js.

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { drawFailure } from './failure-view.js';
import { foldHits } from './fold-hits.js';
import { drawFold, drawHit } from './hit-view.js';
import { crossIcon, infoIcon, searchIcon, warningIcon } from './icons.js';
import { drawNarrowing } from './narrow-view.js';
import { drawPersonal } from './personal/personal-view.js';
import { drawOwnMark } from './own-codes/own-mark.js';
import { drawWelcome } from './welcome-view.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('../engine/contract.d.ts').SearchResponse} SearchResponse */

/** @param {App} app */
export function drawSearch(app) {
  const response = app.session?.response;
  return html`<div class="search-view">
    <h1>${app.messages.text('title')}</h1>
    ${drawBox(app)} ${drawLoading(app)}
    ${
      response && app.query.trim()
        ? drawAnswer(app, response)
        : html`${drawPersonal(app)} ${drawWelcome(app)}`
    }
  </div>`;
}

/** @param {App} app */
function drawBox(app) {
  const { messages } = app;
  return html`<form
    class="search-box"
    role="search"
    @submit=${(/** @type {Event} */ e) => e.preventDefault()}
  >
    ${searchIcon}
    <input
      id="search-box"
      type="text"
      inputmode="search"
      enterkeyhint="search"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      aria-label=${messages.text('search.label')}
      aria-describedby="answer-status"
      placeholder=${messages.text('search.placeholder')}
      .value=${live(app.query)}
      @input=${(/** @type {InputEvent} */ event) =>
        app.search(/** @type {HTMLInputElement} */ (event.target).value)}
    />
    ${
      app.query
        ? html`<button
            type="button"
            class="icon-button"
            aria-label=${messages.text('search.clear')}
            @click=${() => {
              app.search('');
              app.focusSearch();
            }}
          >
            ${crossIcon}
          </button>`
        : html`<kbd class="box-hint" aria-hidden="true">/</kbd>`
    }
  </form>`;
}

/** @param {App} app */
function drawLoading(app) {
  const { progress, failure, info, messages } = app;
  if (failure) return drawFailure(app);
  if (!progress) return drawMissing(messages, info?.missing ?? []);
  const { loaded, total, waiting } = progress;
  const sizes = { loaded: messages.size(loaded), total: messages.size(total) };
  return html`<div class="loading">
    <progress
      aria-label=${messages.text('loading')}
      max=${total || 1}
      .value=${total ? loaded : loaded ? 1 : 0}
    ></progress>
    <p>
      <span>${messages.text('loading')}</span>
      <span class="numbers"
        >${loaded ? messages.text(total ? 'loading.bytes' : 'loading.open', sizes) : nothing}</span
      >
    </p>
    ${
      waiting?.length
        ? html`<p class="remark">
            ${messages.text('loading.waiting', { names: waiting.join(', ') })}
          </p>`
        : nothing
    }
  </div>`;
}

/**
 * Says which of several catalogs are not there, and why.
 *
 * @param {App['messages']} messages
 * @param {import('../engine/contract.d.ts').MissingCatalog[]} missing
 */
function drawMissing(messages, missing) {
  return missing.map(
    ({ name, message, advice }) =>
      html`<div class="message warning">
        ${warningIcon}
        <p>${messages.text('missing', { name })} ${message} ${advice}</p>
      </div>`,
  );
}

/**
 * @param {App} app
 * @param {SearchResponse} response
 */
function drawAnswer(app, response) {
  const { messages, systems } = app;
  const { hits, total } = response;
  const { own, others } = app.work.own.split(app.session?.answered ?? '', hits);
  return html`
    ${drawChips(app, response)} ${drawNarrowing(app, response)} ${drawRemarks(app, response)}
    <p id="answer-status" class="answer-status" role="status">${statusText(app, response)}</p>
    <section class="panel" aria-label=${messages.text('results')} ?hidden=${hits.length === 0}>
      <ol class="hits">
        ${own.map((hit) => drawHit(hit, app, true))}
        ${foldHits(others).map((line) => ('family' in line ? drawFold(line, app) : drawHit(line, app)))}
      </ol>
    </section>
    ${
      hits.length < total
        ? html`<p class="more">
            <button type="button" class="button" @click=${() => app.more()}>
              ${messages.text('more', { next: Math.min(25, total - hits.length) })}
            </button>
          </p>`
        : nothing
    }
    ${
      total === 0 && systems.length && Object.keys(response.facets.system).length
        ? html`<p class="more">
            <button type="button" class="button" @click=${() => app.showAllSystems()}>
              ${messages.text('none.showAll')}
            </button>
          </p>`
        : nothing
    }
  `;
}

/**
 * @param {App} app
 * @param {SearchResponse} response
 */
function statusText(app, { total, hits, relaxed, query, facets, isPartial }) {
  const { messages, systems } = app;
  const titles = systems.map((id) => app.systemTitle(id)).join(', ');
  if (total === 0) {
    const isNarrowed = systems.length > 0 && Object.keys(facets.system).length > 0;
    return isNarrowed
      ? messages.text('none.narrowed', { system: titles })
      : `${messages.text('none', { text: query.text })}. ${messages.text('none.advice')}`;
  }
  if (isPartial) return messages.text('count.partial', { count: total });
  const count = messages.text(relaxed ? 'count.relaxed' : 'count', { count: total });
  const where = titles ? ` ${messages.text('count.in', { system: titles })}` : '';
  const shown = hits.length < total ? ` · ${messages.text('shown', { shown: hits.length })}` : '';
  return `${count}${where}${shown}`;
}

/**
 * One switch per code system that has hits, the most first, with its count.
 *
 * @param {App} app
 * @param {SearchResponse} response
 */
function drawChips(app, { facets }) {
  const { messages, systems } = app;
  const counts = new Map(Object.entries(facets.system));
  for (const chosen of systems) if (!counts.has(chosen)) counts.set(chosen, 0);
  if (counts.size === 0) return nothing;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const ordered = [...counts].sort(([, left], [, right]) => right - left);
  /**
   * @param {string} title
   * @param {number} count
   * @param {boolean} isOn
   * @param {() => void} onPress
   * @param {unknown} [mark]
   */
  const chip = (title, count, isOn, onPress, mark = nothing) =>
    html`<button
      type="button"
      class="chip"
      aria-pressed=${isOn ? 'true' : 'false'}
      @click=${onPress}
    >
      <span>${title}</span> ${mark} <span class="numbers">${messages.number(count)}</span>
    </button>`;
  return html`<div class="chips" role="group" aria-label=${messages.text('filter')}>
    ${chip(messages.text('all'), all, systems.length === 0, () => app.showAllSystems())}
    ${ordered.map(([id, count]) =>
      chip(
        app.systemTitle(id),
        count,
        systems.includes(id),
        () => app.toggleSystem(id),
        drawOwnMark(app, id),
      ),
    )}
  </div>`;
}

/**
 * What the engine has to say about the query, said gently above the results.
 *
 * @param {App} app
 * @param {SearchResponse} response
 */
function drawRemarks(app, { query, didYouMean, expansions, relaxed, hits }) {
  const { messages } = app;
  return html`
    ${
      query.error
        ? html`<div class="message warning">
            ${warningIcon}
            <p>
              ${query.error.message} ${query.error.advice}
              ${hits.length ? messages.text('error.meanwhile') : nothing}
            </p>
          </div>`
        : nothing
    }
    ${
      didYouMean
        ? html`<p class="remark did-you-mean">
            ${messages.text('didYouMean')}
            <button type="button" class="link-button" @click=${() => app.search(didYouMean)}>
              ${didYouMean}</button
            >?
          </p>`
        : nothing
    }
    ${
      relaxed && hits.length
        ? html`<div class="message">
            ${infoIcon}
            <p>${messages.text('relaxed')}</p>
          </div>`
        : nothing
    }
    ${
      expansions.length
        ? html`<p class="remark">
            ${groupedExpansions(expansions)
              .map(([from, to]) => messages.text('expansion', { from, to: to.join(', ') }))
              .join(' · ')}
          </p>`
        : nothing
    }
  `;
}

/** Readings named per word; the rest would hide the results. */
const MAX_READINGS = 4;

/**
 * @param {SearchResponse['expansions']} expansions
 * @returns {[string, string[]][]}
 */
function groupedExpansions(expansions) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const { from, to } of expansions) groups.set(from, [...(groups.get(from) ?? []), to]);
  return [...groups].map(([from, to]) => [
    from,
    to.length > MAX_READINGS ? [...to.slice(0, MAX_READINGS), '…'] : to,
  ]);
}
