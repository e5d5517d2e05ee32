// How do figures stand in a document?
//
// Exports table, the units, betterThan, comparedBy and replaceMarked. A table's cells are aligned by nothing but bars; what stands
// between two markers of a document is replaced as a whole. Held by tests/bench/tables.test.js.

const thousand = 1000;
const million = thousand * thousand;

/** @param {number} value @returns {string} three figures at most after the first that counts */
export function figure(value) {
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  if (value >= 1) return value.toFixed(2);
  return value.toFixed(3);
}

/** @param {number} bytes */
export const size = (bytes) =>
  bytes < million ? `${figure(bytes / thousand)} kB` : `${figure(bytes / million)} MB`;

/** @param {number} bytes */
export const megabytes = (bytes) => (bytes / million).toFixed(0);

/** @param {string} typed @returns {string} as code, whatever is in it */
export const typedText = (typed) => `\`${typed.replaceAll('|', '\\|')}\``;

/** @param {string[]} header @param {string[][]} rows @returns {string} Markdown */
export const table = (header, rows) =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/**
 * Returns a sentence that names, for each measure, the engines that do better than ours; "" when none does.
 *
 * @param {Record<string, Record<string, number | undefined>>} figures by engine, then by measure; less is better
 * @param {string} ours
 * @param {(value: number, measure: string) => string} written
 */
export function betterThan(figures, ours, written) {
  const mine = figures[ours];
  const found = Object.entries(mine).flatMap(([measure, own]) => {
    if (own === undefined) return [];
    const others = Object.entries(figures)
      .filter(([name, values]) => !name.startsWith('ours') && (values[measure] ?? Infinity) < own)
      .map(([name, values]) => `${name} ${written(Number(values[measure]), measure)}`);
    const against = `against ${written(own, measure)}`;
    return others.length > 0 ? [`**${measure}**: ${others.join(', ')} ${against}`] : [];
  });
  return found.length > 0 ? `Better than ours here: ${found.join('; ')}.` : 'No peer is better at any of these.';
}

/** @param {string} name */
const markers = (name) => ({ begin: `<!-- begin ${name} -->`, end: `<!-- end ${name} -->` });

/**
 * Returns `text` with what stands between the markers of `name` replaced; throws when they are missing.
 *
 * @param {string} text
 * @param {string} name
 * @param {string} content
 */
export function replaceMarked(text, name, content) {
  const { begin, end } = markers(name);
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`"${begin}" and "${end}" are not in the document.`);
  return `${text.slice(0, from + begin.length)}\n\n${content.trim()}\n\n${text.slice(to)}`;
}

/** Fewer keys than this, or fewer than half of the whole queries, compare nothing. */
const fewestKeys = 100;

/**
 * Returns the measures that engines are compared by; what was cut off too early is left out.
 *
 * @param {{opening: {median: number}, keys: any, answers: any}} figures
 * @param {number} memory bytes
 */
export function comparedBy({ opening, keys, answers }, memory) {
  const hasKeys = keys.keys >= fewestKeys;
  return {
    'open, ms': opening.median,
    'memory, MB': memory / million,
    'p50, ms': hasKeys ? keys.p50 : undefined,
    'p99, ms': hasKeys ? keys.p99 : undefined,
    'wrong, %':
      answers.asked * 2 >= answers.wanted ? 100 * (1 - answers.right / answers.asked) : undefined,
  };
}
