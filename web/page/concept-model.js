// What is known of the opened concept?
//
// Exports loadConcept and ConceptModel: the catalog's own part at once; then what the official sources say, the codes
// beside it and which codes in the notes exist; last, what is like it. Held by tests/browser/concept-page.test.js.

import { codesIn } from './code-links.js';

/** @typedef {import('../engine/client.js').EngineClient} EngineClient */
/** @typedef {import('../engine/contract.d.ts').Concept} Concept */
/** @typedef {import('../engine/contract.d.ts').Details} Details */
/** @typedef {import('../engine/contract.d.ts').ShowResponse} ShowResponse */
/** @typedef {import('../engine/contract.d.ts').SimilarResponse} SimilarResponse */
/** @typedef {import('../engine/failure.js').Failure} Failure */

/** Nearest codes offered for an unknown one. */
const NEAREST_SHOWN = 6;

/** Fewer characters than this say nothing about a code; more than that no code has. */
const SHORTEST_START = 2;
const MAX_CODE = 24;

/** Searches about an unknown code are no search box's: a channel of their own. */
const NEAREST_CHANNEL = -3;

/** Relations named on a page; a procedure of ICD-9-CM may have hundreds, which are counted. */
const MAX_RELATIONS = 60;

/** Codes beside one that are looked at; only tables of ICD-10-PCS have hundreds. */
const MAX_SIBLINGS = 2000;

/**
 * @typedef {object} InheritedNotes
 * @property {string} code of a code, or of a chapter or section where `isGroup`
 * @property {string} display
 * @property {boolean} isGroup
 * @property {NonNullable<Details['notes']>} notes
 */
/** @typedef {NonNullable<Details['relations']>[number] & { isKnown: boolean }} NamedRelation */

/** Similar Codes shown per code system. */
const SIMILAR_PER_SYSTEM = 6;

/**
 * @typedef {object} ConceptModel
 * @property {string} system
 * @property {string} code
 * @property {ShowResponse} shown
 * @property {Details | null} details null while they load
 * @property {InheritedNotes[]} inherited
 * @property {NamedRelation[]} relations
 * @property {number} relationsLeftOut
 * @property {{ code: string, display: string }[]} siblings itself among them; none where it stands alone
 * @property {Failure | null} detailsFailure
 * @property {SimilarResponse | null} similar
 * @property {Set<string>} knownCodes codes named in the notes that this catalog has
 * @property {Promise<unknown>} isComplete fulfilled when nothing more follows
 */

/**
 * @param {EngineClient} client
 * @param {{ system: string, code: string }} concept
 * @param {() => void} onChange called when more has arrived: first all but the similar codes, which stand last and take
 *   longest, so that nothing jumps
 * @param {{ isAlone?: boolean }} [options] `isAlone`: without siblings and similar codes
 * @returns {Promise<ConceptModel>}
 */
export async function loadConcept(client, { system, code }, onChange, { isAlone = false } = {}) {
  const shown = await client.show(system, code);
  if (!shown.found && shown.suggestions.length === 0) {
    shown.suggestions = await nearestCodes(client, system, code);
  }
  /** @type {ConceptModel} */
  const model = {
    system,
    code: shown.found ? shown.code : code,
    shown,
    details: null,
    inherited: [],
    relations: [],
    relationsLeftOut: 0,
    siblings: [],
    detailsFailure: null,
    similar: null,
    knownCodes: new Set(),
    isComplete: Promise.resolve(),
  };
  if (shown.found) model.isComplete = loadRest(client, model, shown, onChange, isAlone);
  return model;
}

/**
 * @param {EngineClient} client
 * @param {ConceptModel} model
 * @param {Concept} concept
 * @param {() => void} onChange
 * @param {boolean} isAlone
 */
async function loadRest(client, model, concept, onChange, isAlone) {
  const details = loadDetails(client, model, concept);
  await (isAlone ? details : Promise.all([details, loadSiblings(client, model, concept)]));
  onChange();
  if (isAlone) return;
  await loadSimilar(client, model);
  onChange();
}

