// Which concepts stand side by side?
//
// Exports enterComparison. Held by tests/browser/compare-marks-what-differs.test.js.

import { loadConcept } from './concept-model.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('./concept-model.js').ConceptModel} ConceptModel */
/** @typedef {{ models: ConceptModel[], isComplete: boolean }} Comparison */

/**
 * @param {App} app
 * @param {import('../engine/client.js').EngineClient} client
 * @param {import('./route.js').CompareRoute} route
 */
export async function enterComparison(app, client, route) {
  app.comparison = null;
  const models = await Promise.all(
    route.concepts.map((named) => loadConcept(client, named, () => {}, { isAlone: true })),
  );
  if (app.route !== route) return;
  const comparison = { models, isComplete: false };
  app.comparison = comparison;
  app.draw();
  scrollTo(0, 0);
  document.getElementById('compare-title')?.focus({ preventScroll: true });
  await Promise.all(models.map(({ isComplete }) => isComplete));
  comparison.isComplete = true;
  if (app.comparison === comparison) app.draw();
}
