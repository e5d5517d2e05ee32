// What happens when the tree of a code system is entered and its lines are opened?
//
// Exports enterBrowse and the tree's actions. The address always names the line the person is at, so that it
// can be sent by mail and gone back to. Held by tests/browser/a-tree-leads-to-every-code.test.js.

import { formatRoute } from './route.js';
import { treeKey } from './tree-keys.js';
import { TreeModel } from './tree-model.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./route.js').BrowseRoute} BrowseRoute */
/** @typedef {import('./tree-model.js').Row} Row */
/** @typedef {{ model: TreeModel, unknown: string }} Tree `unknown`: a node that the system has not */

/**
 * @param {App} app
 * @param {import('../engine/client.js').EngineClient} client
 * @param {BrowseRoute} route
 */
export async function enterBrowse(app, client, route) {
  const { system, node } = route;
  if (app.tree?.model.system !== system) app.tree = null;
  const model = app.tree?.model ?? new TreeModel(client, system);
  const isKnown = app.info?.systems.some(({ id }) => id === system);
  if (isKnown) await model.open('');
  const isFound = !node || (isKnown && (await model.reveal(node)));
  if (app.route !== route) return;
  app.tree = { model, unknown: isFound ? '' : node };
  app.draw();
  if (node && isFound) focusLine(model.active);
  else document.getElementById('browse-title')?.focus({ preventScroll: true });
}

/** @param {string} id */
function focusLine(id) {
  const line = document.querySelector(`[role="treeitem"][data-id="${CSS.escape(id)}"]`);
  if (!(line instanceof HTMLElement)) return;
  line.focus({ preventScroll: true });
  line.scrollIntoView({ block: 'nearest' });
}

/**
 * Makes a line the one that Tab leads to and that the address names.
 *
 * @param {App} app
 * @param {TreeModel} model
 * @param {string} id
 */
function arriveAt(app, model, id) {
  model.active = id;
  const row = model.rows.find((other) => other.id === id);
  const node = row?.node ? row.id : (row?.parent ?? '');
  app.replaceRoute({ view: 'browse', system: model.system, node });
}

/**
 * @param {App} app
 * @param {TreeModel} model
 * @param {Row} row
 */
export async function toggleBranch(app, model, row) {
  if (!row.node) {
    const first = row.position;
    await model.more(row.parent);
    const next = model.rows.find(
      ({ parent, position }) => parent === row.parent && position === first,
    );
    arriveAt(app, model, next?.id ?? row.id);
  } else {
    if (row.isOpen) model.close(row.id);
    else await model.open(row.id);
    arriveAt(app, model, row.id);
  }
  app.draw();
  focusLine(model.active);
}

/**
 * @param {App} app
 * @param {TreeModel} model
 * @param {Row} row
 * @param {MouseEvent} event
 */
export function onLineClick(app, model, row, event) {
  const isTwisty = event.target instanceof Element && event.target.closest('.twisty');
  const isNewTab = event.ctrlKey || event.metaKey || event.shiftKey;
  const isCode = row.node && !row.node.kind;
  if (isNewTab && row.node) return;
  if (isCode && !(isTwisty && row.node?.children)) {
    arriveAt(app, model, row.id); // going back leads to this line
    return;
  }
  event.preventDefault();
  void toggleBranch(app, model, row);
}

/**
 * @param {App} app
 * @param {TreeModel} model
 * @param {KeyboardEvent} event
 */
export async function onTreeKey(app, model, event) {
  const line = event.target instanceof Element ? event.target.closest('[role="treeitem"]') : null;
  const action = treeKey(model, line?.getAttribute('data-id') ?? '', event);
  if (!action) return;
  event.preventDefault();
  const { kind, row } = action;
  if (kind === 'move') arriveAt(app, model, row.id);
  else if (kind === 'open-beside') await model.openBeside(row);
  else if (kind === 'close') model.close(row.id);
  else if (!row.node) return void toggleBranch(app, model, row);
  else if (row.node.children > 0) await model.open(row.id);
  app.draw();
  focusLine(model.active);
}

/**
 * @param {import('./tree-model.js').TreeModel} model
 * @param {string} id
 */
export function lineHref(model, id) {
  return formatRoute({ view: 'browse', system: model.system, node: id });
}
