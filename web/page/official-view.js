// What do the official sources say of a concept?
//
// Exports drawNotes, drawAxes and drawRelations; each returns null where there is nothing to show.
// Held by tests/browser/concept-page.test.js.

import { html, nothing } from 'lit';
import { linkPieces } from './code-links.js';
import { conceptHref } from './route.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('../engine/contract.d.ts').Details} Details */
/** @typedef {import('../strings/messages.js').Messages} Messages */

/**
 * @param {string} text
 * @param {string} system
 * @param {Set<string>} known
 */
function linked(text, system, known) {
  return linkPieces(text, system, known).map(({ text: piece, code }) =>
    code
      ? html`<a class="code" dir="ltr" href=${conceptHref({ system, code })}>${piece}</a>`
      : piece,
  );
}

/**
 * @param {Details['notes']} notes
 * @param {string} system
 * @param {Set<string>} known
 * @param {Messages} messages
 */
export function drawNotes(notes, system, known, messages) {
  if (!notes?.length) return null;
  /** @type {Map<string, string[]>} */
  const byKind = new Map();
  for (const { kind, text } of notes) {
    const lines = text.split('\n').filter((line) => line.trim());
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...lines]);
  }
  return [...byKind].map(
    ([kind, lines]) =>
      html`<div class="note note-${kind}">
        <h3>${messages.known(`note.${kind}`, kind)}</h3>
        ${
          lines.length === 1
            ? html`<p>${linked(lines[0], system, known)}</p>`
            : html`<ul>
                ${lines.map((line) => html`<li>${linked(line, system, known)}</li>`)}
              </ul>`
        }
      </div>`,
  );
}

/**
 * @param {Details['axes']} axes
 * @param {Messages} messages
 */
export function drawAxes(axes, messages) {
  if (!axes?.length) return null;
  return html`<div
    class="table-frame"
    tabindex="0"
    role="region"
    aria-label=${messages.text('axes')}
  >
    <table class="axes">
      <thead>
        <tr>
          <th scope="col">${messages.text('axes.position')}</th>
          <th scope="col">${messages.text('axes.value')}</th>
          <th scope="col">${messages.text('axes.label')}</th>
        </tr>
      </thead>
      <tbody>
        ${axes.map(
          ({ title, value, label, definition }) =>
            html`<tr>
              <th scope="row">${title}</th>
              <td class="code" dir="ltr">${value}</td>
              <td>
                ${label}${
                  definition ? html`<span class="axis-definition">${definition}</span>` : nothing
                }
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/**
 * @param {Details['relations']} relations
 * @param {App} app
 */
export function drawRelations(relations, app) {
  if (!relations?.length) return null;
  const { messages, info } = app;
  /** @type {Map<string, NonNullable<Details['relations']>>} */
  const byKind = new Map();
  for (const relation of relations) {
    byKind.set(relation.kind, [...(byKind.get(relation.kind) ?? []), relation]);
  }
  return [...byKind].map(
    ([kind, targets]) => html`
      <h3>${messages.known(`relation.${kind}`, kind)}</h3>
      <ul class="code-list">
        ${targets.map(({ system, code, display, flags = [] }) => {
          const isHere =
            code && info?.systems.some(({ id, concepts }) => id === system && concepts > 0);
          const content = html`<span class="code" dir="ltr">${code || '–'}</span>
            <span
              >${display ?? ''}
              <span class="hit-why"
                >${[app.systemTitle(system), ...flags.map((flag) => messages.known(`flag.${flag}`, flag))].join(' · ')}</span
              ></span
            >`;
          return html`<li>
            ${
              isHere
                ? html`<a class="code-link" href=${conceptHref({ system, code })}>${content}</a>`
                : html`<span class="code-link">${content}</span>`
            }
          </li>`;
        })}
      </ul>
    `,
  );
}
