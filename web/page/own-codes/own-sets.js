// Which codes has the person added, and what is being read just now?
//
// Exports OwnSets: building with progress and cancel, the sets beside the catalog, removing with undo, keeping in this browser
// only when asked, downloads to be deployed. Held by tests/browser/own-sets.test.js.

import { saveBlob, saveFile } from '../save-file.js';
import { deployable } from './deployable.js';
import { freeKey, makeSet, readRecord, toRecord } from './own-set.js';
import { OwnStore } from './own-store.js';
import { reportText } from './report-text.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../../builder/contract.d.ts').BuildCatalog} BuildCatalog */
/** @typedef {import('../../builder/contract.d.ts').BuildProgress} BuildProgress */
/** @typedef {import('../../builder/contract.d.ts').BuildReport} BuildReport */
/** @typedef {import('../../engine/contract.d.ts').CatalogInfo} CatalogInfo */
/** @typedef {import('../../engine/failure.js').Failure} Failure */
/** @typedef {import('./own-set.js').Set} OwnSet */
/** @typedef {{ buildCatalog: BuildCatalog, whyNot: () => Failure | null }} Builder */
/** @typedef {() => Promise<Builder>} LoadBuilder fetches the builder, which nobody needs before the first file */

/** The page is drawn this often while a file is read, in milliseconds. */
const DRAW_EVERY = 100;

export class OwnSets {
  /** @type {OwnSet[]} */
  sets = [];
  /** What is being read, null when nothing is. @type {BuildProgress | null} */
  building = null;
  /** Why the last files could not be read at all. @type {{ message: string, advice: string } | null} */
  problem = null;
  /** The report that is shown, with the set that came of it. @type {{ report: BuildReport, set: OwnSet | null } | null} */
  shown = null;
  /** What the codes of a table are called that does not say so itself. */
  name = '';
  /** True while files are dragged over the page. */
  isDragging = false;
  /** Of kept sets, before they are all read again. */
  isRestoring = false;

  #app;
  #loadBuilder;
  #stop = new AbortController();
  #drawnAt = 0;

  /**
   * @param {App} app
   * @param {boolean} isAllowed whether the site allows keeping
   * @param {LoadBuilder} loadBuilder
   */
  constructor(app, isAllowed, loadBuilder) {
    this.#app = app;
    this.#loadBuilder = loadBuilder;
    this.store = new OwnStore(isAllowed);
  }

  /** Puts what was kept back beside the catalog. */
  async restore() {
    const records = await this.store.read();
    if (records.length === 0) return;
    this.sets = records.map(([key, record]) => readRecord(key, record));
    this.isRestoring = true;
    this.#app.draw();
    for (const set of this.sets.filter(({ problem }) => !problem)) {
      await this.#put(set).catch((/** @type {Failure} */ { message }) => (set.problem = message));
    }
    this.isRestoring = false;
    this.#app.draw();
  }

  /**
   * Reads files into a set; what is wrong with them is in the report, what is wrong with us in `problem`.
   *
   * @param {File[]} files
   */
  async read(files) {
    const { messages, work } = this.#app;
    if (files.length === 0) return;
    if (this.building) return this.#app.tell(messages.text('own.busy'));
    const stop = new AbortController();
    this.#stop = stop;
    Object.assign(this, { problem: null, shown: null });
    this.building = { phase: 'load', done: 0, total: 0, file: '' };
    work.say(messages.text('own.started', { count: files.length }));
    try {
      const { buildCatalog, whyNot } = await this.#loadBuilder();
      const reason = whyNot();
      if (reason) throw reason;
      const result = await buildCatalog(files, {
        systemName: this.name.trim(),
        signal: stop.signal,
        onProgress: (progress) => this.#progress(progress),
      });
      await this.#take(makeSet(result, freeKey(this.sets), new Date()), result.report);
    } catch (failure) {
      this.#fail(/** @type {Failure} */ (failure));
    } finally {
      this.building = null;
      this.#app.draw();
      document.getElementById(this.shown ? 'own-report-title' : 'own-title')?.focus();
    }
  }

  /** Gives up what is being read. */
  cancel() {
    this.#stop.abort();
  }

