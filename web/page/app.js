// What is the page's state, and what changes it?
//
// Exports App: the route, the search, the opened concept, the messages to the person. Every change
// ends in draw(); the views are pure functions of the app.
// Held by tests/browser/keyboard-search-opens-a-concept.test.js and its neighbours.

import { render } from 'lit';
import { SearchSession } from '../engine/search-session.js';
import { bindDrop } from './own-codes/drop-files.js';
import { showOtherValues } from './axes-visit.js';
import { enterBrowse } from './browse-visit.js';
import { enterComparison } from './compare-model.js';
import { loadConcept } from './concept-model.js';
import { copyText } from './clipboard.js';
import { focusHit, focusSearch, showSection } from './focus.js';
import { drawLayout } from './layout.js';
import { bindKeys } from './page-keys.js';
import { pageTitle } from './page-title.js';
import { formatRoute, parseRoute } from './route.js';
import { Work } from './work.js';

/** @typedef {import('../engine/client.js').EngineClient} EngineClient */
/** @typedef {import('../engine/contract.d.ts').CatalogInfo} CatalogInfo */
/** @typedef {import('../engine/contract.d.ts').Progress} Progress */
/** @typedef {import('../engine/failure.js').Failure} Failure */
/** @typedef {import('../strings/messages.js').Messages} Messages */
/** @typedef {import('./concept-model.js').ConceptModel} ConceptModel */
/** @typedef {{ text: string, actions?: { label: string, run: () => void }[] }} Notice */
/** @typedef {'help' | 'shortcuts' | 'personal'} DialogName */

/** Hits asked for at once: a screenful or two. */
const HITS_PER_ANSWER = 40;

/** How long a passing message stays, in milliseconds. */
const NOTICE_TIME = 4000;

export class App {
  /** @type {CatalogInfo | null} */ info = null;
  /** @type {Progress | null} */ progress = { loaded: 0, total: 0 };
  /** @type {Failure | null} */ failure = null;
  /** Whether the failure is an engine that ran and is not started again by itself. */
  isStopped = false;
  /** @type {import('./route.js').Route} */ route = parseRoute(location.hash);
  /** What stands in the search box, also while a concept is shown. */
  query = '';
  /** @type {string[]} */ systems = [];
  /** Queries that every answer must meet, such as `is:billable`. @type {string[]} */ filters = [];
  /** Whether each hit shows the sum behind its place. */
  isExplained = false;
  /** @type {SearchSession | null} */ session = null;
  /** @type {ConceptModel | null} */ concept = null;
  /** @type {import('./browse-visit.js').Tree | null} */ tree = null;
  /** @type {import('./compare-model.js').Comparison | null} */ comparison = null;
  /** @type {Notice | null} */ notice = null;
  /** @type {DialogName | null} */ dialog = null;
  /** @type {{ code: string, position: number, hits: import('../engine/contract.d.ts').Hit[] } | null} */
  otherValues = null;
  /** Names of lists that the person has opened wholly. */
  expanded = new Set();

  #root;
  #open;
  /** @type {EngineClient | null} */ #client = null;
  /** Scroll position by address, for going back. @type {Map<string, number>} */ #scrolled =
    new Map();
  #address = location.hash;
  #noticeTimer = 0;
  /** @type {(info: CatalogInfo) => void} */ #tellOpened = () => {};
  /** Is fulfilled when the catalog is open. */
  opened = new Promise((resolve) => {
    this.#tellOpened = resolve;
  });

  /**
   * @param {HTMLElement} root
   * @param {Messages} messages
   * @param {() => EngineClient} open
   * @param {import('./own-codes/own-sets.js').LoadBuilder} loadBuilder
   */
  constructor(root, messages, open, loadBuilder) {
    this.loadBuilder = loadBuilder;
    this.#root = root;
    this.messages = messages;
    this.#open = open;
    this.work = new Work(this);
  }

  /** Is null until connect was called. */
  get client() {
    return this.#client;
  }

