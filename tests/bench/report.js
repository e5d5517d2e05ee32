// What do the figures say beside the budgets of the design?
//
// Exports printReport: markdown tables, as README.md shows them. Held by tests/bench/run.mjs.

const kilobyte = 1000;
const megabyte = 1024 * 1024;

/** @param {number} bytes */
const kB = (bytes) => `${(bytes / kilobyte).toFixed(1)} kB`;

/** @param {number} milliseconds */
const ms = (milliseconds) => milliseconds.toFixed(milliseconds < 10 ? 3 : 0);

/** @param {number} ours @param {number} theirs */
const fraction = (ours, theirs) => `1/${(theirs / ours).toFixed(0)}`;

/** @param {string[]} header @param {string[][]} rows */
function printRows(header, rows) {
  console.log(`\n| ${header.join(' | ')} |\n|${header.map(() => '---').join('|')}|`);
  rows.forEach((row) => console.log(`| ${row.join(' | ')} |`));
}

/** @param {Record<string, any>} sizes @param {{searched: number}} memory */
function printSizes(sizes, memory) {
  const { titleLinesGzip: gzip, module } = sizes;
  /** @param {number} bytes */
  const ratio = (bytes) => `${kB(bytes)}, ${(bytes / gzip).toFixed(2)} x`;
  printRows(
    ['bytes', 'measured', 'budget'],
    [
      ['`code<TAB>title` lines of ICD-10-CM, ICD-10-PCS, HCPCS, gzip -9', kB(gzip), ''],
      ['the same, xz -9e', sizes.titleLinesXz ? ratio(sizes.titleLinesXz) : 'not asked for (--xz)', ''],
      ['searchable catalog, titles only', ratio(sizes.titlesCatalog), '0.60 x'],
      ['with every official designation', ratio(sizes.designationsCatalog), '1.2 x'],
      ['whole catalog: all systems, starter, lexicon', ratio(sizes.fullCatalog), ''],
      ['engine.wasm + glue, gzipped', kB(module.wasm + module.glue), '110 kB'],
      ['wasm memory, all systems', `${(memory.searched / megabyte).toFixed(1)} MB`, '96 MB'],
    ],
  );
}

/** @param {string} title @param {Record<string, any>} keys */
function printKeys(title, keys) {
  const quantiles = ['p50', 'p95', 'p99', 'max'];
  printRows(
    [title, 'keys', ...quantiles, ...quantiles.map((name) => `${name} cpu`), 'slowest'],
    Object.entries(keys).map(([name, { keys: count, wall, cpu, slowest }]) => [
      name,
      String(count),
      ...quantiles.map((quantile) => ms(wall[quantile])),
      ...quantiles.map((quantile) => ms(cpu[quantile])),
      `\`${slowest}\``,
    ]),
  );
}

/** @param {Record<string, any>} report */
export function printReport(report) {
  const { opening, keysBesidePeers: beside } = report;
  printSizes(report.sizes, report.memory);
  printRows(
    ['opening, ms', 'wall', 'cpu'],
    Object.entries(opening).map(([name, { wall, cpu }]) => [name, ms(wall), ms(cpu)]),
  );
  printKeys(`key, ms (${report.queries} queries)`, report.keysOfAll);
  printKeys(`key, ms (${report.peerQueries} queries)`, beside);
  const ours = 'ours, ICD-10-CM titles';
  const load = opening['MiniSearch.loadJSON, ICD-10-CM titles'];
  /** @param {string} peer @param {'wall' | 'cpu'} kind */
  const p99 = (peer, kind) => fraction(beside[ours][kind].p99, beside[peer][kind].p99);
  printRows(
    ['ratio in this run', 'wall', 'cpu', 'budget'],
    [
      [
        'opening / MiniSearch.loadJSON, same titles',
        fraction(opening[ours].wall, load.wall),
        fraction(opening[ours].cpu, load.cpu),
        '1/20',
      ],
      ['p99 per key / MiniSearch', p99('MiniSearch', 'wall'), p99('MiniSearch', 'cpu'), '1/50'],
      ['p99 per key / SQLite FTS5', p99('SQLite FTS5', 'wall'), p99('SQLite FTS5', 'cpu'), '1/10'],
    ],
  );
}
