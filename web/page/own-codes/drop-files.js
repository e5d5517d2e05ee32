// How do files that are dropped anywhere on the page become codes?
//
// Exports bindDrop. Fields that take files or text themselves keep what is dropped on them.
// Held by tests/browser/own-sets.test.js.

/** @typedef {import('../app.js').App} App */

/** @param {DragEvent} event */
const hasFiles = ({ dataTransfer }) => Boolean(dataTransfer?.types.includes('Files'));

/** @param {DragEvent} event */
const isForField = ({ target }) =>
  target instanceof Element && Boolean(target.closest('input[type="file"], textarea'));

/** @param {App} app */
export function bindDrop(app) {
  const { sets } = app.work;
  let depth = 0;
  /** @param {boolean} isDragging */
  const show = (isDragging) => {
    if (sets.isDragging === isDragging) return;
    sets.isDragging = isDragging;
    app.draw();
  };
  addEventListener('dragenter', (event) => {
    if (!hasFiles(event)) return;
    depth += 1;
    show(true);
  });
  addEventListener('dragleave', (event) => {
    if (!hasFiles(event)) return;
    depth = Math.max(0, depth - 1);
    if (depth === 0) show(false);
  });
  addEventListener('dragover', (event) => {
    if (hasFiles(event) && !isForField(event)) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    depth = 0;
    show(false);
    if (!hasFiles(event) || isForField(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    app.go({ view: 'own' });
    void sets.read(files);
  });
}
