// What do keys do in a tree?
//
// Exports treeKey, after the tree pattern of the ARIA Authoring Practices: arrows, Home, End, `*`, and
// characters that lead to the next line starting so. Enter is left to the link that a line is.
// Held by tests/browser/a-tree-leads-to-every-code.test.js.

/** @typedef {import('./tree-model.js').TreeModel} TreeModel */
/** @typedef {import('./tree-model.js').Row} Row */

/** Characters typed within this time, in milliseconds, are one word. */
const TYPING_TIME = 700;

const LETTER_OR_DIGIT = /^[\p{Letter}\p{Number}]$/u;

let typed = '';
let typedAt = 0;

/**
 * Returns the next row, going round, whose code or name starts with what was typed.
 *
 * @param {Row[]} rows
 * @param {number} at
 * @param {string} character
 */
function rowStartingSo(rows, at, character) {
  const now = performance.now();
  typed = now - typedAt < TYPING_TIME ? typed + character.toLowerCase() : character.toLowerCase();
  typedAt = now;
  const from = typed.length === 1 ? at + 1 : at;
  const inOrder = [...rows.slice(from), ...rows.slice(0, from)];
  return inOrder.find(({ node }) =>
    [node?.code, node?.display].some((text) => text?.toLowerCase().startsWith(typed)),
  );
}

/**
 * Returns the line that a key leads to, undefined when it is none of the tree's moves.
 *
 * @param {Row[]} rows
 * @param {number} at
 * @param {string} key
 * @returns {Row | undefined}
 */
function target(rows, at, key) {
  const row = rows[at];
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1] ?? row;
    case 'ArrowUp':
      return rows[at - 1] ?? row;
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    case 'ArrowRight':
      return row.isOpen ? rows[at + 1] : undefined;
    case 'ArrowLeft':
      return row.isOpen ? undefined : (rows.find(({ id }) => id === row.parent) ?? row);
    default:
      return LETTER_OR_DIGIT.test(key) ? (rowStartingSo(rows, at, key) ?? row) : undefined;
  }
}

/**
 * Returns what to do about a key: `move` to a line, `open`, `close` or `open-beside` the one it was
 * pressed on; undefined when the key is not the tree's.
 *
 * @param {TreeModel} tree
 * @param {string} id of the line
 * @param {KeyboardEvent} event
 * @returns {{ kind: 'move' | 'open' | 'close' | 'open-beside', row: Row } | undefined}
 */
export function treeKey(tree, id, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const { rows } = tree;
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0) return undefined;
  const row = rows[at];
  const rightward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const leftward = rightward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
  const key =
    event.key === rightward ? 'ArrowRight' : event.key === leftward ? 'ArrowLeft' : event.key;
  const to = target(rows, at, key);
  if (to) return { kind: 'move', row: to };
  if (key === 'ArrowRight') return { kind: 'open', row };
  if (key === 'ArrowLeft') return { kind: 'close', row };
  if (key === '*') return { kind: 'open-beside', row };
  if (key === ' ') return { kind: row.isOpen ? 'close' : 'open', row };
  return undefined;
}
