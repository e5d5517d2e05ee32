// Which lines of a code system's tree are seen?
//
// Exports TreeModel: levels are asked of the engine when they are opened, a page at a time. A line is a
// chapter, an initial or a code (`row.node`), or the offer of the next page (`row.node` null).
// Held by tests/browser/unit/tree-model.test.js and tests/browser/a-tree-leads-to-every-code.test.js.

/** @typedef {import('../engine/client.js').EngineClient} EngineClient */
/** @typedef {import('../engine/contract.d.ts').TreeNode} TreeNode */
/** @typedef {{ nodes: TreeNode[], total: number, shown: number }} Level */
/**
 * @typedef {object} Row
 * @property {string} id
 * @property {TreeNode | null} node
 * @property {string} parent
 * @property {number} depth 1 at the top
 * @property {number} position 1 for the first of its level
 * @property {number} size of its level
 * @property {boolean} isOpen
 */

/** Lines shown of a level before the next are asked for. */
export const PAGE = 200;

/** The most that the engine gives of one level. */
const WHOLE_LEVEL = 10_000;

/** Opening all branches beside one: more would bury the person. */
const MAX_OPENED_AT_ONCE = 40;

/**
 * Returns the node of the initial that a name stands under (core/search/browse.hpp).
 *
 * @param {string} display
 */
export function initialOf(display) {
  const first = /[\p{ASCII}]*?([A-Za-z0-9])|./u.exec(display);
  return `~${first?.[1]?.toUpperCase() ?? '#'}`;
}

export class TreeModel {
  #client;
  /** @type {Map<string, Level>} by the node above, '' for the top */
  #levels = new Map();
  /** @type {Set<string>} */
  #open = new Set();
  /** The line that Tab leads to; '' for the first. */
  active = '';

  /**
   * @param {Pick<EngineClient, 'browse' | 'show'>} client
   * @param {string} system
   */
  constructor(client, system) {
    this.#client = client;
    this.system = system;
  }

  /** @returns {Row[]} from the top down */
  get rows() {
    return [...this.#rowsBelow('', 1)];
  }

  /**
   * Opens a branch. Returns false when there is nothing below.
   *
   * @param {string} id '' for the top
   */
  async open(id) {
    const level = await this.#load(id);
    if (level.total > 0) this.#open.add(id);
    return level.total > 0;
  }

  /** @param {string} id */
  close(id) {
    this.#open.delete(id);
  }

  /** @param {Row} row */
  async openBeside({ parent }) {
    const nodes = this.#levels.get(parent)?.nodes.filter(({ children }) => children > 0) ?? [];
    await Promise.all(nodes.slice(0, MAX_OPENED_AT_ONCE).map(({ code }) => this.open(code)));
  }

  /**
   * Shows the next page of a level.
   *
   * @param {string} id
   */
  async more(id) {
    const level = await this.#load(id);
    if (level.nodes.length < level.total) {
      const offset = level.nodes.length;
      const next = await this.#client.browse(this.system, id, { offset, limit: PAGE });
      if (next.found) level.nodes.push(...next.nodes);
    }
    level.shown = Math.min(level.shown + PAGE, level.nodes.length);
  }

  /**
   * Opens the way from the top to a node and makes it the active line.
   *
   * @param {string} id a code in any spelling, the id of a chapter or an initial
   * @returns {Promise<boolean>} false when the system has no such node
   */
  async reveal(id) {
    const way = await this.#wayTo(id);
    for (const [at, step] of way.entries()) {
      const above = way.slice(0, at).findLast((other) => this.#open.has(other)) ?? '';
      if (await this.#showIn(above, step)) {
        this.active = step;
        await this.open(step);
      }
    }
    return way.length > 0 && this.active === way.at(-1);
  }

  /**
   * @param {string} parent
   * @param {number} depth
   * @returns {Generator<Row>}
   */
  *#rowsBelow(parent, depth) {
    const level = this.#levels.get(parent);
    if (!level) return;
    const { nodes, total: size, shown } = level;
    for (const [at, node] of nodes.slice(0, shown).entries()) {
      const isOpen = this.#open.has(node.code);
      yield { id: node.code, node, parent, depth, position: at + 1, size, isOpen };
      if (isOpen) yield* this.#rowsBelow(node.code, depth + 1);
    }
    if (shown < size) {
      const id = `${parent} +`;
      yield { id, node: null, parent, depth, position: shown + 1, size, isOpen: false };
    }
  }

  /**
   * Makes sure that `step` is among the lines shown below `above`.
   *
   * @param {string} above
   * @param {string} step
   */
  async #showIn(above, step) {
    const level = await this.#load(above);
    if (!level.nodes.some(({ code }) => code === step) && level.nodes.length < level.total) {
      const whole = await this.#client.browse(this.system, above, { limit: WHOLE_LEVEL });
      if (whole.found) level.nodes = whole.nodes;
    }
    const at = level.nodes.findIndex(({ code }) => code === step);
    if (at >= level.shown) level.shown = Math.min(at + PAGE, level.nodes.length);
    return at >= 0;
  }

  /** @param {string} id */
  async #load(id) {
    const known = this.#levels.get(id);
    if (known) return known;
    const isInitial = id.startsWith('~');
    const limit = isInitial ? WHOLE_LEVEL : PAGE;
    const response = await this.#client.browse(this.system, id, { limit });
    const all = response.found ? response.nodes : [];
    // A chapter of which this catalog has no code leads nowhere.
    const nodes = all.filter(({ kind, below }) => kind !== 'group' || below > 0);
    const total = (response.found ? response.total : 0) - (all.length - nodes.length);
    // Below an initial people look for a name, and the engine orders by code.
    if (isInitial) nodes.sort((left, right) => left.display.localeCompare(right.display));
    const level = { nodes, total, shown: Math.min(PAGE, nodes.length) };
    this.#levels.set(id, level);
    return level;
  }

  /**
   * Returns the nodes from the top down to `id`, itself included; none when there is no such node.
   *
   * @param {string} id
   * @returns {Promise<string[]>}
   */
  async #wayTo(id) {
    if (id.startsWith('~')) return [id];
    const shown = await this.#client.show(this.system, id);
    if (!shown.found) return this.#wayToChapter(id);
    const chapters = (shown.chapters ?? []).map((chapter) => chapter.id);
    const codes = [...shown.ancestors.map(({ code }) => code), shown.code];
    const top = await this.#load('');
    const hasInitials = top.nodes.some(({ kind }) => kind === 'initial');
    const initials = hasInitials ? [initialOf((shown.ancestors[0] ?? shown).display)] : [];
    return [...initials, ...chapters, ...codes];
  }

  /**
   * A chapter is found through its first code, which knows the chapters it lies in.
   *
   * @param {string} id
   */
  async #wayToChapter(id) {
    let node = id;
    for (let depth = 0; depth < 16; depth += 1) {
      const level = await this.#client.browse(this.system, node, { limit: 1 });
      const first = level.found ? level.nodes[0] : undefined;
      if (!first) return [];
      if (first.kind !== 'group') {
        const shown = await this.#client.show(this.system, first.code);
        const chapters = shown.found ? (shown.chapters ?? []).map((chapter) => chapter.id) : [];
        return chapters.slice(0, chapters.indexOf(id) + 1);
      }
      node = first.code;
    }
    return [];
  }
}
