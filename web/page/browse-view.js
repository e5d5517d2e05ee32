// How does the tree of a code system look?
//
// Exports drawBrowse. Lines are links after the tree pattern of the ARIA Authoring Practices: a code leads to its
// page, a chapter or an initial opens. Held by tests/browser/a-tree-leads-to-every-code.test.js.

import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { lineHref, onLineClick, onTreeKey } from './browse-visit.js';
import { drawState } from './hit-view.js';
import { backIcon, forwardIcon, infoIcon } from './icons.js';
import { browseHref, conceptHref, formatRoute } from './route.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./tree-model.js').Row} Row */
/** @typedef {import('./tree-model.js').TreeModel} TreeModel */
/** @typedef {import('../engine/contract.d.ts').TreeNode} TreeNode */

/**
 * @param {App} app
 * @param {import('./route.js').BrowseRoute} route
 */
export function drawBrowse(app, { system }) {
  const { messages, info, query, systems } = app;
  const known = info?.systems.find(({ id }) => id === system);
  const back = formatRoute({ view: 'search', query, systems });
  return html`<div class="browse">
    <nav class="trail" aria-label=${messages.text('back.search')}>
      <a class="back" href=${back}>${backIcon}${messages.text(query ? 'back' : 'back.search')}</a>
    </nav>
    <h1 id="browse-title" tabindex="-1">
      ${
        system && info && !known
          ? messages.text('unknown.system', { system })
          : messages.text(known ? 'browse.title' : 'browse', { system: known?.title ?? '' })
      }
    </h1>
    <div class="browse-columns">${drawSystems(app, system)} ${known ? drawTree(app) : nothing}</div>
  </div>`;
}

/**
 * @param {App} app
 * @param {string} current
 */
function drawSystems({ messages, info }, current) {
  const shown = (info?.systems ?? []).filter(({ concepts }) => concepts > 0);
  return html`<nav class="panel browse-systems" aria-labelledby="browse-systems-title">
    <h2 id="browse-systems-title" class="quiet-heading">${messages.text('systems')}</h2>
    <ul>
      ${shown.map(
        ({ id, title, concepts }) =>
          html`<li>
            <a href=${browseHref(id)} aria-current=${id === current ? 'page' : nothing}
              ><span>${title}</span> <span class="numbers">${messages.number(concepts)}</span></a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** @param {App} app */
function drawTree(app) {
  const { messages, tree } = app;
  if (!tree) return nothing;
  const { model, unknown } = tree;
  const { rows } = model;
  const active = rows.some(({ id }) => id === model.active) ? model.active : rows[0]?.id;
  const title = app.systemTitle(model.system);
  return html`<section class="panel browse-tree" aria-labelledby="browse-title">
    ${
      unknown
        ? html`<div class="message warning" role="alert">
            ${infoIcon}
            <p>${messages.text('browse.unknown', { node: unknown, system: title })}</p>
          </div>`
        : nothing
    }
    <ul
      class="tree"
      role="tree"
      aria-labelledby="browse-title"
      @keydown=${(/** @type {KeyboardEvent} */ event) => onTreeKey(app, model, event)}
    >
      ${repeat(
        rows,
        ({ id }) => id,
        (row) => drawRow(app, model, row, active),
      )}
    </ul>
    <p class="tree-hint keyboard-only">${messages.text('browse.keys')}</p>
  </section>`;
}

/**
 * @param {App} app
 * @param {TreeModel} model
 * @param {Row} row
 * @param {string} active
 */
function drawRow(app, model, row, active) {
  const { id, node, parent, depth, position, size, isOpen } = row;
  const isBranch = node !== null && node.children > 0;
  const isCode = node !== null && !node.kind;
  const href = isCode
    ? conceptHref({ system: model.system, code: node.code })
    : lineHref(model, node ? id : parent);
  return html`<li role="none">
    <a
      class="tree-line ${node ? (node.kind ?? 'concept') : 'next-page'}"
      role="treeitem"
      href=${href}
      data-id=${id}
      tabindex=${id === active ? '0' : '-1'}
      aria-level=${depth}
      aria-posinset=${position}
      aria-setsize=${size}
      aria-expanded=${isBranch ? String(isOpen) : nothing}
      @click=${(/** @type {MouseEvent} */ event) => onLineClick(app, model, row, event)}
    >
      <span class="twisty" aria-hidden="true">${isBranch ? forwardIcon : nothing}</span>
      ${node ? drawNode(app, node) : drawMore(app, row)}
    </a>
  </li>`;
}

/**
 * @param {App} app
 * @param {TreeNode} node
 */
function drawNode({ messages }, node) {
  const { kind, code, below, status = 'active', billable = null } = node;
  const name = html`<span class="tree-name">${nameOf(node, messages)}</span>`;
  const count = below
    ? html`<span class="tree-count numbers"
        >${messages.number(below)}
        <span class="visually-hidden"
          >${messages.text('browse.below', { count: below })}</span
        ></span
      >`
    : nothing;
  const isLabelled = kind !== 'initial';
  // Of codes with some below, the twisty says enough; what must be known of a leaf is that it is not in force.
  const state = status === 'inactive' ? drawState({ status, billable }, messages) : nothing;
  return html`${isLabelled ? html`<span class="code" dir="ltr">${code}</span> ` : nothing}${name}
  ${state} ${count}`;
}

/**
 * @param {TreeNode} node
 * @param {App['messages']} messages
 */
function nameOf({ kind, display }, messages) {
  if (kind !== 'initial') return display;
  return display === '#'
    ? messages.text('browse.otherInitials')
    : messages.text('browse.initial', { initial: display });
}

/**
 * @param {App} app
 * @param {Row} row
 */
function drawMore({ messages }, { position, size }) {
  return html`<span class="tree-name"
    >${messages.text('browse.more', { count: size - position + 1 })}</span
  >`;
}
