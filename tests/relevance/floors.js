// Which kinds are answered worse than was once measured?
//
// Exports floorsFrom and belowFloors. Only queries of the development part have floors: the held part is there to be
// looked at, not to be tuned to. Held by tests/relevance/rank.test.js.

/** @typedef {import('./table.js').Group} Group */
/** @typedef {Record<string, {success1: number, success5: number}>} Floors */

/** How much worse than measured is still no failure: one query of fifty, and one query of a smaller group. */
const slack = 0.02;

/** @param {number} value @param {number} queries */
const alittleUnder = (value, queries) =>
  Math.max(0, Math.floor((value - Math.max(slack, 1 / queries)) * 100) / 100);

/**
 * Returns floors a little under what `groups` measure.
 *
 * @param {Group[]} groups
 * @returns {Floors}
 */
export const floorsFrom = (groups) =>
  Object.fromEntries(
    groups
      .filter(({ part }) => part === 'dev')
      .map(({ name, queries, by }) => [
        name,
        {
          success1: alittleUnder(by.ours.success1, queries),
          success5: alittleUnder(by.ours.success5, queries),
        },
      ]),
  );

/**
 * Returns a sentence for each measure that lies below its floor, and for each floor that nothing was measured for.
 *
 * @param {Group[]} groups
 * @param {Floors} floors
 * @returns {string[]}
 */
export function belowFloors(groups, floors) {
  return Object.entries(floors).flatMap(([name, floor]) => {
    const group = groups.find((each) => each.part === 'dev' && each.name === name);
    if (!group) return [`${name}: has a floor, but no judgements; record the floors anew`];
    return /** @type {const} */ (['success1', 'success5'])
      .filter((measure) => group.by.ours[measure] < floor[measure])
      .map(
        (measure) =>
          `${name}: ${measure} is ${group.by.ours[measure].toFixed(3)}, ` +
          `under its floor of ${floor[measure]}`,
      );
  });
}
