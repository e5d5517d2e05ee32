// What is one line of a pasted list worth: does its code exist, and if not, what was meant?
//
// Exports LineChecker. A line is read as a code first, then as words:
//
//   E11.9                 valid       one active code that may be used as it is
//   100                   ambiguous   active in several code systems: MS-DRG 100, CVX 100
//   E11                   header      exists, and is not billable: `others` are codes below it
//   J2995                 inactive    exists, and was retired: `others` are active ones named alike
//   E1I.9                 unknown     no such code: `others` are the nearest
//   Pneumonia             exact       words that are a name of `concept`
//   sugar disease         similar     words that no code is called; `concept` is the best hit
//   qwerty                none        nothing is like it
//
// Held by tests/browser/unit/check-line.test.js and tests/wasm/check-lines.test.js.

import { LineReader, looksLikeCode, plainWords } from './line-text.js';
import { compactCode, nearestCodes } from './nearest-code.js';
import { plainConcept } from './plain-concept.js';

/** @typedef {import('./contract.d.ts').CheckedConcept} CheckedConcept */
/** @typedef {import('./contract.d.ts').CheckedLine} CheckedLine */
/** @typedef {import('./contract.d.ts').Engine} Engine */
/** @typedef {import('./contract.d.ts').Hit} Hit */

/** Other codes offered on a line. */
const MAX_OTHERS = 6;

/** Hits among which the same code of other systems is looked for. */
const HITS_READ = 20;

/** Headers whose codes are remembered: a list repeats itself. */
const MAX_REMEMBERED = 500;

/** @param {string} text */
const folded = (text) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{Mark}+/gu, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

/** Up to here letters and digits may as well be a word: B12, T4. */
const SHORT_CODE = 3;

/** @param {CheckedConcept} concept */
const isUsable = ({ status, billable }) => status === 'active' && billable !== false;

/** @param {string} text */
const longWords = (text) => new Set(folded(text).match(/\p{Letter}{4,}/gu) ?? []);

/**
 * Returns whether a name has more than half of the long words of another: `Injection` alone is no likeness.
 *
 * @param {string} display
 * @param {string} other
 */
function isAlike(display, other) {
  const words = longWords(display);
  const shared = [...longWords(other)].filter((word) => words.has(word)).length;
  return shared * 2 > words.size;
}

