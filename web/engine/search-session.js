// What has been asked in one search box, and what is its answer so far?
//
// Exports SearchSession, used by the element and by the page. Answers to older questions are
// dropped, further hits are appended. Held by tests/browser/unit/search-session.test.js.

/** @typedef {import('./client.js').EngineClient} EngineClient */
/** @typedef {import('./contract.d.ts').SearchResponse} SearchResponse */
/** @typedef {{ text: string, filter?: string, systems?: string[], limit: number, isExplained?: boolean }} Question */

/** Distinguishes the search boxes of a page: the last query of each channel wins. */
let lastChannel = 0;

export class SearchSession {
  /** @type {SearchResponse | null} */
  response = null;
  /** @type {string} text that `response` answers */
  answered = '';

  #client;
  #onChange;
  #channel = ++lastChannel;
  /** @type {Question | null} */
  #question = null;

  /**
   * @param {Pick<EngineClient, 'search'>} client
   * @param {() => void} onChange called after every answer
   */
  constructor(client, onChange) {
    this.#client = client;
    this.#onChange = onChange;
  }

  /** Is true when the answer belongs to what was asked last. */
  get isCurrent() {
    return this.#question !== null && this.answered === this.#question.text;
  }

  get hasMore() {
    return this.response !== null && this.response.hits.length < this.response.total;
  }

  /**
   * Asks; an empty text has no answer and clears the former one.
   *
   * @param {Question} question
   */
  async ask(question) {
    this.#question = question;
    if (question.text.trim() === '') {
      this.#take(question.text, null);
      return;
    }
    const response = await this.#search(question, 0);
    if (response && this.#question === question) this.#take(question.text, response);
  }

  /** Asks anew what was answered in part only, once all systems are there. */
  async complete() {
    if (this.#question && this.response?.isPartial) await this.ask(this.#question);
  }

  /** Appends the next hits. */
  async more() {
    const question = this.#question;
    const shown = this.response;
    if (!question || !shown || !this.hasMore) return;
    const next = await this.#search(question, shown.hits.length);
    if (!next || this.#question !== question) return;
    this.#take(question.text, { ...shown, hits: [...shown.hits, ...next.hits] });
  }

  /**
   * @param {Question} question
   * @param {number} offset
   */
  #search({ text, filter, systems, limit, isExplained }, offset) {
    const options = {
      limit,
      offset,
      isTyping: true,
      ...(systems?.length ? { systems } : {}),
      ...(filter ? { filter } : {}),
      ...(isExplained ? { isExplained } : {}),
    };
    return this.#client.search(text, options, this.#channel);
  }

  /**
   * @param {string} text
   * @param {SearchResponse | null} response
   */
  #take(text, response) {
    this.answered = text;
    this.response = response;
    this.#onChange();
  }
}
