// What would a catalog look like that has many more concepts, but is otherwise like the one at hand?
//
// Exports learn and generate. From the names of any catalog a model is learnt; from the model, rows of any number:
//
//   names    a walk over the given words: after each word comes what follows it somewhere in the given names, so words,
//            pairs of words and the lengths of names are as frequent as they were
//   rare     where a catalog grows, so do its words: a word that stands once or twice in the given names gets, with the
//   words    growth, ever more variants, made letter by letter from what follows three letters in the given words.
//            There are scale^0.6 of each, which is how vocabularies grow (Heaps' law)
//   codes    the shape of a given code (a letter for a letter, a digit for a digit), never the same twice in a system
//   others   as many other names as a given concept has, made as names are
//
// The same seed gives the same rows. The text is synthesised and means nothing; it is written below build/ and never
// committed. Parents, notes and usage are left out. Held by tests/bench/growth.test.js.

import { hashOf, makeRandom } from './random.js';

/** @typedef {{system: string, code: string, display: string, others: string[]}} Name */

/** How vocabularies grow with their text: Heaps' exponent, 0.4 to 0.6 in English. */
const heaps = 0.6;
/** A word that stands no more often than this is rare, and gets variants. */
const rareCount = 2;
/** Letters that decide the next one of a made word. */
const context = 3;
const longestMadeWord = 24;
/** Most words of a made name; the longest official one has 93. */
const mostWords = 93;
/** Tries for a new code of a shape before it is made longer. */
const mostTries = 20;

const endOfName = 0;
/** What parts words, and what means something in a table's cell. */
const notOfTables = /[\s|"]+/;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** @param {string} code @returns {string} `A99.9` for `K80.5` */
export const shapeOf = (code) => code.replace(/[A-Za-z]/g, 'A').replace(/[0-9]/g, '9');

/**
 * @typedef {object} Model
 * @property {string[]} words each word once; the first is the end of a name
 * @property {Uint32Array} stream all names as word numbers, 0 between them
 * @property {Uint32Array} starts where the places of each word begin in `places`
 * @property {Uint32Array} places where each word stands in the stream
 * @property {Map<string, string>} following what follows three letters, in the given words
 * @property {{system: string, shape: string, others: number}[]} concepts
 */

/**
 * Learns from given names how names and codes are made.
 *
 * @param {Name[]} names
 * @returns {Model}
 */
export function learn(names) {
  /** @type {Map<string, number>} */
  const numbers = new Map([['', endOfName]]);
  /** @type {number[]} */
  const stream = [endOfName];
  const add = (/** @type {string} */ text) => {
    const named = text.split(notOfTables).filter(Boolean);
    if (named.length === 0) return;
    for (const word of named) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      stream.push(number);
    }
    stream.push(endOfName);
  };
  for (const { display, others } of names) [display, ...others].forEach(add);

  const words = [...numbers.keys()];
  const starts = new Uint32Array(words.length + 1);
  for (const number of stream) starts[number + 1] += 1;
  for (let at = 0; at < words.length; at += 1) starts[at + 1] += starts[at];
  const places = new Uint32Array(stream.length);
  const next = starts.slice();
  stream.forEach((number, at) => (places[next[number]++] = at));

  const concepts = names.map(({ system, code, others }) => ({
    system,
    shape: shapeOf(code),
    others: others.length,
  }));
  return { words, stream: Uint32Array.from(stream), starts, places, following: lettersAfter(words), concepts };
}

/** @param {string[]} words @returns {Map<string, string>} */
function lettersAfter(words) {
  /** @type {Map<string, string[]>} */
  const seen = new Map();
  for (const word of words) {
    if (!/^[a-z]{5,}$/.test(word)) continue;
    const padded = `${'^'.repeat(context)}${word}$`;
    for (let at = context; at < padded.length; at += 1) {
      const before = padded.slice(at - context, at);
      const list = seen.get(before);
      if (list) list.push(padded[at]);
      else seen.set(before, [padded[at]]);
    }
  }
  return new Map([...seen].map(([before, after]) => [before, after.join('')]));
}

/** @param {Model} model @param {number} seed @returns {string} a word that reads like the given ones */
function makeWord({ following }, seed) {
  const dice = makeRandom(seed);
  let text = '^'.repeat(context);
  while (text.length < longestMadeWord + context) {
    const after = following.get(text.slice(-context));
    const letter = after ? after[dice(after.length)] : '$';
    if (letter === '$') break;
    text += letter;
  }
  return text.slice(context);
}

/** @param {Model} model @param {number} scale how many times larger than the given catalog */
function makeNamer(model, scale) {
  const { words, stream, starts, places } = model;
  const variants = Math.max(1, Math.round(scale ** heaps));
  /** @type {Map<string, string>} */
  const made = new Map();
  /** @param {number} number @param {(sides: number) => number} dice */
  const spelled = (number, dice) => {
    const word = words[number];
    const isRare = starts[number + 1] - starts[number] <= rareCount;
    const variant = isRare ? dice(variants) : 0;
    if (variant === 0 || !/^[A-Za-z]{4,}/.test(word)) return word;
    const key = `${word} ${variant}`;
    const known = made.get(key) ?? (makeWord(model, hashOf(key)) || word);
    made.set(key, known);
    return known;
  };
  /** @param {(sides: number) => number} dice */
  return (dice) => {
    /** @type {string[]} */
    const name = [];
    let at = places[starts[endOfName] + dice(starts[endOfName + 1] - starts[endOfName] - 1)];
    while (name.length < mostWords) {
      const number = stream[at + 1];
      if (number === endOfName) break;
      name.push(spelled(number, dice));
      at = places[starts[number] + dice(starts[number + 1] - starts[number])];
    }
    return name.join(' ');
  };
}

/** @param {(sides: number) => number} dice */
function makeCoder(dice) {
  /** @type {Map<string, Set<string>>} */
  const taken = new Map();
  const filled = (/** @type {string} */ shape) =>
    shape.replace(/[A9]/g, (kind) => (kind === 'A' ? letters[dice(letters.length)] : String(dice(10))));
  /** @param {string} system @param {string} shape */
  return (system, shape) => {
    const used = taken.get(system) ?? new Set();
    taken.set(system, used);
    let code = filled(shape);
    for (let tries = 1; used.has(code); tries += 1) {
      code = filled(tries % mostTries === 0 ? (shape += '9') : shape);
    }
    used.add(code);
    return code;
  };
}

/**
 * Makes the rows of a table (core/sources/FORMATS.md) of `count` concepts, a header row first.
 *
 * @param {Model} model
 * @param {{count: number, seed?: number}} options
 * @returns {Generator<string>} lines without their ends
 */
export function* generate(model, { count, seed = 1 }) {
  const dice = makeRandom(hashOf(`names ${seed} ${count}`));
  const name = makeNamer(model, count / model.concepts.length);
  const coded = makeCoder(makeRandom(hashOf(`codes ${seed} ${count}`)));
  yield ['system', 'code', 'display', 'billing', 'synonym'].join('\t');
  for (let row = 0; row < count; row += 1) {
    const { system, shape, others } = model.concepts[dice(model.concepts.length)];
    const synonyms = Array.from({ length: others }, () => name(dice));
    const cells = [`made-${system}`, coded(system, shape), name(dice), 'billable', synonyms.join(' | ')];
    yield cells.join('\t');
  }
}
