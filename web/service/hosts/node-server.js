// How does the service run as a small server of a ward or a desk?
//
// Exports startServer: node:http around createService, with bounds on size, time and connections.
// Held by tests/service/node-server.test.js.

import { createServer } from 'node:http';
import { LIMITS } from '../limits.js';
import { createService } from '../service.js';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */
/** @typedef {import('../contract.d.ts').ServiceOptions} ServiceOptions */

/** Milliseconds for a client to send its headers, then its whole request; then an idle connection ends. */
const HEADERS_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 15_000;
const IDLE_TIMEOUT = 5_000;

/** Connections at once: each holds at most one body of LIMITS.body. */
const MAX_CONNECTIONS = 256;

/**
 * Returns the body, or null when it is larger than allowed; the rest of it is then not read.
 *
 * @param {IncomingMessage} request
 * @returns {Promise<string | null>}
 */
async function bodyOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LIMITS.body) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Returns the headers by which a page of another origin may read the answers; none unless the site says so.
 *
 * @param {string | undefined} origin
 * @returns {Record<string, string>}
 */
const crossOrigin = (origin) =>
  origin
    ? {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': 'GET, POST, HEAD',
        'Access-Control-Allow-Headers': 'Content-Type, Accept',
        ...(origin === '*' ? {} : { Vary: 'Origin' }),
      }
    : {};

/** @param {ServerResponse} response @param {number} status @param {string} text */
function refuse(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(`${text}\n`);
}

/**
 * @param {import('../contract.d.ts').Service} service
 * @param {Record<string, string>} allowed
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
async function answer(service, allowed, request, response) {
  const { method = 'GET', url = '/', headers } = request;
  if (method === 'OPTIONS' && allowed['Access-Control-Allow-Origin']) {
    response.writeHead(204, allowed).end();
    return;
  }
  const body = method === 'POST' ? await bodyOf(request) : '';
  const answered = await service.answer({
    method,
    url: `http://${headers.host ?? 'localhost'}${url}`,
    accept: headers.accept,
    contentType: headers['content-type'],
    body: body ?? ' '.repeat(LIMITS.body + 1),
  });
  if (!answered) return refuse(response, 404, 'There is nothing here but /fhir and /api.');
  const bytes = Buffer.from(answered.body);
  const isEnd = body === null ? { Connection: 'close' } : {};
  response.writeHead(answered.status, {
    ...answered.headers,
    ...allowed,
    ...isEnd,
    'Content-Length': bytes.length,
  });
  response.end(method === 'HEAD' ? undefined : bytes);
}

/**
 * Starts to listen. Fails as node's `listen` does when the port is taken.
 *
 * @param {ServiceOptions & { host?: string, port?: number, allowOrigin?: string }} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startServer({ host = '127.0.0.1', port = 8090, allowOrigin, ...options }) {
  const service = createService(options);
  const allowed = crossOrigin(allowOrigin);
  const server = createServer((request, response) => {
    answer(service, allowed, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 400, 'The request could not be read.');
    });
  });
  server.headersTimeout = HEADERS_TIMEOUT;
  server.requestTimeout = REQUEST_TIMEOUT;
  server.keepAliveTimeout = IDLE_TIMEOUT;
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}
