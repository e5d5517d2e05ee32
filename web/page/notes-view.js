// Which official notes hold for a concept?
//
// Exports drawNotes: its own notes and, said to be inherited, those of the codes above it; null where there are none.
// Held by tests/browser/concept-page.test.js.

import { html } from 'lit';
import { linkPieces } from './code-links.js';
import { browseHref, conceptHref } from './route.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./concept-model.js').ConceptModel} ConceptModel */
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
 * @param {App} app
 * @param {ConceptModel} model
 */
export function drawNotes({ messages }, { details, inherited, system, knownCodes }) {
  const own = details?.notes ?? [];
  if (own.length + inherited.length === 0) return null;
  return html`${drawNoteList(own, system, knownCodes, messages)}
  ${inherited.map(
    ({ code, display, isGroup, notes }) =>
      html`<p class="inherited">
          ${messages.text('notes.from')}
          <a href=${isGroup ? browseHref(system, code) : conceptHref({ system, code })}
            ><span class="code" dir="ltr">${code}</span> ${display}</a
          >
        </p>
        ${drawNoteList(notes, system, knownCodes, messages)}`,
  )}`;
}

/**
 * @param {NonNullable<Details['notes']>} notes
 * @param {string} system
 * @param {Set<string>} known
 * @param {Messages} messages
 */
function drawNoteList(notes, system, known, messages) {
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