  /** @param {OwnSet} set */
  async remove(set) {
    const { messages, client } = this.#app;
    const at = this.sets.indexOf(set);
    this.sets = this.sets.filter((other) => other !== set);
    if (this.shown?.set === set) this.shown = null;
    await this.store.remove(set.key);
    if (!set.problem) await client?.remove(set.key);
    const undo = async () => {
      this.#app.dismiss();
      this.sets.splice(at, 0, set);
      await this.#put(set).catch((/** @type {Failure} */ failure) => this.#fail(failure));
      await this.#keep([set]);
    };
    const actions = [
      { label: messages.text('own.undo'), run: () => void undo() },
      { label: messages.text('own.dismiss'), run: () => this.#app.dismiss() },
    ];
    this.#app.tell(
      messages.text('own.removed', { name: set.title }),
      set.problem ? undefined : actions,
    );
    document.getElementById('own-title')?.focus();
  }

  /** @param {boolean} isKeeping whether the sets outlive the page in this browser */
  async keep(isKeeping) {
    if (isKeeping) await this.#keep(this.sets, true);
    else await this.store.forget();
    this.#app.draw();
  }

  /** Removes all sets, and what was kept of them. */
  async forgetAll() {
    const { client } = this.#app;
    await this.store.forget();
    const sets = this.sets;
    this.sets = [];
    this.shown = null;
    for (const { key, problem } of sets) if (!problem) await client?.remove(key);
    this.#app.draw();
  }

  /** @param {OwnSet} set */
  show(set) {
    this.shown = { report: set.report, set };
    this.#app.draw();
    document.getElementById('own-report-title')?.focus();
  }

  /** @param {OwnSet} set */
  download(set) {
    const { name, blob } = deployable(set, this.#app.messages);
    saveBlob(name, blob);
  }

  /** @param {BuildReport} report */
  saveReport(report) {
    const { messages } = this.#app;
    saveFile(`${messages.text('own.report.name')}.txt`, 'text/plain', reportText(report, messages));
  }

  /** @param {string} system */
  isOwn(system) {
    return Boolean(this.#app.info?.systems.find(({ id }) => id === system)?.isOwn);
  }

  /**
   * Returns the systems of a set as they are called beside the others.
   *
   * @param {OwnSet} set
   */
  systemsOf({ key, report }) {
    const known = new Set(this.#app.info?.systems.map(({ id }) => id));
    return (report.systems ?? []).map(({ id }) =>
      known.has(`${id}.${key}`) ? `${id}.${key}` : id,
    );
  }

  /**
   * @param {OwnSet | null} set
   * @param {BuildReport} report
   */
  async #take(set, report) {
    const { messages, work } = this.#app;
    if (set) {
      await this.#put(set);
      this.sets.push(set);
      if (this.store.isKeeping) await this.#keep([set]);
    }
    this.shown = { report, set };
    this.name = '';
    work.say(messages.text(set ? 'own.done' : 'own.nothing', { name: set?.title ?? '' }));
  }

  /** @param {OwnSet} set */
  async #put({ key, title, catalog, details }) {
    await this.#app.opened;
    await this.#app.client?.add({ key, title, catalog, details });
  }

  /**
   * @param {OwnSet[]} sets
   * @param {boolean} [isNew] true where keeping begins
   */
  async #keep(sets, isNew = false) {
    if (!isNew && !this.store.isKeeping) return;
    const whole = sets.filter(({ problem }) => !problem);
    if (await this.store.write(whole.map(toRecord))) return;
    await this.store.forget();
    this.#app.tell(this.#app.messages.text('own.refused'));
  }

  /** @param {BuildProgress} progress */
  #progress(progress) {
    const isNewPhase = progress.phase !== this.building?.phase;
    this.building = progress;
    const now = performance.now();
    if (!isNewPhase && now - this.#drawnAt < DRAW_EVERY) return;
    this.#drawnAt = now;
    this.#app.draw();
  }

  /** @param {Failure} failure */
  #fail({ code, message, advice }) {
    const { messages, work } = this.#app;
    if (code === 'cancelled') return work.say(messages.text('own.cancelled'));
    this.problem = { message, advice: advice ?? '' };
    return work.say(message);
  }
}
