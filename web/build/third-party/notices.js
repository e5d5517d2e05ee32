// How does a person read whose work is in dist/ and under which licence?
//
// Exports writeNotices: the text of THIRD_PARTY.md. Held by tests/support/third-party.test.js.

/** @typedef {import('./part.js').Part} Part */
/** @typedef {{ title: string, version: string, publisher?: string, notice?: string }} System */

/** @type {[Part['in'][number], string][]} */
const PLACES = [
  ['page', "In the page's scripts"],
  ['engine', 'In the modules (engine.wasm, builder.wasm, and the engine as plain JavaScript)'],
  ['program', 'In the program medcode, which is not in this folder'],
];

/** @param {string} text */
const quoted = (text) => text.replace(/^/gm, '    ').replace(/ +$/gm, '');

/** @param {string} text for a cell of a table */
const cell = (text) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();

/** @param {Part[]} parts */
function table(parts) {
  const rows = parts.map(
    ({ title, version, licence, page }) =>
      `| [${cell(title)}](${page}) | ${version} | ${licence} |`,
  );
  return ['| what | version | licence |', '|---|---|---|', ...rows].join('\n');
}

/** @param {Part[]} parts */
function texts(parts) {
  /** @type {Map<string, string[]>} */
  const namesOf = new Map();
  for (const { title, text } of parts) namesOf.set(text, [...(namesOf.get(text) ?? []), title]);
  return [...namesOf].map(([text, names]) => `### ${names.join(', ')}\n\n${quoted(text)}`);
}

/** @param {System[]} systems */
function systemTable(systems) {
  const rows = systems.map(
    ({ title, version, publisher = '', notice = '' }) =>
      `| ${cell(title)} | ${cell(version)} | ${cell(publisher)} | ${cell(notice)} |`,
  );
  return ['| code system | release | publisher | notice |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}

/**
 * @param {Part[]} parts
 * @param {System[]} systems those of the catalog in dist/
 */
export function writeNotices(parts, systems) {
  return `${[
    "# Others' work in medical-code-search",
    'Made by the build from what the bundles, the module and the catalog of this folder contain; for programs: sbom.cdx.json.',
    ...PLACES.flatMap(([place, heading]) => [
      `## ${heading}`,
      table(parts.filter((part) => part.in.includes(place))),
    ]),
    '## In the catalog',
    systemTable(systems),
    '## Copyright and licences in full',
    ...texts(parts),
  ].join('\n\n')}\n`;
}
