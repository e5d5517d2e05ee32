// Which relations belong together?
//
// Exports relationGroups and remarksOf. A combination in a map (core/sources/gems.hpp) has scenarios, a scenario has
// lists, and one target of each list is needed:
//
//     scenario 1, choice list 1: 250.60   |  250.60 and 536.3 together, or 250.62 and 536.3 together
//     scenario 1, choice list 1: 250.62   |
//     scenario 1, choice list 2: 536.3    |
//
// Held by tests/browser/unit/relation-groups.test.js.

/** @typedef {import('./concept-model.js').NamedRelation} NamedRelation */
/** @typedef {{ targets: NamedRelation[] }} Choice one of the targets is needed */
/**
 * @typedef {object} RelationGroup
 * @property {string} kind
 * @property {string} system
 * @property {string[]} flags of the whole group that need a sentence
 * @property {NamedRelation[]} singles each stands for itself
 * @property {Choice[][]} scenarios each is a list of choices that only together say the same
 */

const SCENARIO = /^scenario (\d+)$/;
const CHOICE = /^choice list (\d+)$/;
const SINCE = /^since (\d{4}.*)$/;

/** Stands for the first list where a map names none; no map has so many. */
const NO_LIST = 1000;

/** Flags that are explained by a sentence above the list, once. */
const EXPLAINED = ['approximate', 'combination', 'no-map'];

/**
 * @param {string[]} flags
 * @param {RegExp} pattern
 */
function numberIn(flags, pattern) {
  const found = flags.map((flag) => pattern.exec(flag)).find(Boolean);
  return found ? Number(found[1]) : 0;
}

/**
 * @param {NamedRelation[]} combined
 * @returns {Choice[][]}
 */
function scenariosOf(combined) {
  /** @type {Map<number, Map<number, NamedRelation[]>>} */
  const scenarios = new Map();
  for (const relation of combined) {
    const flags = relation.flags ?? [];
    const scenario = numberIn(flags, SCENARIO);
    const lists = scenarios.get(scenario) ?? new Map();
    // Without lists, every target is needed, so each is a list of its own.
    const list = numberIn(flags, CHOICE) || NO_LIST + lists.size;
    lists.set(list, [...(lists.get(list) ?? []), relation]);
    scenarios.set(scenario, lists);
  }
  const inOrder = [...scenarios].sort(([left], [right]) => left - right);
  return inOrder.map(([, lists]) =>
    [...lists].sort(([left], [right]) => left - right).map(([, targets]) => ({ targets })),
  );
}

/**
 * Groups relations by kind and target system, in the order in which they come.
 *
 * @param {NamedRelation[]} relations
 * @returns {RelationGroup[]}
 */
export function relationGroups(relations) {
  /** @type {Map<string, NamedRelation[]>} */
  const groups = new Map();
  for (const relation of relations) {
    const key = `${relation.kind} ${relation.system}`;
    groups.set(key, [...(groups.get(key) ?? []), relation]);
  }
  return [...groups.values()].map((group) => {
    const isCombined = (/** @type {NamedRelation} */ { flags }) =>
      flags?.includes('combination') ?? false;
    const flags = EXPLAINED.filter((flag) => group.some((each) => each.flags?.includes(flag)));
    return {
      kind: group[0].kind,
      system: group[0].system,
      flags,
      singles: group.filter((relation) => !isCombined(relation)),
      scenarios: scenariosOf(group.filter(isCombined)),
    };
  });
}

/**
 * Returns what must be said of one target: the key of its text and what goes into it.
 *
 * @param {string[]} flags
 * @returns {{ key: string, holes: Record<string, string> }[]}
 */
export function remarksOf(flags) {
  /** @type {{ key: string, holes: Record<string, string> }[]} */
  const remarks = [];
  for (const flag of flags) {
    const since = SINCE.exec(flag);
    if (since) remarks.push({ key: 'flag.since', holes: { year: since[1] } });
    else if (flag === 'approximate') remarks.push({ key: 'flag.approximate', holes: {} });
    else if (!EXPLAINED.includes(flag) && !SCENARIO.test(flag) && !CHOICE.test(flag)) {
      remarks.push({ key: flag, holes: {} });
    }
  }
  return remarks;
}
