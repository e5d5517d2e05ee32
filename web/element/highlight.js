// How is a match shown inside a text?
//
// Exports marked: text nodes and <mark> elements, never markup out of the text.
// Held by tests/browser/unit/highlight.test.js.

import { html } from 'lit';

/** @typedef {import('../engine/contract.d.ts').Span} Span */

/**
 * Returns the spans inside the text, ascending; those with only a blank between them are one.
 *
 * @param {string} text
 * @param {Span[]} spans
 * @returns {Span[]}
 */
function joined(text, spans) {
  /** @type {Span[]} */
  const kept = [];
  for (const [start, end] of spans) {
    const last = kept.at(-1);
    const from = Math.max(last?.[1] ?? 0, start);
    const to = Math.min(end, text.length);
    if (!(from < to)) continue;
    if (last && text.slice(last[1], from).trim() === '') last[1] = to;
    else kept.push([from, to]);
  }
  return kept;
}

/**
 * Cuts a text at its spans. Spans that overlap, run backwards or leave the text are clipped.
 *
 * @param {string} text
 * @param {Span[]} spans UTF-16 offsets, ascending
 * @returns {{ text: string, isMatch: boolean }[]}
 */
export function pieces(text, spans) {
  const cut = [];
  let at = 0;
  for (const [start, end] of joined(text, spans)) {
    if (at < start) cut.push({ text: text.slice(at, start), isMatch: false });
    cut.push({ text: text.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < text.length) cut.push({ text: text.slice(at), isMatch: false });
  return cut;
}

/**
 * @param {string} text
 * @param {Span[]} spans
 */
export function marked(text, spans) {
  return pieces(text, spans).map((piece) =>
    piece.isMatch ? html`<mark part="match">${piece.text}</mark>` : piece.text,
  );
}
