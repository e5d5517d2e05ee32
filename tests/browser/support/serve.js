// Serves a folder on loopback, as any static host would: files by their names, no rewriting.

import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import httpServer from 'http-server';

const pages = new URL('../pages/', import.meta.url);

/** Notes what is asked for. */
const note = (/** @type {string[]} */ asked) => (request, response) => {
  asked.push(request.url);
  response.emit('next');
};

/** Answers `/pages/NAME` with the embedding pages of the tests, all else with the site. */
function servePages(headers) {
  return (request, response) => {
    const name = /^\/pages\/([\w-]+\.(html|js|css))/.exec(request.url);
    if (!name) return response.emit('next');
    const type = TYPES[name[2]];
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, ...headers });
    return response.end(readFileSync(new URL(name[1], pages)));
  };
}

const TYPES = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  wasm: 'application/wasm',
};

/** Answers what gets smaller compressed, as web/DEPLOYMENT.md advises; each file is compressed once. */
function compressing(/** @type {string} */ root) {
  const packed = new Map();
  return (request, response) => {
    const path = request.url.split('?')[0].replace(/\/$/, '/index.html');
    const type = TYPES[/\.(\w+)$/.exec(path)?.[1] ?? ''];
    if (!type || !existsSync(`${root}${path}`)) return response.emit('next');
    if (!packed.has(path)) packed.set(path, gzipSync(readFileSync(`${root}${path}`)));
    response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip' });
    return response.end(packed.get(path));
  };
}

/**
 * @param {string} root
 * @param {{ headers?: Record<string, string>, port?: number, isCompressed?: boolean }} [options]
 * @returns {Promise<{ url: string, asked: string[], close: () => Promise<void> }>} `asked`: the path of every request
 */
export async function serve(root, { headers = {}, port = 0, isCompressed = false } = {}) {
  /** @type {string[]} */
  const asked = [];
  const { server } = httpServer.createServer({
    root,
    cache: -1,
    showDir: 'false',
    headers,
    before: [note(asked), servePages(headers), ...(isCompressed ? [compressing(root)] : [])],
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${server.address().port}/`;
  return {
    url,
    asked,
    close: async () => {
      server.closeAllConnections?.();
      server.close();
      await once(server, 'close');
    },
  };
}
