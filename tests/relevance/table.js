// How is what was measured shown?
//
// Exports groupsOf and printTable. A group is one system and kind of one part. Held by tests/relevance/rank.test.js.

/** @typedef {import('./judgements.js').Judgement} Judgement */
/** @typedef {import('./rank.js').Measures} Measures */

/**
 * @typedef {object} Group
 * @property {string} name system/kind
 * @property {string} part
 * @property {number} queries
 * @property {Record<string, Measures>} by measures by who answered; "ours" is always there
 * @property {number | null} keystrokes
 */

/**
 * Returns the groups of `judgements` with the places of their members, and one of all members of each part.
 *
 * @param {Judgement[]} judgements
 * @returns {{name: string, part: string, members: number[]}[]}
 */
export function groupsOf(judgements) {
  /** @type {Map<string, {name: string, part: string, members: number[]}>} */
  const groups = new Map();
  /** @param {string} name @param {string} part @param {number} at */
  const put = (name, part, at) => {
    const key = `${part} ${name}`;
    if (!groups.has(key)) groups.set(key, { name, part, members: [] });
    groups.get(key)?.members.push(at);
  };
  judgements.forEach(({ system, kind, part }, at) => put(`${system}/${kind}`, part, at));
  judgements.forEach(({ part }, at) => put('all', part, at));
  const order = ['dev', 'held', 'outside'];
  return [...groups.values()].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
}

/** @param {number} value */
const share = (value) => value.toFixed(2).replace(/^0/, '').padStart(4);

/**
 * Prints one line a group: success@1, @5, @10 and MRR, for each who answered.
 *
 * @param {Group[]} groups
 */
export function printTable(groups) {
  const answerers = Object.keys(groups[0].by);
  const head = answerers.map((who) => who.padEnd(21)).join('| ');
  console.log(`${''.padEnd(8)}${''.padEnd(26)}${''.padStart(4)}  ${head}`);
  const columns = answerers.map(() => '  @1   @5  @10  MRR  ').join('| ');
  const hasKeystrokes = groups[0].keystrokes !== null;
  console.log(
    `${'part'.padEnd(8)}${'system/kind'.padEnd(26)}${'n'.padStart(4)}  ` +
      `${columns}${hasKeystrokes ? '| typed' : ''}`,
  );
  for (const { name, part, queries, by, keystrokes } of groups) {
    const cells = answerers.map((who) => {
      const { success1, success5, success10, mrr } = by[who];
      return `${[success1, success5, success10, mrr].map(share).join(' ')}  `;
    });
    const typed = keystrokes === null ? '' : `| ${share(keystrokes)}`;
    console.log(
      `${part.padEnd(8)}${name.padEnd(26)}${String(queries).padStart(4)}  ${cells.join('| ')}${typed}`,
    );
  }
}
