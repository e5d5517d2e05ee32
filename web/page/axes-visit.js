// Which other codes differ from one in a single character?
//
// Exports showOtherValues. Held by tests/browser/official-facts.test.js.

/** An axis has at most 34 values: ten digits and the letters without I and O. */
const MAX_OTHER_VALUES = 34;

/** Searches about axes are no search box's: a channel of their own. */
const AXES_CHANNEL = -2;

/**
 * Asks for the codes that differ in one character; a second press folds them away.
 *
 * @param {import('./app.js').App} app
 * @param {import('../engine/client.js').EngineClient} client
 * @param {import('./concept-model.js').ConceptModel} model
 * @param {number} position
 */
export async function showOtherValues(app, client, { system, code }, position) {
  const isShown = app.otherValues?.code === code && app.otherValues.position === position;
  app.otherValues = null;
  if (!isShown) {
    const pattern = `${code.slice(0, position)}?${code.slice(position + 1)}`;
    const options = { limit: MAX_OTHER_VALUES, isTyping: false, systems: [system] };
    const response = await client.search(`code:${pattern}`, options, AXES_CHANNEL);
    const hits = (response?.hits ?? []).filter((hit) => hit.code !== code);
    hits.sort((left, right) => (left.code < right.code ? -1 : 1));
    app.otherValues = { code, position, hits };
  }
  app.draw();
}
