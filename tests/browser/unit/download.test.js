import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { download } from '../../../web/engine/download.js';

/** Serves one answer for the time of a test. */
async function serving(answer, use) {
  const server = createServer((_, response) => answer(response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    await use(`http://127.0.0.1:${server.address().port}/file`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('progress counts the bytes up to the promised length', () =>
  serving(
    (response) => response.writeHead(200, { 'Content-Length': 6 }).end('abcdef'),
    async (url) => {
      const steps = [];
      const bytes = await download(url, (progress) => steps.push(progress));
      assert.equal(new TextDecoder().decode(bytes), 'abcdef');
      assert.deepEqual(steps.at(0), { loaded: 0, total: 6 });
      assert.deepEqual(steps.at(-1), { loaded: 6, total: 6 });
    },
  ));

test('a length under Content-Encoding is no promise', () =>
  serving(
    (response) => {
      const zipped = gzipSync('x'.repeat(1000));
      response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': zipped.length });
      response.end(zipped);
    },
    async (url) => {
      let last;
      const bytes = await download(url, (progress) => (last = progress));
      assert.equal(bytes.length, 1000);
      assert.deepEqual(last, { loaded: 1000, total: 0 });
    },
  ));

test('a file cut short, refused, missing or out of reach fails by code', async () => {
  await serving(
    (response) => {
      response.writeHead(200, { 'Content-Length': 100 });
      response.write('abc', () => response.destroy());
    },
    (url) => assert.rejects(download(url), { code: 'incomplete' }),
  );
  await serving(
    (response) => response.writeHead(404).end(),
    (url) => assert.rejects(download(url), { code: 'not-found' }),
  );
  await assert.rejects(download('http://127.0.0.1:9/'), { code: 'unreachable' });
});
