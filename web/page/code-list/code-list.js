// What is a person's list of codes, and what changes it?
//
// Exports CodeList: entries in an order, each change one step that can be undone and done again.
// Held by tests/browser/unit/code-list.test.js.

/** @typedef {import('../../engine/contract.d.ts').CheckedConcept} CheckedConcept */
/** @typedef {CheckedConcept & { note: string, isKnown: boolean }} Entry `isKnown`: in this catalog */
/** @typedef {{ title: string, entries: readonly Entry[] }} Content */

/** A list is read by people: a longer one is a data set. */
export const MAX_ENTRIES = 10_000;

/** A note is a remark, a title one line. */
export const MAX_NOTE = 500;
export const MAX_TITLE = 120;

/** Steps that can be taken back; contents share their entries, so a step is small. */
const MAX_STEPS = 100;

/** @type {Content} */
const EMPTY = Object.freeze({ title: '', entries: [] });

/** @param {{ system: string, code: string }} concept */
export const keyOf = ({ system, code }) => `${system}/${code}`;

/**
 * @param {CheckedConcept & { note?: string, isKnown?: boolean }} concept
 * @returns {Entry}
 */
const entryOf = ({ system, code, display, status, billable, note = '', isKnown = true }) => ({
  system,
  code,
  display,
  status,
  billable,
  note: note.slice(0, MAX_NOTE),
  isKnown,
});

export class CodeList {
  /** @type {Content} */
  #content = EMPTY;
  /** @type {Content[]} */
  #past = [];
  /** @type {Content[]} */
  #future = [];
  #keys = new Set();
  #onChange;

  /** @param {() => void} [onChange] */
  constructor(onChange = () => {}) {
    this.#onChange = onChange;
  }

  get title() {
    return this.#content.title;
  }

  get entries() {
    return this.#content.entries;
  }

  get content() {
    return this.#content;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** @param {{ system: string, code: string }} concept */
  has(concept) {
    return this.#keys.has(keyOf(concept));
  }

  /**
   * Appends what is not there yet, as one step.
   *
   * @param {(CheckedConcept & { note?: string, isKnown?: boolean })[]} concepts
   * @returns {{ added: number, present: number, refused: number }} refused: beyond MAX_ENTRIES
   */
  add(concepts) {
    const fresh = new Map();
    for (const concept of concepts) {
      if (!this.has(concept) && !fresh.has(keyOf(concept)))
        fresh.set(keyOf(concept), entryOf(concept));
    }
    const room = MAX_ENTRIES - this.entries.length;
    const added = [...fresh.values()].slice(0, room);
    if (added.length) this.#step({ ...this.#content, entries: [...this.entries, ...added] });
    const refused = fresh.size - added.length;
    return { added: added.length, present: concepts.length - fresh.size, refused };
  }

  /** @param {number} at */
  remove(at) {
    if (!this.entries[at]) return;
    this.#step({ ...this.#content, entries: this.entries.filter((_, index) => index !== at) });
  }

  /**
   * Moves an entry and returns its new place; at either end it stays.
   *
   * @param {number} from
   * @param {number} to
   */
  move(from, to) {
    const place = Math.max(0, Math.min(this.entries.length - 1, to));
    if (place === from || !this.entries[from]) return from;
    const entries = [...this.entries];
    entries.splice(place, 0, ...entries.splice(from, 1));
    this.#step({ ...this.#content, entries });
    return place;
  }

  /**
   * @param {number} at
   * @param {string} text
   */
  note(at, text) {
    const note = text.slice(0, MAX_NOTE);
    if (!this.entries[at] || this.entries[at].note === note) return;
    const entries = this.entries.map((entry, index) => (index === at ? { ...entry, note } : entry));
    this.#step({ ...this.#content, entries });
  }

  /** @param {string} text */
  rename(text) {
    const title = text.slice(0, MAX_TITLE);
    if (title !== this.title) this.#step({ ...this.#content, title });
  }

  clear() {
    if (this.entries.length || this.title) this.#step(EMPTY);
  }

  /**
   * Puts another list in the place of this one, as one step.
   *
   * @param {{ title: string, entries: (CheckedConcept & { note?: string, isKnown?: boolean })[] }} content
   */
  replace({ title, entries }) {
    const unique = new Map(entries.map((entry) => [keyOf(entry), entryOf(entry)]));
    this.#step({
      title: title.slice(0, MAX_TITLE),
      entries: [...unique.values()].slice(0, MAX_ENTRIES),
    });
  }

  undo() {
    const former = this.#past.pop();
    if (!former) return;
    this.#future.push(this.#content);
    this.#show(former);
  }

  redo() {
    const next = this.#future.pop();
    if (!next) return;
    this.#past.push(this.#content);
    this.#show(next);
  }

  /**
   * Takes up a list that was kept, without a step to undo.
   *
   * @param {{ title: string, entries: Entry[] }} content
   */
  restore({ title, entries }) {
    const unique = new Map(entries.map((entry) => [keyOf(entry), entryOf(entry)]));
    this.#show({
      title: title.slice(0, MAX_TITLE),
      entries: [...unique.values()].slice(0, MAX_ENTRIES),
    });
  }

  /** Forgets the list and every step that led to it. */
  forget() {
    this.#past = [];
    this.#future = [];
    this.#show(EMPTY);
  }

  /** @param {Content} content */
  #step(content) {
    this.#past = [...this.#past.slice(1 - MAX_STEPS), this.#content];
    this.#future = [];
    this.#show(content);
  }

  /** @param {Content} content */
  #show(content) {
    this.#content = content;
    this.#keys = new Set(content.entries.map(keyOf));
    this.#onChange();
  }
}
