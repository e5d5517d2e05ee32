// Which codes has the person chosen, and what does the form send?
//
// Exports Choices: the element's form half over ElementInternals. One or several codings, their
// validity, and a value that was set before the catalog could name it.
// Held by tests/browser/form-submit.test.js and tests/browser/unit/coding.test.js.

import { formatValue } from './coding.js';

/** @typedef {import('../engine/contract.d.ts').Coding} Coding */
/** @typedef {import('./coding.js').ValueFormat} ValueFormat */
/** @typedef {import('../strings/messages.js').Messages} Messages */

/**
 * @typedef {object} Rules
 * @property {string} name
 * @property {boolean} required
 * @property {boolean} multiple
 * @property {ValueFormat} format
 */

export class Choices {
  /** @type {Coding[]} */
  codings = [];
  /** A value that was set from outside and is not resolved to a coding (yet). */
  given = '';

  #internals;

  /** @param {ElementInternals} internals */
  constructor(internals) {
    this.#internals = internals;
  }

  /** @param {ValueFormat} format */
  value(format) {
    return this.codings.length ? formatValue(this.codings[0], format) : this.given;
  }

  /**
   * @param {Coding} coding
   * @param {boolean} isMultiple
   */
  add(coding, isMultiple) {
    const others = this.codings.filter(
      ({ system, code }) => system !== coding.system || code !== coding.code,
    );
    this.codings = isMultiple ? [...others, coding] : [coding];
    this.given = '';
  }

  /** @param {number} index */
  remove(index) {
    this.codings = this.codings.filter((_, at) => at !== index);
  }

  clear() {
    this.codings = [];
    this.given = '';
  }

  /**
   * Tells the form what is sent and whether it may be.
   *
   * @param {Rules} rules
   * @param {string} unfinished text that was typed and not chosen
   * @param {Messages} messages
   * @param {HTMLElement} [anchor] where the browser shows its message
   */
  commit(rules, unfinished, messages, anchor) {
    const state = JSON.stringify(this.codings);
    this.#internals.setFormValue(this.#entries(rules), state);
    const isEmpty = this.codings.length === 0 && this.given === '';
    if (unfinished) {
      const text = messages.text('unfinished', { text: unfinished });
      this.#internals.setValidity({ badInput: true }, text, anchor);
    } else if (rules.required && isEmpty) {
      this.#internals.setValidity({ valueMissing: true }, messages.text('required'), anchor);
    } else {
      this.#internals.setValidity({});
    }
  }

  /** @param {Rules} rules */
  #entries({ name, multiple, format }) {
    if (!multiple) return this.value(format) || null;
    if (!name) return null;
    const data = new FormData();
    for (const coding of this.codings) data.append(name, formatValue(coding, format));
    return data;
  }
}
