// Does `./run --official` fetch what is free of licence, go on with what it got, and say what to do without network?
//
// The step itself is run (fetch_official of .ci/setup.sh, with the built program) against a server on this machine.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

test('./run knows the option and says what it does', () => {
  const help = spawnSync(join(root, 'run'), ['--help'], { encoding: 'utf8' });
  assert.equal(help.status, 0);
  assert.match(help.stdout, /--official +first download into data\/official\//);
});
