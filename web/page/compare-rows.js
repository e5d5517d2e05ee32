// In what do concepts differ?
//
// Exports compareRows: the same facts of each concept in one row, every piece of text marked that is not in all of
// them. Held by tests/browser/unit/compare-rows.test.js.

/** @typedef {import('./concept-model.js').ConceptModel} ConceptModel */
/** @typedef {import('../engine/contract.d.ts').Concept} Concept */
/** @typedef {{ text: string, href: string, isOwn: boolean }} Piece `isOwn`: not in all concepts */
/** @typedef {Piece[][]} Cell lines of pieces; a piece is a line except in names, where it is a word */
/** @typedef {{ key: string, cells: Cell[], isDifferent: boolean }} CompareRow */
/** @typedef {{ text: string, href?: string }} Fact */

/** @param {string} text */
const folded = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

/**
 * Marks in each cell the facts that not all cells have.
 *
 * @param {string} key
 * @param {Fact[][]} facts
 * @returns {CompareRow}
 */
function rowOfFacts(key, facts) {
  const sets = facts.map((list) => new Set(list.map(({ text }) => folded(text))));
  const isShared = (/** @type {string} */ text) => sets.every((set) => set.has(folded(text)));
  const cells = facts.map((list) =>
    list.map(({ text, href = '' }) => [{ text, href, isOwn: !isShared(text) }]),
  );
  return { key, cells, isDifferent: cells.flat(2).some(({ isOwn }) => isOwn) };
}

/**
 * Marks the words of each text that not all texts have.
 *
 * @param {string} key
 * @param {string[]} texts
 * @returns {CompareRow}
 */
function rowOfWords(key, texts) {
  const sets = texts.map((text) => new Set(folded(text).split(' ')));
  const cells = texts.map((text) => {
    /** @type {Piece[]} */
    const pieces = [];
    for (const word of text.split(/(?<=\s)/)) {
      const isOwn = !sets.every((set) =>
        folded(word)
          .split(' ')
          .every((part) => !part || set.has(part)),
      );
      const last = pieces.at(-1);
      if (last?.isOwn === isOwn) last.text += word;
      else pieces.push({ text: word, href: '', isOwn });
    }
    return [pieces];
  });
  return { key, cells, isDifferent: cells.flat(2).some(({ isOwn }) => isOwn) };
}

/**
 * Makes a row of each key that any of the concepts has, in the order in which they are met.
 *
 * @param {Map<string, Fact[]>[]} tables one per concept
 */
function rowsOfTables(tables) {
  const keys = new Set(tables.flatMap((table) => [...table.keys()]));
  return [...keys].map((key) =>
    rowOfFacts(
      key,
      tables.map((table) => table.get(key) ?? []),
    ),
  );
}

/**
 * @param {Map<string, Fact[]>} table
 * @param {string} key
 * @param {Fact} fact
 */
function add(table, key, fact) {
  table.set(key, [...(table.get(key) ?? []), fact]);
}

/**
 * @typedef {object} Wording
 * @property {(system: string) => string} systemTitle
 * @property {(key: string, text: string) => string} known as Messages.known
 * @property {(name: string) => string} propertyTitle
 * @property {(concept: { system: string, code: string }) => string} href
 */

/**
 * @param {ConceptModel} model
 * @param {Concept} shown
 * @param {Wording} wording
 */
function tableOf({ details, inherited, relations }, shown, { known, propertyTitle, href }) {
  /** @type {Map<string, Fact[]>} */
  const table = new Map();
  const { system } = shown;
  for (const { title } of shown.chapters ?? [])
    add(table, known('compare.place', ''), { text: title });
  for (const above of shown.ancestors) {
    const text = `${above.code} ${above.display}`;
    add(table, known('compare.place', ''), { text, href: href({ system, code: above.code }) });
  }
  for (const { use, text } of [...shown.designations, ...(details?.designations ?? [])]) {
    add(table, known(`use.${use}`, use), { text });
  }
  for (const { title, value, label } of details?.axes ?? []) {
    add(table, title, { text: value === label ? label : `${value} ${label}` });
  }
  for (const { name, value } of details?.properties ?? []) {
    add(table, propertyTitle(name), { text: value });
  }
  const notes = [...(details?.notes ?? []), ...inherited.flatMap((from) => from.notes)];
  for (const { kind, text } of notes) {
    for (const line of text.split('\n').filter((each) => each.trim())) {
      add(table, known(`note.${kind}`, kind), { text: line });
    }
  }
  for (const relation of relations) {
    const text = [relation.code, relation.display].filter(Boolean).join(' ');
    const target = relation.isKnown ? href(relation) : '';
    const key = known(`relation.${relation.kind}`, propertyTitle(relation.kind));
    if (text) add(table, key, { text, href: target });
  }
  return table;
}

/**
 * Returns a row for every fact that any of the concepts has. Concepts that were not found have empty cells.
 *
 * @param {ConceptModel[]} models
 * @param {Wording} wording
 * @returns {CompareRow[]}
 */
export function compareRows(models, wording) {
  const { known, systemTitle } = wording;
  const shown = models.map((model) => (model.shown.found ? model.shown : null));
  const stateOf = (/** @type {Concept | null} */ concept) =>
    !concept
      ? []
      : [
          concept.status,
          ...(concept.billable === null ? [] : [concept.billable ? 'billable' : 'header']),
        ].map((state) => ({ text: known(state, state) }));
  return [
    rowOfWords(
      known('compare.name', ''),
      shown.map((concept) => concept?.display ?? ''),
    ),
    rowOfFacts(
      known('kind', ''),
      models.map(({ system }) => [{ text: systemTitle(system) }]),
    ),
    rowOfFacts(known('status', ''), shown.map(stateOf)),
    ...rowsOfTables(
      models.map((model) => (model.shown.found ? tableOf(model, model.shown, wording) : new Map())),
    ),
  ];
}
