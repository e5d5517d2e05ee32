// Which likenesses were judged by hand?
//
// Exports readJudged: the lines of judgements.tsv (concept, system, codes, reason). Held by samples.test.js.

/**
 * @typedef {object} Judged
 * @property {string} concept system/code
 * @property {string} system where the like concepts are looked for
 * @property {string[]} codes the accepted codes; in ICD-10-PCS beginnings of codes
 */

/**
 * Returns the judgements in `text`.
 *
 * @param {string} text
 * @returns {Judged[]}
 */
export function readJudged(text) {
  const [header, ...lines] = text.trim().split('\n');
  if (header !== 'concept\tsystem\tcodes\treason') {
    throw new Error(`judgements.tsv: the header is "${header}"`);
  }
  return lines.map((line, at) => {
    const cells = line.split('\t');
    if (cells.length !== 4 || cells.some((cell) => !cell.trim()) || !cells[0].includes('/')) {
      throw new Error(`judgements.tsv:${at + 2}: needs concept, system, codes and reason`);
    }
    return { concept: cells[0], system: cells[1], codes: cells[2].split('|') };
  });
}

/**
 * Returns whether `code` is one that was accepted.
 *
 * @param {Judged} judged
 * @param {string} code
 */
export const isAccepted = ({ system, codes }, code) =>
  codes.some((accepted) => (system === 'icd10pcs' ? code.startsWith(accepted) : code === accepted));
