// What is known of the opened concept?
//
// Exports loadConcept and ConceptModel: the catalog's own part at once; details, likeness and which
// codes in the notes exist follow. Held by tests/browser/concept-page.test.js.

import { codesIn } from './code-links.js';

/** @typedef {import('../engine/client.js').EngineClient} EngineClient */
/** @typedef {import('../engine/contract.d.ts').Details} Details */
/** @typedef {import('../engine/contract.d.ts').ShowResponse} ShowResponse */
/** @typedef {import('../engine/contract.d.ts').SimilarResponse} SimilarResponse */
/** @typedef {import('../engine/failure.js').Failure} Failure */

/** Similar Codes shown per code system. */
const SIMILAR_PER_SYSTEM = 6;

/**
 * @typedef {object} ConceptModel
 * @property {string} system
 * @property {string} code
 * @property {ShowResponse} shown
 * @property {Details | null} details null while they load
 * @property {Failure | null} detailsFailure
 * @property {SimilarResponse | null} similar
 * @property {Set<string>} knownCodes codes named in the notes that this catalog has
 * @property {Promise<unknown>} isComplete fulfilled when nothing more follows
 */

/**
 * @param {EngineClient} client
 * @param {{ system: string, code: string }} concept
 * @param {() => void} onChange called when more has arrived
 * @returns {Promise<ConceptModel>}
 */
export async function loadConcept(client, { system, code }, onChange) {
  const shown = await client.show(system, code);
  /** @type {ConceptModel} */
  const model = {
    system,
    code: shown.found ? shown.code : code,
    shown,
    details: null,
    detailsFailure: null,
    similar: null,
    knownCodes: new Set(),
    isComplete: Promise.resolve(),
  };
  if (shown.found) {
    model.isComplete = Promise.all([
      loadDetails(client, model, shown.pack).then(onChange),
      loadSimilar(client, model).then(onChange),
    ]);
  }
  return model;
}

/**
 * @param {EngineClient} client
 * @param {ConceptModel} model
 */
async function loadSimilar(client, model) {
  const none = { of: { system: model.system, code: model.code }, groups: [] };
  const options = { limit: SIMILAR_PER_SYSTEM };
  model.similar = await client.similar(model.system, model.code, options).catch(() => none);
}

/**
 * @param {EngineClient} client
 * @param {ConceptModel} model
 * @param {string | null} pack
 */
async function loadDetails(client, model, pack) {
  try {
    const details = pack ? await client.details(pack, model.code) : {};
    const named = codesIn((details.notes ?? []).map(({ text }) => text).join('\n'), model.system);
    const found = await Promise.all(
      named.map(async (code) => ((await client.show(model.system, code)).found ? code : '')),
    );
    model.knownCodes = new Set(found.filter(Boolean));
    model.details = details;
  } catch (failure) {
    model.details = {};
    model.detailsFailure = /** @type {Failure} */ (failure);
  }
}
