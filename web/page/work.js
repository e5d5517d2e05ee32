// What does a person collect, check and keep while working with codes?
//
// Exports Work: the code list, the checked list, one's own codes, and what of it is kept on this device. It tells
// every change: in a message that is seen, or in one that is only spoken.
// Held by tests/browser/code-list.test.js and its neighbours.

import { CodeList } from './code-list/code-list.js';
import { ListSession } from './code-list/list-session.js';
import { formatted } from './copy-formats.js';
import { closeMenuOutside } from './menu-view.js';
import { OwnSets } from './own-codes/own-sets.js';
import { PasteSession } from './paste/paste-session.js';
import { DeviceStorage, siteAllowsStorage } from './personal/device-storage.js';
import { OwnHits } from './personal/own-hits.js';
import { concepts, PersonalCodes } from './personal/personal-codes.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('../engine/contract.d.ts').CheckedConcept} CheckedConcept */

export class Work {
  /** Id of the open menu, empty when none is. */
  menu = '';
  /** What screen readers are told; nothing of it is seen. */
  spoken = '';
  /** False when a person, or their speech input, must not press single keys by mistake. */
  hasShortcuts = true;

  #app;

  /** @param {App} app */
  constructor(app) {
    this.#app = app;
    this.storage = new DeviceStorage(siteAllowsStorage());
    const save = () => this.save();
    this.list = new CodeList(save);
    this.personal = new PersonalCodes(save);
    this.own = new OwnHits(this.personal);
    this.lists = new ListSession(app, this.list);
    this.paste = new PasteSession(app);
    this.sets = new OwnSets(app, siteAllowsStorage(), app.loadBuilder);
    this.#restore();
    closeMenuOutside(app);
  }

  /**
   * @param {import('./route.js').ListRoute | import('./route.js').PasteRoute | import('./route.js').OwnRoute} route
   * @param {import('./route.js').Route} cameFrom
   */
  enter(route, cameFrom) {
    if (route.view === 'list') void this.lists.open(route.shared);
    this.#app.draw();
    if (cameFrom.view === route.view) return;
    scrollTo(0, 0);
    document.querySelector('main h1')?.setAttribute('tabindex', '-1');
    /** @type {HTMLElement | null} */ (document.querySelector('main h1'))?.focus();
  }

  /**
   * Speaks to screen readers; the same sentence twice is spoken twice.
   *
   * @param {string} text
   */
  say(text) {
    this.spoken = this.spoken === text ? `${text}\u00a0` : text;
    this.#app.draw();
  }

  /**
   * Puts a code on the list, or takes it off again.
   *
   * @param {CheckedConcept} concept
   */
  toggleOnList(concept) {
    const { messages } = this.#app;
    const isOn = this.list.has(concept);
    if (isOn) {
      const same = (/** @type {CheckedConcept} */ { system, code }) =>
        system === concept.system && code === concept.code;
      this.list.remove(this.list.entries.findIndex(same));
    } else if (this.list.add([concept]).refused) {
      return this.#app.tell(messages.text('list.full', { limit: this.list.entries.length }));
    } else this.personal.pick(concept);
    const key = isOn ? 'list.takenOff' : 'list.added';
    const count = this.list.entries.length;
    return this.#app.tell(messages.text(key, { code: concept.code, count }));
  }

  /** @param {CheckedConcept} concept */
  toggleFavourite(concept) {
    const { messages } = this.#app;
    const key = this.personal.toggleFavourite(concept) ? 'favourite.added' : 'favourite.removed';
    this.#app.tell(messages.text(key, { code: concept.code }));
  }

  /**
   * @param {readonly CheckedConcept[]} chosen
   * @param {import('./copy-formats.js').CopyFormat} format
   */
  async copy(chosen, format) {
    const { info } = this.#app;
    if (!info || chosen.length === 0) return;
    if (chosen.length === 1) this.personal.pick(chosen[0]);
    await this.#app.copy(formatted(info, chosen, format));
  }

  /** @param {boolean} isKeeping whether list and own codes outlive the page on this device */
  keep(isKeeping) {
    this.storage.isKeeping = isKeeping;
    if (isKeeping) this.save();
    else this.storage.clear();
    this.#app.draw();
  }

  /** Forgets everything that was remembered: recents, favourites, picks, the list, added codes, and what was kept. */
  forgetAll() {
    void this.sets.forgetAll();
    this.storage.clear();
    this.personal.forget();
    this.list.forget();
    this.hasShortcuts = true;
    this.say(this.#app.messages.text('personal.forgotten'));
  }

  save() {
    if (!this.storage) return;
    const { content } = this.list;
    const { hasShortcuts } = this;
    const isKept = this.storage.write({
      list: content,
      personal: this.personal.toData(),
      hasShortcuts,
    });
    if (!isKept) {
      this.storage.clear();
      this.#app.tell(this.#app.messages.text('personal.refused'));
    }
  }

  #restore() {
    const data = this.storage.read();
    if (!data) return;
    this.hasShortcuts = data.hasShortcuts !== false;
    this.personal.fromData(data.personal);
    const title = typeof data.list?.title === 'string' ? data.list.title : '';
    this.list.restore({ title, entries: concepts(data.list?.entries) });
  }
}
