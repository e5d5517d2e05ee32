// What do keys do on the code list, and where is the focus after a row has gone or moved?
//
// Exports onListKey, moveRow, removeRow, undo, redo. Up and down go to the same control of the next row; with Alt they take the
// row along. Held by tests/browser/code-list.test.js.

/** @typedef {import('../app.js').App} App */

/**
 * @param {number} at
 * @param {string} control
 */
function focusRow(at, control) {
  const row = document.querySelector(`.list-row[data-row="${at}"]`);
  const target = row?.querySelector(`[data-control="${control}"]`) ?? row?.querySelector('a');
  /** @type {HTMLElement | null | undefined} */ (target)?.focus();
}

/**
 * @param {App} app
 * @param {number} from
 * @param {number} step
 * @param {string} control that has the focus and keeps it, in the row's new place
 */
export function moveRow(app, from, step, control) {
  const { messages, work } = app;
  const to = work.list.move(from, from + step);
  const count = work.list.entries.length;
  const { code } = work.list.entries[to];
  work.say(messages.text('list.moved', { code, place: to + 1, of: count }));
  focusRow(to, control);
}

/**
 * @param {App} app
 * @param {number} at
 */
export function removeRow(app, at) {
  const { messages, work } = app;
  const { code } = work.list.entries[at];
  work.list.remove(at);
  const count = work.list.entries.length;
  work.say(messages.text('list.removed', { code, count }));
  if (count) focusRow(Math.min(at, count - 1), 'remove');
  else document.getElementById('list-title')?.focus();
}

/** @param {App} app */
export function undo({ messages, work }) {
  work.list.undo();
  work.say(messages.text('list.undone', { count: work.list.entries.length }));
}

/** @param {App} app */
export function redo({ messages, work }) {
  work.list.redo();
  work.say(messages.text('list.redone', { count: work.list.entries.length }));
}

/**
 * @param {App} app
 * @param {KeyboardEvent} event
 */
export function onListKey(app, event) {
  const target = /** @type {HTMLElement} */ (event.target);
  const isField = target.matches('input');
  const row = /** @type {HTMLElement | null} */ (target.closest('.list-row'));
  const at = Number(row?.dataset.row);
  const control = target.dataset.control ?? 'link';
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const isCommand = event.ctrlKey || event.metaKey;
  const letter = event.key.toLowerCase();
  if (isCommand && !isField && letter === 'z') (event.shiftKey ? redo : undo)(app);
  else if (isCommand && !isField && letter === 'y') redo(app);
  else if (isCommand || !row) return;
  else if (step && event.altKey) moveRow(app, at, step, control);
  else if (step && !event.shiftKey) focusRow(at + step, control);
  else if (event.key === 'Delete' && !isField) removeRow(app, at);
  else return;
  event.preventDefault();
}
