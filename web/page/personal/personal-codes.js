// Which codes does this person come back to?
//
// Exports PersonalCodes: recents, favourites and how often a code was picked. Nothing is remembered
// until it is switched on, and one call forgets all of it. Held by tests/browser/unit/personal-codes.test.js.

import { plainConcept } from '../../engine/plain-concept.js';
import { keyOf } from '../code-list/code-list.js';

/** @typedef {import('../../engine/contract.d.ts').CheckedConcept} CheckedConcept */

/** Recents are a short way back, favourites a drawer: beyond that a code list is the place. */
const MAX_RECENTS = 12;
const MAX_FAVOURITES = 60;

/** Codes whose picks are counted; the ones picked least make room. */
const MAX_PICKED = 300;

/** One pick may be a slip; a code picked twice is one's own. */
const OWN_FROM = 2;

export class PersonalCodes {
  isOn = false;
  /** @type {CheckedConcept[]} the newest first */
  recents = [];
  /** @type {CheckedConcept[]} */
  favourites = [];
  /** @type {Map<string, number>} times picked, by `system/code` */
  picks = new Map();
  #onChange;

  /** @param {() => void} [onChange] */
  constructor(onChange = () => {}) {
    this.#onChange = onChange;
  }

  /** @param {boolean} isOn switching off forgets what was remembered */
  switch(isOn) {
    if (!isOn) this.forget();
    this.isOn = isOn;
    this.#onChange();
  }

  forget() {
    this.recents = [];
    this.favourites = [];
    this.picks = new Map();
    this.isOn = false;
    this.#onChange();
  }

  /**
   * Is called when a code's page was opened, a code copied or put on a list.
   *
   * @param {CheckedConcept} concept
   */
  pick(concept) {
    if (!this.isOn) return;
    const key = keyOf(concept);
    const others = this.recents.filter((recent) => keyOf(recent) !== key);
    this.recents = [plainConcept(concept), ...others].slice(0, MAX_RECENTS);
    this.picks.set(key, (this.picks.get(key) ?? 0) + 1);
    if (this.picks.size > MAX_PICKED) {
      const [least] = [...this.picks].reduce((best, each) => (each[1] < best[1] ? each : best));
      this.picks.delete(least);
    }
    this.#onChange();
  }

  /** @param {{ system: string, code: string }} concept */
  isFavourite(concept) {
    return this.favourites.some((favourite) => keyOf(favourite) === keyOf(concept));
  }

  /**
   * Returns whether it is a favourite now; the oldest makes room for one too many.
   *
   * @param {CheckedConcept} concept
   */
  toggleFavourite(concept) {
    const isOne = this.isFavourite(concept);
    const others = this.favourites.filter((favourite) => keyOf(favourite) !== keyOf(concept));
    this.favourites = isOne ? others : [...others, plainConcept(concept)].slice(-MAX_FAVOURITES);
    this.#onChange();
    return !isOne;
  }

  /**
   * Returns the person's own codes, favourites and what was picked often, the most picked first.
   *
   * @param {number} limit
   * @returns {{ system: string, code: string, count: number }[]}
   */
  own(limit) {
    if (!this.isOn) return [];
    const counts = new Map([...this.picks].filter(([, count]) => count >= OWN_FROM));
    for (const favourite of this.favourites) {
      const key = keyOf(favourite);
      counts.set(key, Math.max(OWN_FROM, this.picks.get(key) ?? 0));
    }
    return [...counts]
      .sort(([, left], [, right]) => right - left)
      .slice(0, limit)
      .map(([key, count]) => {
        const slash = key.indexOf('/');
        return { system: key.slice(0, slash), code: key.slice(slash + 1), count };
      });
  }

  /** Returns all of it as plain data. */
  toData() {
    const { isOn, recents, favourites } = this;
    return { isOn, recents, favourites, picks: [...this.picks] };
  }

  /**
   * Takes up what toData gave, and from anything else only what has its form.
   *
   * @param {any} data
   */
  fromData(data) {
    this.isOn = data?.isOn === true;
    this.recents = concepts(data?.recents).map(plainConcept).slice(0, MAX_RECENTS);
    this.favourites = concepts(data?.favourites).map(plainConcept).slice(0, MAX_FAVOURITES);
    const picks = Array.isArray(data?.picks) ? data.picks.slice(0, MAX_PICKED) : [];
    this.picks = new Map(
      picks.filter(
        (/** @type {any} */ pick) =>
          Array.isArray(pick) && typeof pick[0] === 'string' && Number.isInteger(pick[1]),
      ),
    );
  }
}

/**
 * Returns the concepts among stored data, whatever it is.
 *
 * @param {unknown} data
 * @returns {(CheckedConcept & { note: string, isKnown: boolean })[]}
 */
export function concepts(data) {
  if (!Array.isArray(data)) return [];
  const isText = (/** @type {unknown} */ value) => typeof value === 'string';
  return data
    .filter((each) => isText(each?.system) && isText(each?.code) && isText(each?.display))
    .map(({ system, code, display, status, billable, note, isKnown }) => ({
      system,
      code,
      display,
      status: status === 'inactive' ? 'inactive' : 'active',
      billable: typeof billable === 'boolean' ? billable : null,
      note: isText(note) ? note : '',
      isKnown: isKnown !== false,
    }));
}