  start() {
    const { language, direction } = this.messages;
    Object.assign(document.documentElement, { lang: language, dir: direction });
    history.scrollRestoration = 'manual';
    addEventListener('hashchange', () => this.#enter());
    bindKeys(this);
    bindDrop(this);
    this.#root.replaceChildren();
    this.connect();
    void this.work.sets.restore();
    this.#enter();
    if (this.route.view === 'search') this.focusSearch();
  }

  /** Opens the catalog, at the start and when the person tries again. */
  connect() {
    const client = this.#open();
    this.#client = client;
    this.failure = null;
    this.isStopped = false;
    this.progress = { loaded: 0, total: 0 };
    this.session = new SearchSession(client, () => this.draw());
    client.addEventListener('progress', (event) => {
      this.progress = /** @type {CustomEvent<Progress>} */ (event).detail;
      this.draw();
    });
    client.addEventListener('arrived', () => this.#onArrived());
    client.addEventListener('systems', (event) => {
      this.info = /** @type {CustomEvent<CatalogInfo>} */ (event).detail;
      if (this.route.view === 'search' || this.route.view === 'concept') this.#enter();
      else this.draw();
    });
    client.addEventListener('restart', () => this.tell(this.messages.text('restart')));
    client.addEventListener('stopped', (event) => {
      this.isStopped = this.info !== null;
      this.#fail(/** @type {CustomEvent<Failure>} */ (event).detail);
    });
    client.ready.then(
      (info) => {
        this.info = info;
        this.progress = null;
        document.documentElement.dataset.ready = 'true';
        this.#tellOpened(info);
        this.#enter();
      },
      (failure) => this.#fail(failure),
    );
    this.draw();
  }

  /** Goes on with what waited for the first code systems. */
  #onArrived() {
    this.#ask();
    if (this.route.view === 'concept' && !this.concept) this.#enter();
    else this.draw();
  }

  /** Is true from when the first code systems can be asked. */
  get isAnswering() {
    return Boolean(this.info ?? this.#client?.arrived);
  }

  draw() {
    document.title = pageTitle(this);
    render(drawLayout(this), this.#root);
  }

  /** @param {string} query */
  search(query) {
    this.query = query;
    this.#replaceSearch();
  }

  /** @param {string} system */
  toggleSystem(system) {
    const isOn = this.systems.includes(system);
    this.systems = isOn ? this.systems.filter((id) => id !== system) : [...this.systems, system];
    this.#replaceSearch();
  }

  /** @param {string} filter */
  toggleFilter(filter) {
    const isOn = this.filters.includes(filter);
    this.filters = isOn ? this.filters.filter((on) => on !== filter) : [...this.filters, filter];
    this.#replaceSearch();
  }

  /** @param {string} filter of a chapter, empty for all */
  chooseChapter(filter) {
    const others = this.filters.filter((on) => !on.startsWith('chapter:'));
    this.filters = filter ? [...others, filter] : others;
    this.#replaceSearch();
  }

  toggleExplained() {
    this.isExplained = !this.isExplained;
    this.#ask();
    this.draw();
  }

  showAllSystems() {
    this.systems = [];
    this.#replaceSearch();
  }

  /** @param {import('./route.js').Route} route */
  go(route) {
    location.hash = formatRoute(route);
  }

  /** Leaves the concept for the results it was opened from, with focus where it was. */
  backToResults() {
    const { query, systems, filters } = this;
    this.go({ view: 'search', query, systems, filters });
  }

  more() {
    void this.session?.more().catch((failure) => this.#tellFailure(failure));
  }

  /** @param {string} name */
  toggleExpanded(name) {
    if (!this.expanded.delete(name)) this.expanded.add(name);
    this.draw();
  }

  /**
   * @param {ConceptModel} model
   * @param {number} position
   */
  async showOtherValues(model, position) {
    if (this.#client) await showOtherValues(this, this.#client, model, position);
  }

  /** @param {DialogName | null} dialog */
  openDialog(dialog) {
    this.dialog = dialog;
    this.work.spoken = '';
    this.draw();
    if (dialog) /** @type {HTMLDialogElement} */ (document.querySelector('dialog')).showModal();
  }

  /** Puts the caret behind what is in the box, so that typing goes on. */
  focusSearch = focusSearch;

  /**
   * @param {string} text
   * @param {string} [told] what is said when it was copied
   */
  async copy(text, told) {
    const isCopied = await copyText(text);
    const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    const done = told ?? this.messages.text('copied', { text: short });
    this.tell(isCopied ? done : this.messages.text('copy.failed'));
  }

  /**
   * Shows a message; one without actions passes by itself.
   *
   * @param {string} text
   * @param {Notice['actions']} [actions]
   */
  tell(text, actions) {
    clearTimeout(this.#noticeTimer);
    this.notice = { text, actions };
    if (!actions) this.#noticeTimer = window.setTimeout(() => this.dismiss(), NOTICE_TIME);
    this.draw();
  }

  dismiss() {
    this.notice = null;
    this.draw();
  }

  /** @param {string} id */
  systemTitle(id) {
    const { systems = [] } = this.info ?? this.#client?.arrived ?? {};
    return systems.find(({ id: known }) => known === id)?.title ?? id;
  }

  #replaceSearch() {
    const { query, systems, filters } = this;
    this.replaceRoute({ view: 'search', query, systems, filters });
    this.#ask();
    this.draw();
  }

  /**
   * Makes the address say where the person is now, without a step of its own for going back.
   *
   * @param {import('./route.js').Route} route
   */
  replaceRoute(route) {
    this.route = route;
    this.#address = formatRoute(route);
    history.replaceState(history.state, '', this.#address);
  }

  #ask() {
    if (!this.isAnswering) return;
    const { query: text, systems, filters, isExplained } = this;
    const filter = filters.join(' ');
    this.session
      ?.ask({ text, filter, systems: [...systems], limit: HITS_PER_ANSWER, isExplained })
      .catch((failure) => this.#tellFailure(failure));
    if (this.#client) void this.work.own.ask(this.#client, text, systems, () => this.draw());
  }

  /** Follows the address: a link, back, forward, or the first one. */
  #enter() {
    const cameFrom = this.route;
    if (location.hash !== this.#address) this.#scrolled.set(this.#address, scrollY);
    this.#address = location.hash;
    this.route = parseRoute(location.hash);
    if (this.route.view === 'concept') {
      void this.#enterConcept(this.route, cameFrom);
    } else if (this.route.view !== 'search') {
      this.concept = null;
      const { route } = this;
      if (route.view === 'browse' || route.view === 'compare') void this.#enterOther(route);
      else this.work.enter(route, cameFrom);
    } else {
      this.concept = null;
      this.query = this.route.query;
      this.systems = this.route.systems;
      this.filters = this.route.filters ?? [];
      this.#ask();
      this.draw();
      this.#returnTo(cameFrom);
    }
  }

  /** @param {import('./route.js').BrowseRoute | import('./route.js').CompareRoute} route */
  async #enterOther(route) {
    this.concept = null;
    this.draw();
    if (!this.info || !this.#client) return;
    try {
      if (route.view === 'browse') await enterBrowse(this, this.#client, route);
      else await enterComparison(this, this.#client, route);
    } catch (failure) {
      this.#fail(/** @type {Failure} */ (failure));
    }
  }

  /**
   * Puts the person back where they were in the results: at the hit that they had opened.
   *
   * @param {import('./route.js').Route} cameFrom
   */
  #returnTo(cameFrom) {
    scrollTo(0, this.#scrolled.get(this.#address) ?? 0);
    if (cameFrom.view === 'concept') focusHit(formatRoute(cameFrom));
  }

  /**
   * @param {import('./route.js').ConceptRoute} route
   * @param {import('./route.js').Route} cameFrom
   */
  async #enterConcept(route, cameFrom) {
    const { system, code, section } = route;
    const isSame =
      this.concept &&
      cameFrom.view === 'concept' &&
      cameFrom.system === system &&
      cameFrom.code === code;
    if (!isSame) {
      this.concept = null;
      this.expanded.clear();
      this.draw();
      if (!this.isAnswering || !this.#client) return;
      try {
        const onChange = () => this.route === route && this.draw();
        this.concept = await loadConcept(this.#client, route, onChange);
      } catch (failure) {
        this.#fail(/** @type {Failure} */ (failure));
        return;
      }
      if (this.route !== route) return;
      if (this.concept.shown.found) this.work.personal.pick(this.concept.shown);
      this.draw();
      if (!section) scrollTo(0, this.#scrolled.get(location.hash) ?? 0);
      document.getElementById('concept-title')?.focus({ preventScroll: true });
      await this.concept.isComplete;
    }
    this.draw();
    if (section) showSection(section);
  }

  /**
   * Tells that one search failed; the catalog stays open.
   *
   * @param {Failure} failure
   */
  #tellFailure({ code, message, advice }) {
    if (this.failure) return;
    if (code === 'gave-up') return this.tell(this.messages.text('search.gaveUp'));
    this.tell(`${this.messages.text('search.failed')} ${message} ${advice}`);
  }

  /** @param {Failure} failure */
  #fail(failure) {
    this.failure = failure;
    this.progress = null;
    this.draw();
  }
}
