// Which of a person's own codes answer what is typed? They are lifted above the other hits.
//
// Exports OwnHits. The catalog is asked for the same words among the person's own codes, so that one far
// down the list is lifted too. Held by tests/browser/unit/own-hits.test.js.

import { keyOf } from '../code-list/code-list.js';

/** @typedef {import('../../engine/client.js').EngineClient} EngineClient */
/** @typedef {import('../../engine/contract.d.ts').Hit} Hit */

/** More than three would push the best answers out of sight. */
const MAX_LIFTED = 3;

/** Own codes asked about: a query holds 64 words. */
const MAX_ASKED = 40;

/** Searches among one's own codes are no search box's: a channel of their own. */
const OWN_CHANNEL = -4;

/** A query holds 1,024 bytes. */
const MAX_QUERY = 900;

export class OwnHits {
  /** @type {Hit[]} */
  #hits = [];
  #text = '';
  #personal;

  /** @param {Pick<import('./personal-codes.js').PersonalCodes, 'own'>} personal */
  constructor(personal) {
    this.#personal = personal;
  }

  /**
   * Asks which own codes answer a text; `onAnswer` is called when there are any.
   *
   * @param {Pick<EngineClient, 'search'>} client
   * @param {string} text
   * @param {string[]} systems
   * @param {() => void} onAnswer
   */
  async ask(client, text, systems, onAnswer) {
    this.#text = text;
    this.#hits = [];
    const own = this.#personal.own(MAX_ASKED);
    if (own.length === 0 || text.trim() === '') return;
    const codes = own.map(({ code }) => `"${code.replaceAll('"', '')}"`).join(',');
    const query = `code:${codes} ${text}`;
    if (new TextEncoder().encode(query).length > MAX_QUERY) return;
    const options = { limit: MAX_ASKED, isTyping: true, ...(systems.length ? { systems } : {}) };
    const response = await client.search(query, options, OWN_CHANNEL).catch(() => null);
    if (!response || this.#text !== text || response.relaxed) return;
    const places = new Map(own.map((concept, at) => [keyOf(concept), at]));
    const place = (/** @type {Hit} */ hit) => places.get(keyOf(hit)) ?? -1;
    this.#hits = response.hits
      .filter((hit) => place(hit) >= 0)
      .sort((left, right) => place(left) - place(right))
      .slice(0, MAX_LIFTED);
    if (this.#hits.length) onAnswer();
  }

  /**
   * Parts hits into one's own, to be shown first, and the others.
   *
   * @param {string} text that the hits answer
   * @param {Hit[]} hits
   */
  split(text, hits) {
    const own = this.#text === text ? this.#hits : [];
    const lifted = new Set(own.map(keyOf));
    return { own, others: hits.filter((hit) => !lifted.has(keyOf(hit))) };
  }
}
