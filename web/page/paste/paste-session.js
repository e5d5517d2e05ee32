// What is being checked of a pasted list, and how far is it?
//
// Exports PasteSession: text, verdicts as they arrive, the filter and page of the table, choices the person made.
// Held by tests/browser/paste-a-list.test.js.

import { checkAll } from '../../engine/check-lines.js';
import { listItems } from '../../engine/line-text.js';
import { readFileText } from '../code-list/list-import.js';
import { Refusal } from '../code-list/refusal.js';
import { saveFile } from '../save-file.js';
import { checkedCsv } from './checked-csv.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../../engine/contract.d.ts').CheckedConcept} CheckedConcept */
/** @typedef {import('../../engine/contract.d.ts').CheckedLine} CheckedLine */
/** @typedef {{ number: number, text: string, checked: CheckedLine, chosen: CheckedConcept | null }} Row */
/** @typedef {CheckedLine['verdict'] | 'all' | 'misnamed'} Filter */

/** Lines checked at once: a year of a ward's codes, some ten seconds. */
export const MAX_LINES = 10_000;

/** Rows drawn at once: more would make every key slower. */
export const ROWS_SHOWN = 100;

/** The page is drawn this often while lines are checked, in milliseconds: painting a long text takes some. */
const DRAW_EVERY = 250;

/** Progress is spoken at these shares, not at every slice. */
const SPOKEN_SHARES = [0.25, 0.5, 0.75];

/** @param {Row} row */
export const conceptOf = ({ checked, chosen }) => chosen ?? checked.concept;

/**
 * Returns whether a row ends in a code that may be used as it is.
 *
 * @param {Row} row
 */
export const isSettled = ({ checked, chosen }) =>
  chosen !== null || checked.verdict === 'valid' || checked.verdict === 'exact';

export class PasteSession {
  text = '';
  /** Lines and codes in `text`. */
  count = 0;
  system = '';
  /** @type {Row[]} */
  rows = [];
  total = 0;
  isRunning = false;
  /** @type {Filter} */
  filter = 'all';
  page = 0;
  /** @type {{ key: string, holes: Record<string, string | number> } | null} */
  problem = null;

  #app;
  #stop = new AbortController();
  #drawnAt = 0;

  /** @param {App} app */
  constructor(app) {
    this.#app = app;
  }

  /** @param {string} text */
  write(text) {
    this.text = text;
    this.count = listItems(text).length;
    this.problem = null;
    this.#app.draw();
  }

  /** @param {File} file */
  async openFile(file) {
    try {
      this.write(await readFileText(file));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#refuse(`import.${error.key}`, { file: file.name, ...error.holes });
    }
    document.getElementById('paste-text')?.focus();
  }

  async start() {
    const items = listItems(this.text);
    if (items.length === 0) return this.#refuse('paste.empty');
    if (items.length > MAX_LINES) {
      return this.#refuse('paste.tooMany', { count: items.length, limit: MAX_LINES });
    }
    const { client, messages, work } = this.#app;
    if (!client) return undefined;
    this.stop();
    this.#stop = new AbortController();
    Object.assign(this, { rows: [], total: items.length, isRunning: true, filter: 'all', page: 0 });
    this.problem = null;
    work.say(messages.text('paste.started', { count: items.length }));
    const { signal } = this.#stop;
    /** @param {CheckedLine[]} checked */
    const onProgress = (checked) => this.#take(items, checked);
    const options = { systems: this.system ? [this.system] : [], signal, onProgress };
    const lines = items.map(({ text }) => text);
    try {
      await checkAll(client, lines, options);
      if (!signal.aborted) this.#end('paste.done');
    } catch (failure) {
      const { message, advice } = /** @type {import('../../engine/failure.js').Failure} */ (
        failure
      );
      this.#refuse('paste.failed', { message, advice });
      this.#end('');
    }
    return undefined;
  }