/**
 * @param {EngineClient} client
 * @param {ConceptModel} model
 * @param {Concept} concept
 */
async function loadSiblings(client, model, { ancestors, chapters = [] }) {
  const above = ancestors.at(-1)?.code ?? chapters.at(-1)?.id;
  if (!above) return;
  const level = await client.browse(model.system, above, { limit: MAX_SIBLINGS }).catch(() => null);
  if (level?.found) model.siblings = level.nodes.filter(({ kind }) => !kind);
}

/**
 * Returns the codes that start as an unknown one does, as far as any does.
 *
 * @param {EngineClient} client
 * @param {string} system
 * @param {string} code
 */
async function nearestCodes(client, system, code) {
  const options = { limit: NEAREST_SHOWN, systems: [system], isTyping: false };
  for (let end = Math.min(code.length, MAX_CODE) - 1; end >= SHORTEST_START; end -= 1) {
    const start = code.slice(0, end).replace(/[^\p{Letter}\p{Number}]+$/u, '');
    const response = await client.search(`code:${start}*`, options, NEAREST_CHANNEL);
    if (response?.hits.length) return response.hits;
  }
  return [];
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
 * @param {Concept} concept
 */
async function loadDetails(client, model, concept) {
  try {
    const details = concept.pack ? await client.details(concept.pack, model.code) : {};
    model.inherited = await inheritedNotes(client, concept, details);
    const notes = [...(details.notes ?? []), ...model.inherited.flatMap((from) => from.notes)];
    const named = codesIn(notes.map(({ text }) => text).join('\n'), model.system);
    const found = await Promise.all(
      named.map(async (code) => ((await client.show(model.system, code)).found ? code : '')),
    );
    model.knownCodes = new Set(found.filter(Boolean));
    const relations = details.relations ?? [];
    model.relations = await namedRelations(client, relations.slice(0, MAX_RELATIONS));
    model.relationsLeftOut = Math.max(0, relations.length - MAX_RELATIONS);
    model.details = details;
  } catch (failure) {
    model.details = {};
    model.detailsFailure = /** @type {Failure} */ (failure);
  }
}

/**
 * Official notes stand at the widest code they hold for: those of the codes above hold here too, and
 * those of its section and chapter.
 *
 * @param {EngineClient} client
 * @param {Concept} concept
 * @param {Details} details its own, with the notes of the chapters in its pack
 * @returns {Promise<InheritedNotes[]>} the nearest first
 */
async function inheritedNotes(client, { system, ancestors, chapters = [] }, { groups = {} }) {
  const ofCodes = await Promise.all(
    ancestors.map(async ({ code, display }) => {
      const shown = await client.show(system, code);
      const pack = shown.found ? shown.pack : null;
      const { notes = [] } = pack ? await client.details(pack, code) : {};
      const holding = notes.filter(({ kind }) => kind !== 'seventh-character');
      return { code, display, isGroup: false, notes: holding };
    }),
  );
  const ofGroups = chapters.map(({ id, title }) => {
    const notes = Object.hasOwn(groups, id) ? (groups[id].notes ?? []) : [];
    return { code: id, display: title, isGroup: true, notes };
  });
  return [...ofGroups, ...ofCodes].filter(({ notes }) => notes.length > 0).reverse();
}

/**
 * Adds the names of the related concepts that this catalog has.
 *
 * @param {EngineClient} client
 * @param {NonNullable<Details['relations']>} relations
 * @returns {Promise<NamedRelation[]>}
 */
function namedRelations(client, relations) {
  return Promise.all(
    relations.map(async (relation) => {
      const { system, code } = relation;
      const shown = code ? await client.show(system, code) : null;
      return shown?.found
        ? { ...relation, code: shown.code, display: shown.display, isKnown: true }
        : { ...relation, isKnown: false };
    }),
  );
}