export class LineChecker {
  #engine;
  #reader;
  /** @type {Map<string, CheckedConcept[]>} billable codes by header */
  #below = new Map();

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
    this.#reader = new LineReader(engine.info());
  }

  /**
   * @param {string} line
   * @param {string[]} [systems] ids to look in, empty for all
   * @returns {CheckedLine}
   */
  check(line, systems = []) {
    const { system, code, words } = this.#reader.read(line);
    const where = system ? [system] : systems;
    if (code) {
      const found = this.#codes(code, where);
      if (found.length) return this.#judged(found, words);
      if (looksLikeCode(code) && code.length > SHORT_CODE) return this.#unknown(code, words, where);
    }
    const named = this.#named(plainWords(`${code} ${words}`), where);
    if (words || named.verdict === 'exact' || !looksLikeCode(code, true)) return named;
    const unknown = this.#unknown(code, words, where);
    return unknown.others.length ? unknown : named;
  }

  /**
   * @param {string} text
   * @param {string[]} systems
   * @param {number} limit
   */
  #search(text, systems, limit) {
    const options = { limit, isTyping: false, ...(systems.length ? { systems } : {}) };
    return this.#engine.search(text, options).hits;
  }

  /**
   * Returns the concepts of a code: as it is spelled, else in any spelling; the active ones first.
   *
   * @param {string} code
   * @param {string[]} systems
   */
  #codes(code, systems) {
    const compact = compactCode(code);
    const asked = plainWords(code);
    const hits = asked ? this.#search(asked, systems, HITS_READ) : [];
    const found = hits.filter((hit) => compactCode(hit.code) === compact);
    if (found.length === 0 && systems.length <= 1 && /[^\w.-]/.test(code)) {
      const shown = this.#engine.show(systems[0] ?? 'ucum', code);
      if (shown.found) return [plainConcept(/** @type {any} */ (shown))];
    }
    const spelled = found.filter((hit) => hit.code.toUpperCase() === code.toUpperCase());
    const isActive = (/** @type {Hit} */ { status }) => status === 'active';
    const chosen = spelled.some(isActive) || !found.some(isActive) ? spelled : [];
    return (chosen.length ? chosen : found)
      .sort((left, right) => Number(isActive(right)) - Number(isActive(left)))
      .map(plainConcept);
  }

  /**
   * @param {CheckedConcept[]} found at least one, active first
   * @param {string} words what stands beside the code
   * @returns {CheckedLine}
   */
  #judged(found, words) {
    const active = found.filter(({ status }) => status === 'active');
    const [concept] = found;
    if (active.length > 1) return line('ambiguous', null, active);
    const isMisnamed = words !== '' && !this.#isCalled(concept, words);
    return { ...this.#stateOf(concept, 'valid'), isMisnamed };
  }

  /**
   * @param {CheckedConcept} concept
   * @param {'valid' | 'exact'} otherwise verdict when nothing is wrong with it
   */
  #stateOf(concept, otherwise) {
    if (concept.status === 'inactive') return line('inactive', concept, this.#active(concept));
    if (concept.billable === false) return line('header', concept, this.#billableBelow(concept));
    return line(otherwise, concept, []);
  }

  /**
   * Returns whether the code is among the answers for these words.
   *
   * @param {CheckedConcept} concept
   * @param {string} words
   */
  #isCalled({ system, code, display }, words) {
    if (folded(display) === folded(words)) return true;
    const asked = plainWords(words);
    return (
      !/\p{Letter}{3}/u.test(asked) ||
      this.#search(asked, [system], HITS_READ).some((hit) => hit.code === code)
    );
  }

  /** @param {CheckedConcept} concept */
  #active({ system, code, display }) {
    return this.#search(plainWords(display), [system], HITS_READ)
      .map(plainConcept)
      .filter((hit) => isUsable(hit) && hit.code !== code && isAlike(display, hit.display))
      .slice(0, MAX_OTHERS);
  }

  /** @param {CheckedConcept} header */
  #billableBelow({ system, code }) {
    const key = `${system}/${code}`;
    const known = this.#below.get(key);
    if (known) return known;
    const byCode = this.#search(`code:"${code}*"`, [system], HITS_READ).map(plainConcept);
    const usable = byCode.filter(isUsable);
    const found = usable.length
      ? usable
      : this.#search(`under:"${key}" is:billable`, [system], MAX_OTHERS).map(plainConcept);
    if (this.#below.size >= MAX_REMEMBERED) this.#below.clear();
    this.#below.set(key, found.slice(0, MAX_OTHERS));
    return found.slice(0, MAX_OTHERS);
  }

  /**
   * @param {string} code
   * @param {string} words
   * @param {string[]} systems
   * @returns {CheckedLine}
   */
  #unknown(code, words, systems) {
    const elsewhere = systems.length ? this.#codes(code, []) : [];
    const near = [...elsewhere, ...nearestCodes(this.#engine, code, systems).map(plainConcept)];
    if (near.length || !words) return line('unknown', null, near);
    return line('unknown', null, this.#named(plainWords(words), systems).others);
  }

  /**
   * @param {string} words
   * @param {string[]} systems
   * @returns {CheckedLine}
   */
  #named(words, systems) {
    const hits = words ? this.#search(words, systems, MAX_OTHERS) : [];
    if (hits.length === 0) return line('none', null, []);
    const wanted = folded(words);
    const isName = (/** @type {Hit} */ { display, matched }) =>
      folded(display) === wanted || (matched !== null && folded(matched.text) === wanted);
    const exact = hits.find(isName);
    const best = exact ?? hits[0];
    const others = hits.filter((hit) => hit !== best).map(plainConcept);
    const matched = best.matched?.text ?? '';
    if (!exact) return { ...line('similar', plainConcept(best), others), matched };
    const judged = this.#stateOf(plainConcept(best), 'exact');
    return { ...judged, others: judged.others.length ? judged.others : others, matched };
  }
}

/**
 * @param {CheckedLine['verdict']} verdict
 * @param {CheckedConcept | null} concept
 * @param {CheckedConcept[]} others
 * @returns {CheckedLine}
 */
function line(verdict, concept, others) {
  return { verdict, concept, others: others.slice(0, MAX_OTHERS), matched: '', isMisnamed: false };
}
