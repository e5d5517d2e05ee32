// Which lines and branches of core do the native tests run? npm run coverage
//
// Builds the preset `coverage` (g++, core at -O0 with counters), runs its test programs, each once from its beginning to its
// end, and prints a table by room. Ends with 1 when a test failed or fewer than nine lines in ten were run.
//   --lines  also prints, for each file, the lines that no test ran
//   --again  neither builds nor runs: prints what the last run counted
// Branches that only an exception takes are left out: every call that may throw has one, and core throws nowhere but in X3.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const build = join(root, 'build/coverage');

/** Lines of core that must be run, of a hundred. */
const FLOOR = 90;

/** The longest first, so that none is left alone at the end. */
const PROGRAMS = ['cli', 'query', 'fuzz', 'search', 'catalog', 'text', 'sources', 'api', 'base', 'systems', 'compile'].map(
  (room) => `test_${room}`,
);

/** The random tests in their short forms, as under the sanitizers. */
const SHORT = { MEDCODE_PAIRS: '300', MEDCODE_FLIPS: '300' };

/** @typedef {{ count: number, branches: number[] }} Line how often it was run, and each of its branches */

/** Ends the program when a command fails. @param {string} program @param {string[]} words */
function run(program, words) {
  const { status } = spawnSync(program, words, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, CCACHE_BASEDIR: root, CCACHE_NOHASHDIR: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Whether a test program passed; of one that did not, all it said. @param {string} name */
async function passes(name) {
  const child = spawn(join(build, name), [], { cwd: root, env: { ...process.env, ...SHORT } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
  const code = await new Promise((resolve) => child.on('close', resolve));
  console.error(`${name}: ${code === 0 ? (said.match(/\[ {2}PASSED {2}\] (.*)\./)?.[1] ?? 'no test') : `failed\n${said}`}`);
  return code === 0;
}

/** Whether all programs passed; as many run at once as there are cores. */
async function runTests() {
  const left = [...PROGRAMS];
  let good = true;
  const work = async () => {
    for (let name = left.shift(); name; name = left.shift()) good = (await passes(name)) && good;
  };
  await Promise.all(cpus().map(work));
  return good;
}

/** Files of the objects of core: what each has to count (gcno), or what it counted (gcda). @param {string} ending */
const objects = (ending) =>
  readdirSync(build, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(ending) && /CMakeFiles\/medcode\w*\.dir\/core\//.test(path))
    .map((path) => join(build, path));

/**
 * Adds what one object counted: a line or branch was run where any object ran it.
 *
 * @param {Map<string, Map<number, Line>>} files
 * @param {string} object
 */
function add(files, object) {
  const words = ['--json-format', '--stdout', '--branch-probabilities', object];
  const said = execFileSync('gcov', words, { cwd: root, encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'ignore'] });
  for (const text of said.split('\n').filter(Boolean)) {
    const { current_working_directory: folder, files: found } = JSON.parse(text);
    for (const { file, lines } of found) {
      const path = relative(root, join(file.startsWith('/') ? '/' : folder, file));
      if (!path.startsWith('core/')) continue;
      const known = files.get(path) ?? new Map();
      files.set(path, known);
      for (const line of lines) addLine(known, line);
    }
  }
}

/**
 * @param {Map<number, Line>} known
 * @param {{ line_number: number, count: number, branches: { count: number, throw: boolean }[] }} counted
 */
function addLine(known, { line_number: number, count, branches }) {
  const line = known.get(number) ?? { count: 0, branches: [] };
  known.set(number, line);
  line.count += count;
  const taken = branches.filter((branch) => !branch.throw).map((branch) => branch.count);
  // An inline function in another object may have been compiled into other branches: those of the fullest stand.
  if (taken.length > line.branches.length) line.branches = taken;
  else if (taken.length === line.branches.length) line.branches = taken.map((value, at) => value + line.branches[at]);
}

/** One row of the table. @param {string} name @param {Line[]} lines */
function row(name, lines) {
  const branches = lines.flatMap((line) => line.branches);
  const cells = [...share(lines.map(({ count }) => count)), ...share(branches)];
  return `| ${[name, ...cells].join(' | ')} |`;
}

/** How many counts are above zero, of how many, and that of a hundred. @param {number[]} counts */
function share(counts) {
  const run = counts.filter((count) => count > 0).length;
  return [run, counts.length, counts.length === 0 ? '-' : ((100 * run) / counts.length).toFixed(1)];
}

/** Prints the table, and returns all lines. @param {Map<string, Map<number, Line>>} files */
function print(files) {
  /** @type {Map<string, Line[]>} */
  const rooms = new Map();
  for (const [path, lines] of files) {
    const room = path.split('/').length > 2 ? path.split('/')[1] : 'engine';
    rooms.set(room, [...(rooms.get(room) ?? []), ...lines.values()]);
  }
  console.log('| room | lines run | of | % | branches taken | of | % |\n|---|---|---|---|---|---|---|');
  for (const [room, lines] of [...rooms].sort()) console.log(row(room, lines));
  const all = [...rooms.values()].flat();
  console.log(row('core', all));
  return all;
}

/** Prints the lines that no test ran. @param {Map<string, Map<number, Line>>} files */
function printMissed(files) {
  for (const [path, lines] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const missed = [...lines].filter(([, { count }]) => count === 0).map(([number]) => number);
    if (missed.length) console.log(`${path}: ${missed.sort((a, b) => a - b).join(' ')}`);
  }
}

let good = true;
if (!process.argv.includes('--again')) {
  run('cmake', ['--preset', 'coverage', '-DMEDCODE_SOURCES=']);
  run('cmake', ['--build', '--preset', 'coverage', '-j', String(cpus().length), '--target', 'medcode', ...PROGRAMS]);
  objects('.gcda').forEach((path) => rmSync(path));
  good = await runTests();
}
const files = new Map();
// An object that no test program links has counted nothing; its lines are among those not run.
objects('.gcno').forEach((path) => add(files, path));
const all = print(files);
if (process.argv.includes('--lines')) printMissed(files);
if (100 * all.filter(({ count }) => count > 0).length < FLOOR * all.length) {
  good = false;
  console.error(`Fewer than ${FLOOR} % of the lines of core are run. Which ones are not: npm run coverage -- --again --lines`);
}
process.exit(good ? 0 : 1);
