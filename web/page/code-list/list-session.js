// What is going on around the code list: a file being read, a link being opened, one being made?
//
// Exports ListSession. Held by tests/browser/code-list.test.js.

import { saveFile } from '../save-file.js';
import { exportFormats, exportList, fileName } from './list-formats.js';
import { readFileText, readList } from './list-import.js';
import { lookUp } from './look-up.js';
import { Refusal } from './refusal.js';
import { fromLink, MAX_LINK, toLink } from './share-link.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('./code-list.js').Entry} Entry */
/** @typedef {{ title: string, entries: Entry[] }} Found */

/** Lines that could not be read are named up to here. */
const MAX_NAMED = 5;

export class ListSession {
  /** @type {{ lines: string[], isBad: boolean } | null} what the last import or link came to */
  report = null;
  /** @type {Found | null} a list that came with a link and waits for an answer */
  shared = null;
  isReading = false;
  #app;
  #list;
  #opened = '';

  /**
   * @param {App} app
   * @param {import('./code-list.js').CodeList} list
   */
  constructor(app, list) {
    this.#app = app;
    this.#list = list;
  }

  /**
   * Opens what a link holds: at once when there is no list yet, else the person decides.
   *
   * @param {string} search behind `#/list?`
   */
  async open(search) {
    if (!this.#app.info || this.#opened === search) return;
    this.#opened = search;
    this.shared = null;
    this.report = null;
    if (search === '') return;
    const { title, items, isCut } = fromLink(search);
    if (items.length === 0 || isCut) return this.#complain(isCut ? 'link.cut' : 'link.empty');
    const found = await this.#lookUp(items);
    if (this.#opened !== search || !found) return;
    if (this.#list.entries.length === 0) {
      this.#list.replace({ title, entries: found.entries });
      this.#tell(
        found.entries,
        { added: found.entries.length, present: 0, refused: 0 },
        found.unread,
      );
    } else this.shared = { title, entries: found.entries };
    this.#app.draw();
  }

  /** @param {'add' | 'replace' | 'ignore'} answer what to do with the list of the link */
  answer(answer) {
    const { shared } = this;
    this.shared = null;
    if (shared && answer === 'add') this.#tell(shared.entries, this.#list.add(shared.entries), []);
    if (shared && answer === 'replace') {
      this.#list.replace(shared);
      this.#tell(shared.entries, { added: shared.entries.length, present: 0, refused: 0 }, []);
    }
    this.#app.draw();
    document.getElementById('list-title')?.focus();
  }

  /** @param {File} file */
  async importFile(file) {
    this.report = null;
    this.isReading = true;
    this.#app.draw();
    try {
      const { title, items } = readList(await readFileText(file));
      const found = await this.#lookUp(items);
      if (found) {
        const { added, present, refused } = this.#list.add(found.entries);
        if (title && !this.#list.title) this.#list.rename(title);
        this.#tell(found.entries, { added, present, refused }, found.unread);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#complain(`import.${error.key}`, { file: file.name, ...error.holes });
    } finally {
      this.isReading = false;
      this.#app.draw();
    }
  }

  /** @param {import('./list-formats.js').ExportFormat} format */
  exportAs(format) {
    const { info, messages } = this.#app;
    if (!info) return;
    const name = fileName(this.#list.title, messages.text('list'), format);
    saveFile(name, exportFormats[format].type, exportList(this.#list.content, info, format));
    this.#app.tell(messages.text('list.saved', { file: name }));
  }

  /** Copies an address that opens this list, or says that there are too many codes for one. */
  async share() {
    const { messages } = this.#app;
    const link = new URL(toLink(this.#list.content), location.href).href;
    if (link.length > MAX_LINK) {
      this.#complain('link.tooLong', { length: link.length, limit: MAX_LINK });
      return;
    }
    await this.#app.copy(link, messages.text('link.copied', { count: this.#list.entries.length }));
  }

  /** @param {import('./list-import.js').Item[]} items */
  async #lookUp(items) {
    const { client, info } = this.#app;
    if (!client || !info) return null;
    return lookUp(client, info, items);
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [holes]
   */
  #complain(key, holes = {}) {
    const { messages } = this.#app;
    const lines = [messages.text(key, holes), messages.known(`${key}.advice`, '')].filter(Boolean);
    this.report = { lines, isBad: true };
    this.#app.draw();
  }

  /**
   * Says what became of every code.
   *
   * @param {Entry[]} entries
   * @param {{ added: number, present: number, refused: number }} counts
   * @param {import('./list-import.js').Item[]} unread
   */
  #tell(entries, { added, present, refused }, unread) {
    const { messages } = this.#app;
    const unknown = entries.filter(({ isKnown }) => !isKnown).length;
    const lines = [messages.text('import.added', { count: added })];
    if (present) lines.push(messages.text('import.present', { count: present }));
    if (refused) lines.push(messages.text('import.refused', { count: refused }));
    if (unknown) lines.push(messages.text('import.unknown', { count: unknown }));
    if (unread.length) {
      const named = unread
        .slice(0, MAX_NAMED)
        .map(({ line, code }) =>
          messages.text('import.unread.line', { line, text: code.slice(0, 60) }),
        );
      lines.push(messages.text('import.unread', { count: unread.length, lines: named.join(', ') }));
    }
    this.report = { lines, isBad: unread.length > 0 || refused > 0 };
  }
}