  /** Ends the check; what was checked stays. */
  stop() {
    if (!this.isRunning) return;
    this.#stop.abort();
    this.#end('paste.stopped');
  }

  /** @param {Filter} filter */
  show(filter) {
    Object.assign(this, { filter, page: 0 });
    const { messages, work } = this.#app;
    work.say(messages.text('paste.shown', { count: this.filtered.length }));
  }

  /** @param {number} page */
  turn(page) {
    this.page = page;
    this.#app.draw();
    document.getElementById('paste-results')?.focus();
    document.getElementById('paste-results')?.scrollIntoView();
  }

  /**
   * Takes one of the codes offered on a row, or takes that back.
   *
   * @param {Row} row
   * @param {CheckedConcept | null} concept
   */
  choose(row, concept) {
    row.chosen = concept;
    const { messages, work } = this.#app;
    const key = concept ? 'paste.chosen' : 'paste.unchosen';
    work.say(messages.text(key, { line: row.number, code: concept?.code ?? '' }));
    const id = `row-${this.rows.indexOf(row)}`;
    /** @type {HTMLElement | null} */ (document.querySelector(`#${id} button`))?.focus();
  }

  get filtered() {
    return this.rows.filter(({ checked }) => matches(checked, this.filter));
  }

  /** Returns how many rows each filter has, those with none left out. */
  get counts() {
    /** @type {Map<Filter, number>} */
    const counts = new Map([['all', this.rows.length]]);
    for (const { checked } of this.rows) {
      counts.set(checked.verdict, (counts.get(checked.verdict) ?? 0) + 1);
      if (checked.isMisnamed) counts.set('misnamed', (counts.get('misnamed') ?? 0) + 1);
    }
    return counts;
  }

  /** Returns the concepts that may be used as they are. */
  get settled() {
    return this.rows.filter(isSettled).map((row) => /** @type {CheckedConcept} */ (conceptOf(row)));
  }

  saveCsv() {
    const { messages } = this.#app;
    saveFile(`${messages.text('paste.file')}.csv`, 'text/csv', checkedCsv(this.filtered, messages));
  }

  addToList() {
    const { messages, work } = this.#app;
    const { added, present, refused } = work.list.add(this.settled);
    const told = messages.text('import.added', { count: added });
    const rest = present ? ` ${messages.text('import.present', { count: present })}` : '';
    const more = refused ? ` ${messages.text('import.refused', { count: refused })}` : '';
    this.#app.tell(told + rest + more);
  }

  /**
   * @param {{ number: number, text: string }[]} items
   * @param {CheckedLine[]} checked
   */
  #take(items, checked) {
    const before = this.rows.length / this.total;
    for (let at = this.rows.length; at < checked.length; at += 1) {
      this.rows.push({ ...items[at], checked: checked[at], chosen: null });
    }
    const share = checked.length / this.total;
    const passed = SPOKEN_SHARES.find((each) => before < each && share >= each);
    const { messages, work } = this.#app;
    if (passed && this.total > 1000) {
      work.say(messages.text('paste.progress', { done: checked.length, total: this.total }));
    } else if (performance.now() - this.#drawnAt > DRAW_EVERY) this.#app.draw();
    else return;
    this.#drawnAt = performance.now();
  }

  /** @param {string} key */
  #end(key) {
    this.isRunning = false;
    if (!key) return this.#app.draw();
    const { messages, work } = this.#app;
    return work.say(messages.text(key, { count: this.rows.length, settled: this.settled.length }));
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [holes]
   */
  #refuse(key, holes = {}) {
    this.problem = { key, holes };
    this.#app.draw();
    document.getElementById('paste-text')?.focus();
  }
}

/**
 * @param {CheckedLine} checked
 * @param {Filter} filter
 */
function matches(checked, filter) {
  if (filter === 'all') return true;
  return filter === 'misnamed' ? checked.isMisnamed : checked.verdict === filter;
}
