// Does `./run --official` fetch what is free of licence, go on with what it got, and say what to do without network?
//
// The step itself is run (fetch_official of .ci/setup.sh, with the built program) against a server on this machine.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const work = mkdtempSync(join(tmpdir(), 'medcode-official-'));
after(() => rmSync(work, { recursive: true }));

/** Runs the step; returns its exit code and all it printed. */
function fetchOfficial(folder, mirror) {
  const script = `export no_proxy=127.0.0.1; source .ci/setup.sh; LOGS='${work}'; begin_steps 7; fetch_official '${folder}' '${mirror}'`;
  const done = spawnSync('bash', ['-euo', 'pipefail', '-c', script, './run'], { cwd: root, encoding: 'utf8' });
  return { code: done.status, text: done.stdout + done.stderr };
}

/** Serves a folder as tests/cli/file_server.mjs does; fulfils `use` with its address. */
async function served(folder, use) {
  const server = spawn('node', [join(root, 'tests/cli/file_server.mjs'), folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const port = await new Promise((resolve) => server.stdout.once('data', (data) => resolve(String(data).trim())));
  try {
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    server.stdin.end();
    await new Promise((resolve) => server.once('close', resolve));
  }
}

test('what the server has is fetched, what it lacks is named, and the build may go on', async () => {
  mkdirSync(join(work, 'mirror'));
  writeFileSync(join(work, 'mirror/cvx.xml'), '<CVXCodes></CVXCodes>');
  const folder = join(work, 'got');
  const { code, text } = await served(join(work, 'mirror'), (address) => fetchOfficial(folder, address));
  assert.equal(code, 0, text);
  assert.equal(readFileSync(join(folder, 'cvx/cvx.xml'), 'utf8'), '<CVXCodes></CVXCodes>');
  assert.match(text, /not fetched: http:\S+\/tradename\.xml was not downloaded: the server does not have it\./);
  assert.match(text, /The catalog is built without what was not fetched/);
  assert.ok(!existsSync(join(folder, 'loinc')), 'what needs a licence is not asked for');
});

test('without network it ends with words that say what to do', () => {
  const { code, text } = fetchOfficial(join(work, 'none'), 'http://127.0.0.1:9');
  assert.equal(code, 1, text);
  assert.match(text, /none of the publishers' releases could be downloaded\. Is there network/);
  assert.match(text, /--sources DIR, or start without --official/);
});

test('./run --official fetches after the program is built and before the catalog is compiled', () => {
  const copy = join(work, 'copy');
  mkdirSync(join(copy, '.ci'), { recursive: true });
  copyFileSync(join(root, 'run'), join(copy, 'run'));
  const steps = ['install_packages', 'install_modules', 'build_target', 'fetch_official', 'build_dist', 'begin_steps'];
  const stubs = [
    `ROOT='${copy}'`,
    'fail() { echo "failed: $*"; exit 1; }',
    'running_time() { echo no time; }',
    'find_sources() { CATALOG_SOURCES=(data/starter); }',
    'compile_catalog() { echo "compile_catalog ${CATALOG_SOURCES[*]}"; }',
    ...steps.map((name) => `${name}() { echo "${name} \${1:-}"; }`),
  ];
  writeFileSync(join(copy, '.ci/setup.sh'), stubs.join('\n'));
  const said = (...options) => {
    const done = spawnSync('bash', [join(copy, 'run'), '--build-only', ...options], { encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
    return done.stdout.split('\n').filter((line) => /^(build_target|fetch|compile|begin)/.test(line));
  };
  const usual = said();
  assert.ok(!usual.some((line) => line.startsWith('fetch_official')));
  const official = said('--official');
  const at = official.indexOf(`fetch_official ${copy}/data/official`);
  assert.ok(at > official.indexOf('build_target native'));
  assert.ok(at < official.indexOf('compile_catalog data/official data/starter'));
  const countOf = (lines) => Number(lines[0].replace('begin_steps ', ''));
  assert.equal(countOf(official), countOf(usual) + 1, 'the step is counted');
});

test('./run knows the option and says what it does', () => {
  const help = spawnSync(join(root, 'run'), ['--help'], { encoding: 'utf8' });
  assert.equal(help.status, 0);
  assert.match(help.stdout, /--official +first download into data\/official\//);
});
