// Does the Node server answer as the service does, over real HTTP, within its bounds?

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startServer } from '../../web/service/hosts/node-server.js';
import { catalog, ICD, instant, ownValueSet, service, terminology } from './support/opened.js';

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;

before(async () => {
  server = await startServer({
    terminology,
    port: 0,
    valueSets: [ownValueSet],
    now: () => new Date(instant),
    allowOrigin: 'https://forms.example',
  });
});
after(() => server.close());

const program = fileURLToPath(
  new URL('../../web/service/hosts/medcode-service.js', import.meta.url),
);

for (const url of [
  '/fhir/metadata?mode=terminology',
  `/fhir/CodeSystem/$lookup?system=${ICD}&code=E11.9`,
  `/fhir/ValueSet/$expand?url=${ICD}?fhir_vs&filter=diab&count=5`,
  '/fhir/CodeSystem/$lookup?code=E11.9',
  '/api/icd10cm/v3/search?terms=diab&sf=code,name',
  '/api/none/v3/search?terms=diab',
]) {
  test(`${url} is the service's own answer`, async () => {
    const answer = await fetch(server.url + url);
    const expected = await service.answer({ method: 'GET', url: server.url + url });
    assert.equal(answer.status, expected?.status);
    assert.equal(await answer.text(), expected?.body);
    assert.equal(answer.headers.get('content-type'), expected?.headers['Content-Type']);
    assert.equal(answer.headers.get('access-control-allow-origin'), 'https://forms.example');
  });
}

test('POST and preflight work, other paths are not there', async () => {
  const posted = await fetch(`${server.url}/fhir/ValueSet/$expand`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/fhir+json' },
    body: JSON.stringify(ownValueSet),
  });
  assert.equal((await posted.json()).expansion.total, 2);
  assert.equal((await fetch(`${server.url}/fhir/metadata`, { method: 'OPTIONS' })).status, 204);
  assert.equal((await fetch(`${server.url}/etc/passwd`)).status, 404);
});

test('HEAD has the headers and no body', async () => {
  const answer = await fetch(`${server.url}/fhir/metadata`, { method: 'HEAD' });
  assert.equal(answer.status, 200);
  assert.equal(await answer.text(), '');
});

test('a body beyond the bound is refused while it is still being sent', async () => {
  const answer = await fetch(`${server.url}/fhir/ValueSet/$expand`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/fhir+json' },
    body: 'x'.repeat(2_000_000),
  }).catch(() => null);
  if (answer) assert.equal(answer.status, 413);
  assert.equal((await fetch(`${server.url}/fhir/metadata`)).status, 200, 'and others are served');
});

/** Sends bytes as they are and returns the status line of the answer. */
async function raw(text) {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.end(text);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer.split('\r\n')[0];
}

test('broken HTTP gets 400', async () => {
  assert.match(await raw('NONSENSE\r\n\r\n'), / 400 /);
  assert.match(
    await raw('GET /fhir/metadata HTTP/1.1\r\nHost: a b\\"[\r\nConnection: close\r\n\r\n'),
    / 400 /,
  );
});

const run = (...words) =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

test('the program explains itself and its mistakes', async () => {
  assert.match((await run('--help')).stdout, /--value-sets FILE/);
  for (const words of [
    ['--port', 'x'],
    ['--no-such'],
    ['--dist', '/nowhere'],
    ['--catalog', program],
  ]) {
    const { code, stderr } = await run(...words);
    assert.equal(code, 1, words.join(' '));
    assert.match(stderr, /^medcode-service: ./);
  }
});

test('the program serves a catalog and ends when it is told to', { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, [program, '--port', '0', '--catalog', catalog]);
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += text));
  const ended = once(child, 'exit');
  const [line] = await Promise.race([once(child.stdout, 'data'), ended]);
  const [url = ''] = /http:\S+/.exec(String(line)) ?? [];
  assert.ok(url, `it says where it is: ${complaint}`);
  assert.equal((await fetch(url)).status, 200);
  child.kill('SIGTERM');
  assert.equal((await ended)[0], 0);
});
