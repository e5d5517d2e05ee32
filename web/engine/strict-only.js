// What is left of an answer without its relaxed hits?
//
// Exports strictOnly. An answer is relaxed only where its catalog has fewer than five strict hits, so what is counted anew is
// a handful. Held by tests/browser/unit/merge-answers.test.js and tests/wasm/federation.test.js.

/** @typedef {import('./contract.d.ts').Hit} Hit */
/** @typedef {import('./contract.d.ts').SearchResponse} SearchResponse */
/** @typedef {import('./member.js').Member} Member */

/** @param {string[]} names */
function counted(names) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/**
 * @param {Pick<Member, 'engine' | 'local'>} member
 * @param {SearchResponse} response relaxed
 * @param {Hit[]} strict all strict hits of the catalog, in whichever system
 * @returns {SearchResponse}
 */
export function strictOnly(member, response, strict) {
  const hits = response.hits.filter(({ score }) => score >= 1);
  const chapters = hits.flatMap(({ system, code }) => {
    const shown = member.engine.show(member.local(system), code);
    const [widest] = (shown.found && shown.chapters) || [];
    return widest ? [{ system, ...widest }] : [];
  });
  const active = strict.filter(({ status }) => status === 'active').length;
  const places = counted(chapters.map(({ system, id }) => `${system}\n${id}`));
  const widest = new Map(chapters.map((chapter) => [`${chapter.system}\n${chapter.id}`, chapter]));
  return {
    ...response,
    relaxed: false,
    total: hits.length,
    hits,
    facets: {
      system: counted(strict.map(({ system }) => system)),
      status: { active, inactive: strict.length - active },
      billing: {
        billable: hits.filter(({ billable }) => billable === true).length,
        header: hits.filter(({ billable }) => billable === false).length,
      },
      chapter: [...widest].map(([place, chapter]) => ({ ...chapter, count: places[place] })),
    },
  };
}
