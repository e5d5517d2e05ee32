// What does each key do in a combobox with a list (WAI-ARIA Authoring Practices)?
//
// Exports keyAction: a pure table from key and state to an action, shared by the element and the page.
// Held by tests/browser/unit/combobox-keys.test.js.

/** How far Page Up and Page Down go. */
const PAGE = 8;

/**
 * @typedef {object} ListState
 * @property {number} count options in the list
 * @property {number} active index of the active option, -1 for none
 * @property {boolean} isOpen
 */

/**
 * @typedef {{ kind: 'move', to: number } | { kind: 'open' | 'close' | 'clear' | 'choose' }} KeyAction
 */

/**
 * Returns what a key asks for, null when it is the text field's own. Enter without an active option
 * chooses the first: the best answer is one key away.
 *
 * @param {Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>} event
 * @param {ListState} state
 * @returns {KeyAction | null}
 */
export function keyAction(event, { count, active, isOpen }) {
  if (event.isComposing || event.ctrlKey || event.metaKey) return null;
  switch (event.key) {
    case 'ArrowDown':
      if (event.altKey || (!isOpen && count > 0)) return { kind: 'open' };
      return moved(count, active + 1 >= count ? 0 : active + 1);
    case 'ArrowUp':
      if (event.altKey) return { kind: 'close' };
      return isOpen ? moved(count, active <= 0 ? count - 1 : active - 1) : null;
    case 'PageDown':
      return isOpen ? moved(count, Math.min(active + PAGE, count - 1)) : null;
    case 'PageUp':
      return isOpen ? moved(count, Math.max(active - PAGE, 0)) : null;
    case 'Enter':
      return isOpen && count > 0 ? { kind: 'choose' } : null;
    case 'Escape':
      return isOpen ? { kind: 'close' } : { kind: 'clear' };
    default:
      return null;
  }
}

/**
 * @param {number} count
 * @param {number} to
 * @returns {KeyAction | null}
 */
function moved(count, to) {
  return count > 0 ? { kind: 'move', to } : null;
}
