// What would a search engine's own likeness answer?
//
// Exports Bm25, an index of documents (k1 1.2, b 0.75, as Lucene has them), and its two uses: the words of the title as a
// query, and MoreLikeThis as Lucene documents it, the 25 terms of all names of the concept with most tf-idf as a query of
// any of them, each document being all names of a concept. Words are stemmed by nobody. Held by samples.test.js.

const k1 = 1.2;
const b = 0.75;

/** Lucene's MoreLikeThis.DEFAULT_MAX_QUERY_TERMS. */
const mostTerms = 25;

/** @param {string} text */
export const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export class Bm25 {
  /** @type {Map<string, {documents: number[], counts: number[]}>} */
  #postings = new Map();
  /** @type {string[]} */
  #codes;
  /** @type {number[]} */
  #lengths;

  /** @param {{code: string, text: string}[]} documents */
  constructor(documents) {
    this.#codes = documents.map(({ code }) => code);
    this.#lengths = documents.map(({ text }, document) => {
      const words = wordsOf(text);
      for (const [word, count] of countsOf(words)) {
        const posting = this.#postings.get(word) ?? { documents: [], counts: [] };
        posting.documents.push(document);
        posting.counts.push(count);
        this.#postings.set(word, posting);
      }
      return words.length;
    });
  }

  /** @param {string} word */
  #idf(word) {
    const found = this.#postings.get(word)?.documents.length ?? 0;
    return Math.log(1 + (this.#codes.length - found + 0.5) / (found + 0.5));
  }

  /**
   * Returns the codes of the documents that match `words` best.
   *
   * @param {Iterable<string>} words
   * @param {number} limit
   * @param {string} [without] the code that is left out: what others shall be like
   */
  search(words, limit, without) {
    const mean = this.#lengths.reduce((sum, length) => sum + length, 0) / this.#lengths.length;
    const scores = new Float64Array(this.#codes.length);
    for (const word of new Set(words)) {
      const posting = this.#postings.get(word);
      if (!posting) continue;
      const idf = this.#idf(word);
      posting.documents.forEach((document, at) => {
        const count = posting.counts[at];
        const length = 1 - b + (b * this.#lengths[document]) / mean;
        scores[document] += (idf * count * (k1 + 1)) / (count + k1 * length);
      });
    }
    /** @type {number[]} */
    const best = [];
    scores.forEach((score, document) => {
      if (score <= 0 || this.#codes[document] === without) return;
      if (best.length === limit && score <= scores[best[limit - 1]]) return;
      let place = best.length;
      while (place > 0 && scores[best[place - 1]] < score) place -= 1;
      best.splice(place, 0, document);
      best.length = Math.min(best.length, limit);
    });
    return best.map((document) => this.#codes[document]);
  }

  /**
   * Returns the terms by which MoreLikeThis asks for documents like `text`.
   *
   * @param {string} text
   */
  tellingTerms(text) {
    return [...countsOf(wordsOf(text))]
      .filter(([word]) => this.#postings.has(word))
      .map(([word, count]) => ({ word, weight: count * this.#idf(word) }))
      .sort((one, other) => other.weight - one.weight)
      .slice(0, mostTerms)
      .map(({ word }) => word);
  }
}

/** @param {string[]} words */
function countsOf(words) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
