// Does clang-tidy find a fault in core? node tests/support/tidy.mjs [FILE...] (npm run tidy: all of core, from any folder)
//
// Most of clang-tidy's time goes into headers, so the files of a room are looked at together: a gathering includes them one
// after another, and the analyser takes them for what they are because it is named UnifiedSource*. Two files that declare the
// same name go into different gatherings, and one that does not compile is halved until it does. A gathering without a finding
// is remembered by the checksum of its preprocessed text, of .clang-tidy and of clang-tidy's version in build/tidy/; so a
// second run takes seconds, whatever branch was looked at in between. Ends with 1 when there is a finding, printed as file:line.
// Held by tidy.test.js.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const work = join(root, 'build/tidy');
const flags = ['-std=c++20', `-I${root}`, '-DMEDCODE_VERSION="0"'];
/** Lines of code in one gathering: more share their headers, fewer leave both cores something to do. */
const maxLines = 2500;

/**
 * Runs a program to its end. What it prints goes to `take` piece by piece, its complaints come back.
 *
 * @param {string} program
 * @param {string[]} options
 * @param {(piece: Buffer) => void} take
 * @returns {Promise<{ code: number, complaints: string }>}
 */
const run = (program, options, take) =>
  new Promise((done, fail) => {
    const child = spawn(program, options, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let complaints = '';
    child.stdout.on('data', take);
    child.stderr.on('data', (piece) => (complaints += piece));
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, complaints }));
  });

/** Returns the names that a file declares at the margin. @param {string} text */
const namesOf = (text) => [...text.matchAll(/^(?=\w)(?!namespace|template|return)[\w:<>,&*[\]() ]*?[ &*](?!const\b)(\w+)(?= ?[({;=]| : )/gm)].map((match) => match[1]);

/** Returns files as gatherings: of one folder, no name twice, none too long. @param {string[]} files */
function gather(files) {
  const gatherings = [];
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const names = namesOf(text);
    const lines = text.split('\n').length;
    const fits = (one) => one.folder === dirname(file) && one.lines + lines <= maxLines && !names.some((name) => one.names.has(name));
    let home = gatherings.find(fits);
    if (!home) gatherings.push((home = { folder: dirname(file), files: [], names: new Set(), lines: 0 }));
    home.files.push(file);
    home.lines += lines;
    for (const name of names) home.names.add(name);
  }
  return gatherings.sort((a, b) => b.lines - a.lines).map((one) => one.files);
}

/** Returns the checksum of all that a gathering's findings depend on. @param {string} path @param {string} tool */
async function checksum(path, tool) {
  const hash = createHash('sha256').update(tool);
  const { code } = await run('clang++', [...flags, '-E', '-C', path], (piece) => hash.update(piece));
  return code === 0 ? hash.digest('hex') : '';
}

/** Looks at files together; returns what there is to say of them, nothing when they are clean. @param {string[]} files @param {string} tool */
async function look(files, tool) {
  const text = files.map((file) => `#include "${file}"  // NOLINT(bugprone-suspicious-include)\n`).join('');
  const name = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const path = join(work, `UnifiedSource-${basename(dirname(files[0]))}-${name}.cpp`);
  writeFileSync(path, text);
  const sum = await checksum(path, tool);
  const stamp = join(work, `${sum}.clean`);
  if (sum && existsSync(stamp)) return { findings: '', fresh: 0 };
  let findings = '';
  const { code, complaints } = await run('clang-tidy', ['--quiet', `--config-file=${root}.clang-tidy`, path, '--', ...flags], (piece) => (findings += piece));
  if (files.length > 1 && findings.includes('[clang-diagnostic-error]')) {
    const middle = files.length >> 1;
    const halves = [await look(files.slice(0, middle), tool), await look(files.slice(middle), tool)];
    return { findings: halves.map((half) => half.findings).join(''), fresh: halves[0].fresh + halves[1].fresh };
  }
  if (code === 0 && sum) writeFileSync(stamp, '');
  return { findings: code === 0 ? '' : findings || complaints, fresh: files.length };
}

const given = process.argv.slice(2).map((file) => resolve(file));
const listed = readdirSync(join(root, 'core'), { recursive: true }).map((file) => join(root, 'core', String(file)));
const files = given.length > 0 ? given : listed.filter((file) => file.endsWith('.cpp')).sort();
mkdirSync(work, { recursive: true });
let tool = readFileSync(join(root, '.clang-tidy'), 'utf8') + flags.join(' ');
await run('clang-tidy', ['--version'], (piece) => (tool += piece));
const waiting = gather(files);
let fresh = 0;
let found = 0;
async function worker() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const answer = await look(next, tool);
    fresh += answer.fresh;
    if (!answer.findings) continue;
    found += 1;
    process.stdout.write(answer.findings.replaceAll(root, ''));
  }
}
await Promise.all(cpus().map(worker));
const plain = files.map((file) => relative(root, file));
process.stdout.write(`clang-tidy: ${plain.length} files, ${fresh} of them looked at now, ${found ? 'with findings' : 'no finding'}\n`);
process.exitCode = found ? 1 : 0;
